// The form over any other page: that of the page of the search, fetched at the first use.
let dialog = null;
const opened = async (link, tools) => {
  const page = new DOMParser().parseFromString(await (await fetch(link.href)).text(), "text/html");
  const whole = document.adoptNode(page.querySelector(".search")), { title, close } = whole.dataset, { element } = tools;
  const closing = element("button", { type: "button", class: "close" }, close);
  const head = element("div", { class: "search-head" }, element("h2", { id: "search-title" }, title), closing);
  const made = element("dialog", { class: "search-dialog", "aria-labelledby": "search-title" }, head, whole);
  whole.classList.remove("wide");
  made.addEventListener("click", ({ target }) => {
    const isLink = target.closest(".results a"); // it may lead to this very page
    if (target === made || target === closing || isLink) made.close();
  });
  made.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.isComposing) return;
    event.preventDefault(); // a field of this kind is emptied first
    made.close();
  });
  made.addEventListener("close", () => link.focus());
  document.body.append(made);
  return { made, narrow: attach(whole, tools, "h3") };
};
export const open = async (link, tools) => {
  const here = document.querySelector("main .search input[type=search]"); // the page of the search itself
  const { made, narrow } = here ? {} : await (dialog ??= opened(link, tools)
    .catch((error) => { dialog = null; throw error; }));
  if (new URL(link.href).search) narrow?.(link.href);
  made?.showModal();
  const input = here ?? made.querySelector("input[type=search]");
  input.focus();
  input.select();
};
