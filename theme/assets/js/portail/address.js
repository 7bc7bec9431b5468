// What an address says of the reader goes along to the other languages of the page, and where else it is understood.
const kept = (name, value, elsewhere = []) => {
  for (const link of document.querySelectorAll([".langs a", ...elsewhere])) {
    const address = new URL(link.href);
    if (!value && !address.searchParams.has(name)) continue;
    address.searchParams.delete(name);
    if (value) address.searchParams.set(name, value);
    link.href = address.href;
  }
};

// "?lieu=dax": the reader comes from the guide of that place. What leads to a wider guide leads to its own (all guides
// stand side by side; a file is none), another page of the wider territory hears of the place too, and another town's contact is not theirs.
const placed = (place) => {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(place)) return;
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
