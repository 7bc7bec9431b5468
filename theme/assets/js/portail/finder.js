// A place is [name, context, slug, postal codes, code, population]; those of the nearest level come first, the largest
// before the others. Of those of one name, the largest of all: "Landes" is the département before it is a village.
// A rank is 1 for what was typed in whole, then 2 to 4. A number is a postal code before it is an INSEE code.
const rankOfCode = (query, [, , , postal, code]) => {
  code = code.toLowerCase();
  if (query.length < 4 && code === query || ` ${postal} `.includes(` ${query} `)) return 1;
  return ` ${postal}`.includes(` ${query}`) ? 3 : code === query && 4;
};
const rankOfName = (query, { name, context }) => {
  if (name === query || `${name} ${context}` === query) return 1;
  if (name.startsWith(query)) return 2;
  if (` ${name}`.includes(` ${query}`)) return 3;
  const words = query.split(" "); // "dax landes": a name, then what it belongs to
  return words.some((_, cut) => cut && context.startsWith(words.slice(cut).join(" "))
    && ` ${name}`.includes(` ${words.slice(0, cut).join(" ")}`)) && 4;
};
const placesAt = (address) => fetch(address).then((answer) => answer.json()).then((data) => data.places.map((place) => {
  const name = fold(place[0]);
  place[2] ||= name.replaceAll(" ", "-"); // as outputs/finder.py leaves it out
  return { place, name, context: fold(place[1]) };
}));
const find = (places, query) => {
  const words = query.split(" "), number = words.find((word) => /^(\d+|2[ab]\d+)$/.test(word));
  const name = words.filter((word) => word !== number).join(" ");
  const rank = (found) => rankOfName(query, found)
    || number && (!name ? rankOfCode(number, found.place) : rankOfCode(number, found.place) && rankOfName(name, found));
  return query ? places.map((found) => ({ ...found, rank: rank(found) })).filter((found) => found.rank)
    .sort((one, other) => one.rank - other.rank || one.rank === 1 && other.place[5] - one.place[5]) : [];
};
// Where nothing has the name: the names that are a slip of the finger away, two in a long one.
const nearest = (places, query) => {
  const most = query.length < 4 || /\d/.test(query) ? 0 : query.length < 8 ? 1 : 2;
  return most ? places.map((place) => ({ ...place, apart: apart(query, place.name, most) }))
    .filter((place) => place.apart <= most).sort((one, other) => one.apart - other.apart).slice(0, 5) : [];
};

// A combobox with a list box (WAI-ARIA APG): arrows choose, Enter opens, Escape closes.
const finder = (form) => {
  const { places, base, list: label, one, some, more, near, none, empty, all: everything, failed, code: byCode } = form.dataset;
  const input = form.querySelector("input");
  const list = element("ul", { role: "listbox", id: `${input.id}-list`, "aria-label": label, hidden: "" });
  const status = element("p", { role: "status", class: "hint" });
  input.parentElement.after(element("div", { class: "found" }, list, status));
  const wanted = new URLSearchParams(location.search).get("pour");
  const audience = wanted ? `?pour=${encodeURIComponent(wanted).replaceAll("%2C", ",")}` : "";
  let loading, found = [], shown = [], active = -1;

  const set = (name, value) => input.setAttribute(name, value);
  const load = () => loading ??= placesAt(places)
    .catch((error) => { loading = null; throw error; }); // the next keystroke tries again
  const open = ({ place: [, , slug] }) => form.dispatchEvent(new CustomEvent("choose", { cancelable: true, detail: { slug } }))
    && location.assign(`${base}${slug}/${audience}`); // a page may have something else to show (nearby.js)
  const choose = (index) => {
    active = index;
    [...list.children].forEach((option, i) => option.setAttribute("aria-selected", i === index));
    set("aria-activedescendant", list.children[index]?.id ?? "");
    list.children[index]?.scrollIntoView({ block: "nearest" });
  };
  const show = (visible) => {
    list.hidden = !visible;
    if (list.getBoundingClientRect().bottom > visualViewport.height) form.scrollIntoView(); // above the phone's keyboard
    set("aria-expanded", visible);
    choose(-1);
  };
  const refresh = async () => {
    const all = await load(), query = fold(input.value);
    found = find(all, query);
    shown = found.slice(0, Math.max(8, found.filter(({ rank }) => rank === 1).length)); // a postal code may have 34
    if (!found.length) shown = nearest(all, query);
    const posted = found.some(({ rank, place: [, , , postal] }) => rank === 1 && ` ${postal} `.includes(` ${query} `));
    list.replaceChildren(...shown.map(({ place: [name, context, , postal, code] }, i) => element("li", { role: "option", id: `${list.id}-${i}` },
      element("b", {}, name), " ", element("span", {}, [
        context, postal?.split(" ")[0], // why a place of another postal code is in the list
        posted && code.toLowerCase() === query && !` ${postal} `.includes(` ${query} `) && byCode.replace("{code}", code),
      ].filter(Boolean).join(" · ")))));
    show(shown.length > 0);
    const said = found.length > shown.length ? more : found.length > 1 ? some : found.length ? one : shown.length ? near : none;
    status.textContent = input.value.trim() && said.replace("{count}", found.length.toLocaleString(document.documentElement.lang))
      .replace("{shown}", shown.length);
    if (said === none && status.textContent && new URL(base, location).pathname !== location.pathname)
      status.append(" ", element("a", { href: base }, everything));
  };
  const update = () => refresh().catch(() => {
    found = shown = [];
    show(false);
    status.replaceChildren(element("a", { href: base }, failed));
  });

  set("role", "combobox");
  set("aria-autocomplete", "list");
  set("aria-controls", list.id);
  show(false);
  input.addEventListener("focus", () => load().catch(() => {}), { once: true });
  input.addEventListener("input", update);
  input.addEventListener("blur", () => show(false));
  list.addEventListener("mousedown", (event) => event.preventDefault()); // the field keeps the focus
  list.addEventListener("click", ({ target }) => target !== list && open(shown[[...list.children].indexOf(target.closest("li"))]));
  input.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key], chosen = shown[active];
    if (step && shown.length) {
      const next = active < 0 && step < 0 ? shown.length - 1 : (active + step + shown.length) % shown.length;
      if (list.hidden) show(true);
      choose(next);
    } else if (event.key === "Escape" && !list.hidden) show(false);
    else if (event.key === "Enter" && chosen) open(chosen);
    else return;
    event.preventDefault();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (!input.value.trim()) {
      status.textContent = empty;
      input.focus();
      return;
    }
    refresh().then(() => {
      const whole = found.filter(({ rank }) => rank === 1), [only, other] = whole.length ? whole : found;
      if (only && !other) open(only); // of several places, the reader chooses
      else input.focus();
    }, () => form.submit());
  });
  const asked = new URLSearchParams(location.search).get("q");
  if (asked) {
    input.value = asked;
    input.focus();
    update();
  }
};
