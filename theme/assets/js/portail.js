// Enhances what already works without it: the form that finds a place, and the guide's audience filter.

const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/œ/g, "oe").replace(/æ/g, "ae")
  .replace(/[^\p{L}\p{N}]+/gu, " ").trim().replace(/\bst(e?)\b/g, "saint$1");

/** Places are [name, context, slug, postal codes, code, population], the largest first. */
const find = (places, typed) => {
  const query = fold(typed);
  if (!query) return [];
  const rank = /^\d[\dab]?\d*$/.test(query)
    // A number is a postal code first, an INSEE code or a département's after; a whole code before its beginnings.
    ? ({ place: [, , , postal, code] }) => code.toLowerCase() === query && query.length < 4 ? 0
      : ` ${postal} `.includes(` ${query} `) ? 1 : ` ${postal}`.includes(` ${query}`) ? 2 : code.toLowerCase() === query ? 3 : -1
    : ({ name }) => name === query ? 0 : name.startsWith(query) ? 1 : ` ${name}`.includes(` ${query}`) ? 2
      : query.length > 2 && name.includes(query) ? 3 : -1;
  return places.map((found) => [rank(found), found]).filter(([order]) => order >= 0)
    .sort(([a], [b]) => a - b).slice(0, 8).map(([, found]) => found);
};

/** A combobox with a list (WAI-ARIA APG, manual selection): arrows choose, Enter opens, Escape closes. */
const finder = (form) => {
  const { places: address, base, list: label, one, some, none } = form.dataset;
  const input = form.querySelector("input");
  const list = Object.assign(document.createElement("ul"), { id: `${input.id}-list`, hidden: true });
  const status = Object.assign(document.createElement("p"), { className: "hint" });
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", label);
  status.setAttribute("role", "status");
  for (const [name, value] of [["role", "combobox"], ["aria-expanded", "false"], ["aria-controls", list.id], ["aria-autocomplete", "list"]]) {
    input.setAttribute(name, value);
  }
  form.querySelector(".finder-row").after(list);
  form.append(status);

  let loading, shown = [], active = -1;
  const load = () => loading ??= fetch(address).then((answer) => answer.ok ? answer.json() : Promise.reject(answer.status))
    .then(({ places }) => places.map((place) => ({ place, name: fold(place[0]) })));
  const open = ({ place }) => location.assign(`${base}${place[2]}/`);
  const choose = (index) => {
    active = index;
    [...list.children].forEach((option, i) => option.setAttribute("aria-selected", i === index));
    if (index < 0) input.removeAttribute("aria-activedescendant");
    else input.setAttribute("aria-activedescendant", list.children[index].id);
    list.children[index]?.scrollIntoView({ block: "nearest" });
  };
  const show = (visible) => {
    list.hidden = !visible;
    input.setAttribute("aria-expanded", visible);
    if (!visible) choose(-1);
  };
  const refresh = async () => {
    const typed = input.value, places = await load();
    if (typed !== input.value) return;
    shown = find(places, typed);
    list.replaceChildren(...shown.map((found, i) => {
      const [name, context, , postal] = found.place;
      const option = Object.assign(document.createElement("li"), { id: `${list.id}-${i}`, onclick: () => open(found) });
      option.setAttribute("role", "option");
      const bold = document.createElement("b"), more = document.createElement("span");
      bold.append(name);
      more.append([context, postal.split(" ")[0]].filter(Boolean).join(" · "));
      option.append(bold, " ", more);
      return option;
    }));
    choose(-1);
    show(shown.length > 0);
    status.textContent = !typed.trim() ? "" : !shown.length ? none : shown.length === 1 ? one : some.replace("{count}", shown.length);
  };
  const quietly = (work) => work().catch(() => show(false)); // no list: the form still leads to the page of all places

  input.addEventListener("focus", () => quietly(load), { once: true });
  input.addEventListener("input", () => quietly(refresh));
  input.addEventListener("blur", () => setTimeout(() => show(false), 200));
  input.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && shown.length) {
      event.preventDefault();
      show(true);
      choose(active < 0 ? (step > 0 ? 0 : shown.length - 1) : (active + step + shown.length) % shown.length);
    } else if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      show(false);
    } else if (event.key === "Enter" && active >= 0) {
      event.preventDefault();
      open(shown[active]);
    }
  });
  form.addEventListener("submit", (event) => {
    if (!input.value.trim()) return;
    event.preventDefault();
    refresh().then(() => {
      const [first, second] = shown;
      if (first && (!second || first.name !== second.name)) open(first);
      else input.focus();
    }, () => form.submit());
  });
  const asked = new URLSearchParams(location.search).get("q");
  if (asked) {
    input.value = asked;
    input.focus();
    quietly(refresh);
  }
};

/** Keeps the blocks meant for everyone or for the chosen audience; the address of a hidden one shows all again. */
const filter = (form) => {
  const status = form.querySelector("[role=status]"), blocks = [...document.querySelectorAll(".b")];
  const keep = (audience) => {
    for (const block of blocks) block.hidden = Boolean(audience && block.dataset.a && !block.dataset.a.split(" ").includes(audience));
    for (const section of document.querySelectorAll(".s")) section.hidden = !section.querySelector(".b:not([hidden])");
    const kept = blocks.filter((block) => !block.hidden).length;
    status.textContent = audience ? (kept === 1 ? form.dataset.one : form.dataset.some).replace("{count}", kept).replace("{total}", blocks.length) : "";
  };
  form.addEventListener("change", () => keep(new FormData(form).get("audience")));
  addEventListener("hashchange", () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target?.closest("[hidden]")) {
      form.reset();
      keep("");
      target.scrollIntoView();
    }
  });
  form.hidden = false;
};

document.querySelectorAll("form.finder[data-places]").forEach(finder);
document.querySelectorAll("form.filter").forEach(filter);
