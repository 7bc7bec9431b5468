// A list narrowed by place, theme, audience: "?ou=departement-landes", an address to share, which goes along to the search.
// Without script everything is there, and its headings have pages of their own. What names no value is found by all of them;
// what is of the whole territory then stands below, under a heading of its own, and counts for no place.
const form = document.querySelector(".narrowing");
const choices = [...form.querySelectorAll("select")], status = form.querySelector("[role=status]");
const cards = [...document.querySelectorAll(".card")], none = document.querySelector(".none");
const shelves = [...document.querySelectorAll(".shelf")], counts = document.querySelectorAll(".jump small"); // one for each shelf, in order
const everywhere = document.querySelector(".everywhere ul"), homes = cards.map((card) => card.parentNode);
const everything = [...form.querySelectorAll("a"), none.querySelector("a")];

let wasPlaced = false;
const fits = (card) => choices.every(({ name, value }) =>
  !value || !(name in card.dataset) || card.dataset[name].split(" ").includes(value));
const show = () => {
  const placed = choices.some(({ name, value }) => name === "ou" && value);
  for (const card of cards) card.hidden = !fits(card);
  if (placed !== wasPlaced) {
    for (const [i, card] of cards.entries()) (placed && !("ou" in card.dataset) ? everywhere : homes[i]).append(card); // all: in their order
    wasPlaced = placed;
  }
  for (const [i, shelf] of shelves.entries()) {
    const left = shelf.querySelectorAll(".card:not([hidden])").length;
    shelf.hidden = !left;
    if (counts[i]) counts[i].textContent = left;
  }
  const found = cards.filter((card) => !card.hidden), shown = found.filter((card) => card.parentNode !== everywhere);
  const narrowed = choices.some((choice) => choice.value);
  const addresses = new Set(shown.map((card) => card.querySelector("a").href));
  for (const mark of document.querySelectorAll(".marks a")) {
    mark.classList.toggle("away", !addresses.has(new URL(mark.href.baseVal, location).href));
  }
  document.querySelector(".marks")?.classList.toggle("fewer", narrowed);
  none.hidden = found.length > 0;
  for (const link of everything) link.hidden = !narrowed;
  status.textContent = narrowed ? form.dataset.kept.replace("{count}", shown.length).replace("{total}", cards.length) : "";
};
const remember = () => {
  for (const link of [location, ...document.querySelectorAll(".langs a, a.find")]) {
    const address = new URL(link.href);
    for (const { name, value } of choices) value ? address.searchParams.set(name, value) : address.searchParams.delete(name);
    if (link === location) history.replaceState(null, "", address);
    else link.href = address.href;
  }
};
const changed = () => {
  show();
  remember();
};

const asked = new URLSearchParams(location.search);
for (const choice of choices) {
  const value = asked.get(choice.name);
  if ([...choice.options].some((option) => option.value === value)) choice.value = value;
}
form.addEventListener("change", changed);
form.addEventListener("submit", (event) => event.preventDefault());
for (const link of everything) {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    for (const choice of choices) choice.value = "";
    changed();
    choices[0].focus(); // the link that had the focus is gone
  });
}
changed(); // what the address asks for goes along to the other language
