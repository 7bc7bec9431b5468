// Enhances what already works without it: the form that finds a place, and the guide, which it can filter.

const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/œ/g, "oe")
  .replace(/[^\p{L}\p{N}]+/gu, " ").trim().replace(/\bst(e?)\b/g, "saint$1");
const element = (tag, attributes, ...children) => {
  const made = document.createElement(tag);
  for (const name in attributes) made.setAttribute(name, attributes[name]);
  made.append(...children);
  return made;
};

// A place is [name, context, slug, postal codes, code, population]; the largest come first.
// A number is a postal code before it is an INSEE code; a whole code or name goes before its beginnings.
const ranks = (query) => /^\d/.test(query)
  ? ({ place: [, , , postal, code] }) => {
    if (query.length < 4 && code.toLowerCase() === query) return 1;
    const at = ` ${postal} `.indexOf(` ${query}`);
    return at < 0 ? code.toLowerCase() === query && 4 : ` ${postal} `.includes(` ${query} `) ? 2 : 3;
  }
  : ({ name }) => name === query ? 1 : name.startsWith(query) ? 2 : ` ${name}`.includes(` ${query}`) && 3;
const find = (places, query) => {
  const rank = ranks(query);
  return query ? places.map((found) => [rank(found), found]).filter(([order]) => order)
    .sort(([a], [b]) => a - b).slice(0, 8).map(([, found]) => found) : [];
};

// A combobox with a list box (WAI-ARIA APG): arrows choose, Enter opens, Escape closes.
const finder = (form) => {
  const { places, base, list: label, one, some, none } = form.dataset, input = form.querySelector("input");
  const list = element("ul", { role: "listbox", id: `${input.id}-list`, "aria-label": label, hidden: "" });
  const status = element("p", { role: "status", class: "hint" });
  input.after(list);
  form.append(status);
  let loading, shown = [], active = -1;

  const set = (name, value) => input.setAttribute(name, value);
  const load = () => loading ??= fetch(places).then((answer) => answer.json())
    .then((data) => data.places.map((place) => ({ place, name: fold(place[0]) })));
  const open = ({ place }) => location.assign(`${base}${place[2]}/`);
  const choose = (index) => {
    active = index;
    [...list.children].forEach((option, i) => option.setAttribute("aria-selected", i === index));
    set("aria-activedescendant", list.children[index]?.id ?? "");
  };
  const show = (visible) => {
    list.hidden = !visible;
    if (list.getBoundingClientRect().bottom > visualViewport.height) form.scrollIntoView(); // above the phone's keyboard
    set("aria-expanded", visible);
    choose(-1);
  };
  const refresh = async () => {
    const all = await load(), query = fold(input.value);
    shown = find(all, query);
    list.replaceChildren(...shown.map(({ place: [name, context, , postal] }, i) => element("li", { role: "option", id: `${list.id}-${i}` },
      element("b", {}, name), " ", element("span", {}, [context, postal?.split(" ")[0]].filter(Boolean).join(" · ")))));
    show(shown.length > 0);
    status.textContent = !query ? "" : !shown.length ? none : shown.length === 1 ? one : some.replace("{count}", shown.length);
  };
  const update = () => refresh().catch(() => show(false)); // without the list, the form leads to all places

  set("role", "combobox");
  set("aria-autocomplete", "list");
  set("aria-controls", list.id);
  show(false);
  input.addEventListener("focus", () => load().catch(() => {}), { once: true });
  input.addEventListener("input", update);
  input.addEventListener("blur", () => show(false));
  list.addEventListener("mousedown", (event) => event.preventDefault()); // the field keeps the focus
  list.addEventListener("click", (event) => open(shown[[...list.children].indexOf(event.target.closest("li"))]));
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
    if (!input.value.trim()) return;
    event.preventDefault();
    refresh().then(() => {
      const [first, second] = shown;
      if (first && first.name !== second?.name) open(first); // of two places of one name, the reader chooses
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

// The guide for one audience: links such as "?pour=family", whose address can be shared.
const filter = (nav) => {
  const links = [...nav.querySelectorAll("a")], blocks = [...document.querySelectorAll(".bs > div")], status = nav.querySelector("[role=status]");
  const audience = (address) => [...new URL(address, location).searchParams.values()].pop() ?? "";
  const keep = (wanted) => {
    for (const link of links) link.setAttribute("aria-current", audience(link.href) === wanted);
    for (const block of blocks) block.hidden = wanted && block.dataset.a && !block.dataset.a.split(" ").includes(wanted);
    for (const section of document.querySelectorAll(".s")) section.hidden = !section.querySelector(".bs > div:not([hidden])");
    const kept = blocks.filter((block) => !block.hidden).length;
    status.textContent = wanted && nav.dataset.kept.replace("{count}", kept).replace("{total}", blocks.length);
  };
  const wanted = () => links.map((link) => audience(link.href)).find((id) => id && id === audience(location.href)) ?? "";
  nav.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    history.replaceState(null, "", link.href);
    keep(wanted());
  });
  addEventListener("hashchange", () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target?.closest("[hidden]")) return;
    keep("");
    target.scrollIntoView();
  });
  nav.hidden = false;
  keep(wanted());
};

document.querySelectorAll("form[data-places]").forEach(finder);
document.querySelectorAll("nav.filter").forEach(filter);
