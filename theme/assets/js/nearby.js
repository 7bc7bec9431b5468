// Where to live around a place of which no page was made: the same list, made here from the positions of all places.

const around = document.querySelector("#around"), form = document.querySelector("form.finder");
const { places: file, guides, locale, found, count, unknown, unplaced, failed, uncounted, inhabitants } = around.dataset;
const heading = around.querySelector("h2"), status = document.querySelector(".said"), itself = around.querySelector(".itself");
const bands = [...around.querySelectorAll(".band")], PARAMETER = "lieu";
const { limits, radius, decimals, metres: inMetres } = JSON.parse(around.dataset.rules); // those of the pages of towns
const title = document.title, lang = document.documentElement.lang;

const radians = (degrees) => degrees * Math.PI / 180;
const distance = (a, b) => { // the haversine formula, as geo/distance.py
  const square = Math.sin(radians(b.latitude - a.latitude) / 2) ** 2
    + Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * Math.sin(radians(b.longitude - a.longitude) / 2) ** 2;
  return 2 * radius * Math.asin(Math.min(1, Math.sqrt(square)));
};
const shown = (km) => {
  for (const [below, kept] of decimals) {
    const rounded = Math.round(km * 10 ** kept) / 10 ** kept;
    if (rounded < below) return rounded;
  }
  return Math.round(km);
};
const bandOf = (km) => limits.slice(0, -1).filter((limit) => limit <= km).length;

const number = new Intl.NumberFormat(locale);
const unit = (name) => new Intl.NumberFormat(locale, { style: "unit", unit: name, unitDisplay: "short" });
const kilometres = unit("kilometer"), metres = unit("meter");
const worded = (km) => (km < inMetres ? metres.format(Math.round(km * 1000)) : kilometres.format(km)).replace(" ", "\u00a0");
const counted = (population) => population === null ? uncounted : number.format(population);

let loading;
const load = () => loading ??= fetch(file).then((answer) => answer.json())
  .then(({ places, names }) => places.map(([slug, name, latitude, longitude, population]) =>
    ({ slug, name: names[lang]?.[slug] ?? name, latitude, longitude, population })))
  .catch((error) => { loading = null; throw error; });

const row = ({ slug, name, population, km }) => {
  const line = document.createElement("tr"), cell = document.createElement("th"), link = document.createElement("a");
  Object.assign(link, { href: `${guides}${slug}/`, textContent: name });
  cell.scope = "row";
  cell.append(link);
  line.append(cell);
  for (const text of [worded(km), counted(population)]) line.insertCell().textContent = text;
  return line;
};
const list = (place, places) => {
  const near = places.filter((other) => other !== place && other.latitude !== null)
    .map((other) => ({ ...other, exact: distance(place, other) })).filter(({ exact }) => exact <= limits.at(-1))
    .map((other) => ({ ...other, km: shown(other.exact) }))
    .sort((one, other) => one.exact - other.exact || one.slug.localeCompare(other.slug));
  bands.forEach((band, index) => {
    const inside = near.filter(({ km }) => bandOf(km) === index);
    band.querySelector("tbody").replaceChildren(...inside.map(row));
    band.hidden = !inside.length;
  });
  form.querySelector("input").value = place.name;
  heading.textContent = found.replace("{name}", () => place.name);
  Object.assign(itself.querySelector("a"), { href: `${guides}${place.slug}/`, textContent: place.name });
  itself.querySelector("span").textContent = inhabitants.replace("{count}", counted(place.population));
  around.hidden = false;
  status.textContent = count.replace("{count}", number.format(near.length));
};

const clear = (said = "") => {
  around.hidden = true;
  status.textContent = said;
  document.title = title;
};
// A town of the list below has a page of its own.
const page = (slug) => [...document.querySelectorAll("#towns .links a")].find(({ pathname }) => pathname.endsWith(`/${slug}/`));
const show = async (slug) => {
  if (page(slug)) return location.replace(page(slug).href);
  try {
    const places = await load(), place = places.find((each) => each.slug === slug);
    if (!place) return clear(unknown);
    if (place.latitude === null) return clear(unplaced.replace("{name}", () => place.name));
    list(place, places);
    document.title = `${heading.textContent} – ${title}`;
    heading.focus();
  } catch {
    clear(failed);
  }
};
const asked = () => new URLSearchParams(location.search).get(PARAMETER);
const read = () => {
  const slug = asked();
  for (const link of document.querySelectorAll(".langs a")) {
    const address = new URL(link.href);
    address.searchParams.delete(PARAMETER);
    if (slug) address.searchParams.set(PARAMETER, slug);
    link.href = address.href;
  }
  return slug ? show(slug) : clear();
};

form.addEventListener("choose", (event) => {
  const { slug } = event.detail;
  event.preventDefault();
  form.querySelector("[role=status]").textContent = ""; // what was typed is answered
  if (page(slug)) return location.assign(page(slug).href);
  history.pushState(null, "", `?${PARAMETER}=${slug}`);
  read();
});
addEventListener("popstate", read);
if (asked()) read();
