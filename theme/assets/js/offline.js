// What is kept on this device, the last read first, and a way to forget it.
const list = document.querySelector("[data-store]"), { store, none, erased } = list.dataset;
const status = document.querySelector(".offline [role=status]"), erase = document.querySelector(".offline button");
document.querySelector(".missing").hidden = !document.querySelector("main[data-instead]"); // the worker's mark: another page was asked for

const link = async (cache, request) => {
  const read = new DOMParser().parseFromString(await (await cache.match(request)).text(), "text/html");
  const item = document.createElement("li"), made = document.createElement("a");
  made.href = new URL(request.url).pathname;
  made.textContent = read.querySelector("h1")?.textContent ?? read.title;
  if (read.documentElement.lang !== document.documentElement.lang) made.lang = read.documentElement.lang;
  item.append(made);
  return item;
};
const show = async () => {
  if (!await caches.has(store)) { // to open one would be to keep something
    list.replaceChildren();
    erase.hidden = true;
    status.textContent = none;
    return;
  }
  const cache = await caches.open(store), requests = await cache.keys();
  const pages = requests.filter(({ url }) => url.endsWith("/")).reverse();
  list.replaceChildren(...await Promise.all(pages.map((request) => link(cache, request))));
  erase.hidden = !pages.length;
  if (!pages.length) status.textContent = none;
};
erase.addEventListener("click", async () => {
  await caches.delete(store);
  await show();
  status.textContent = erased;
  status.focus();
});
if (self.caches) show();
