// A list narrowed by place, theme, audience: "?ou=landes", an address to share. Without script everything is there,
// and its headings have pages of their own. What names no value is found by all of them.
const form = document.querySelector(".narrowing");
const choices = [...form.querySelectorAll("select")], status = form.querySelector("[role=status]");
const cards = [...document.querySelectorAll(".card")], none = document.querySelector(".none");
const everything = [...form.querySelectorAll("a"), none.querySelector("a")];

const fits = (card) => choices.every(({ name, value }) =>
  !value || !(name in card.dataset) || card.dataset[name].split(" ").includes(value));
const show = () => {
  for (const card of cards) card.hidden = !fits(card);
  for (const shelf of document.querySelectorAll(".shelf")) shelf.hidden = !shelf.querySelector(".card:not([hidden])");
  const shown = cards.filter((card) => !card.hidden), narrowed = choices.some((choice) => choice.value);
  const addresses = new Set(shown.map((card) => card.querySelector("a").href));
  for (const mark of document.querySelectorAll(".marks a")) {
    mark.classList.toggle("away", !addresses.has(new URL(mark.href.baseVal, location).href));
  }
  document.querySelector(".marks")?.classList.toggle("fewer", narrowed);
  none.hidden = shown.length > 0;
  for (const link of everything) link.hidden = !narrowed;
  status.textContent = narrowed ? form.dataset.kept.replace("{count}", shown.length).replace("{total}", cards.length) : "";
};
const remember = () => {
  for (const link of [location, ...document.querySelectorAll(".langs a")]) {
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
