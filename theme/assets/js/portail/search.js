// The search comes with its first use, and finds places as the finder does. Until then, and when it fails, the button is a link to its page.
const searchTools = { element, fold, find, nearest, placesAt, ownPlace };
const searching = (link) => link.addEventListener("click", (event) => {
  if (!plain(event)) return;
  event.preventDefault();
  import(MODULES.search).then((module) => module.open(link, searchTools)).catch(() => location.assign(link.href));
});
const searched = (whole) => import(MODULES.search).then((module) => module.attach(whole, searchTools));
