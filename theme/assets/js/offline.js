// What is kept on this device, the last read first and last what came with it, and a way to forget it. A page of which
// the last day has passed (dated.js) is forgotten without being asked.
const list = document.querySelector("[data-store]"), { store, none, erased } = list.dataset;
const status = document.querySelector(".offline [role=status]"), erase = document.querySelector(".offline button");
const missing = document.querySelector(".missing");
missing.hidden = !document.querySelector("main[data-instead]"); // the worker's mark: another page was asked for
if (location.pathname === missing.dataset.search) missing.textContent = missing.dataset.instead;

const isOver = (page) => Date.now() >= Date.parse(page.querySelector("script[data-ends]")?.dataset.ends);
const link = ({ path, read }) => {
  const item = document.createElement("li"), made = document.createElement("a");
  made.href = path;
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
  const asked = requests.filter(({ url }) => url.endsWith("/")).reverse();
  const all = await Promise.all(asked.map(async (request) => {
    const found = await cache.match(request), read = new DOMParser().parseFromString(await found.text(), "text/html");
    return { request, path: new URL(request.url).pathname, found, read };
  }));
  await Promise.all(all.filter(({ read }) => isOver(read)).map(({ request }) => cache.delete(request)));
  const pages = all.filter(({ read }) => !isOver(read));
  pages.sort((one, other) => one.found.headers.has("x-ahead") - other.found.headers.has("x-ahead"));
  list.replaceChildren(...pages.map(link));
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
