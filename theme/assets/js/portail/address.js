// An address that says something else of the reader, or nothing: several answers stand side by side, "?pour=famille,etranger".
const asking = (link, name, value) => {
  const address = new URL(link);
  address.searchParams.delete(name);
  if (value) address.searchParams.set(name, value);
  address.search = address.search.replaceAll("%2C", ",");
  return address;
};

// What an address says of the reader goes along to the other languages of the page, and where else it is understood.
const kept = (name, value, elsewhere = []) => {
  for (const link of document.querySelectorAll([".langs a", ...elsewhere])) {
    if (value || new URL(link.href).searchParams.has(name)) link.href = asking(link.href, name, value);
  }
};

// The reader's own place: the one that the address tells ("?lieu=dax"), else that of the page. Only what can be the name
// of one: nothing else in an address leads anywhere.
const slugOf = (text) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text) ? text : "";
const toldPlace = () => slugOf(new URLSearchParams(location.search).get("lieu") ?? "");
const ownPlace = () => {
  const { classList } = document.body, path = location.pathname.split("/");
  const depth = classList.contains("kind-guide") ? -2 : ["kind-portrait", "kind-journey"].some((kind) => classList.contains(kind)) ? -3 : 0;
  return toldPlace() || (depth ? slugOf(path.at(depth)) : "");
};

// "?lieu=dax": the reader comes from the guide of that place. What leads to a wider guide leads to its own (all guides
// stand side by side; a file is none), another page of the wider territory hears of the place too, and another town's contact is not theirs.
const placed = (place) => {
  if (!place) return;
  document.querySelector(`.first[data-town]:not([data-town~="${place}"]) .contact`)?.remove();
  for (const link of document.querySelectorAll("a[data-nearer]")) {
    const { own, nearer } = link.dataset;
    [link.hash, link.textContent] = ["contact", link.closest(".first").querySelector(".contact") ? nearer : own];
  }
  for (const link of document.querySelectorAll("a[data-back]")) link.textContent = link.dataset.back;
  for (const link of document.querySelectorAll("a.here:not([href$='.pdf'])")) link.href = new URL(`../${place}/${link.hash}`, link.href);
  for (const link of document.querySelectorAll("a.along")) link.search = `?lieu=${place}`;
  kept("lieu", place);
};

// What the address leads to, found as browsers do: as it is written, then decoded. "#50%" cannot be.
const targeted = () => {
  const hash = location.hash.slice(1);
  try {
    return document.getElementById(hash) ?? document.getElementById(decodeURIComponent(hash));
  } catch {
    return null;
  }
};
