// The search comes with its first use, and finds places as the finder does. Until then, and when it fails, the button is a link to its page.
const searchTools = { element, fold, find, nearest, placesAt, ownPlace };
const searching = (link) => link.addEventListener("click", (event) => {
  if (!plain(event)) return;
  event.preventDefault();
  import(MODULES.search).then((module) => module.open(link, searchTools)).catch(() => location.assign(link.href));
});
// On its own page the form is there at once; words sent before the rest has come wait for it.
const searched = (whole) => {
  const waiting = (event) => event.preventDefault();
  const attach = () => import(MODULES.search).then((module) => module.attach(whole, searchTools)).catch(() => {
    whole.removeEventListener("submit", waiting);
    whole.querySelector("[role=status]").textContent = whole.dataset.failed;
  });
  whole.addEventListener("submit", waiting);
  if (location.search) attach();
  else whole.addEventListener("focusin", attach, { once: true });
};
