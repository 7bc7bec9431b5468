// Enhances what already works without it: the form that finds a place, and the guide, which it can filter.

const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/œ/g, "oe")
  .replace(/[^\p{L}\p{N}]+/gu, " ").trim().replace(/\bst(e?)\b/g, "saint$1").replace(/(\d) (?=\d)/g, "$1");
const element = (tag, attributes, ...children) => {
  const made = document.createElement(tag);
  for (const name in attributes) made.setAttribute(name, attributes[name]);
  made.append(...children);
  return made;
};

// A place is [name, context, slug, postal codes, code, population]; the largest come first.
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
const find = (places, query) => {
  const words = query.split(" "), number = words.find((word) => /^(\d+|2[ab]\d+)$/.test(word));
  const name = words.filter((word) => word !== number).join(" ");
  const rank = (found) => rankOfName(query, found)
    || number && (!name ? rankOfCode(number, found.place) : rankOfCode(number, found.place) && rankOfName(name, found));
  return query ? places.map((found) => ({ ...found, rank: rank(found) })).filter((found) => found.rank)
    .sort((one, other) => one.rank - other.rank) : [];
};

// A combobox with a list box (WAI-ARIA APG): arrows choose, Enter opens, Escape closes.
const finder = (form) => {
  const { places, base, list: label, one, some, more, none, all: everything, failed, code: byCode } = form.dataset, input = form.querySelector("input");
  const list = element("ul", { role: "listbox", id: `${input.id}-list`, "aria-label": label, hidden: "" });
  const status = element("p", { role: "status", class: "hint" });
  input.parentElement.after(element("div", { class: "found" }, list, status));
  const wanted = new URLSearchParams(location.search).get("pour"), audience = wanted ? `?pour=${encodeURIComponent(wanted)}` : "";
  let loading, found = [], shown = [], active = -1;

  const set = (name, value) => input.setAttribute(name, value);
  const load = () => loading ??= fetch(places).then((answer) => answer.json())
    .then((data) => data.places.map((place) => ({ place, name: fold(place[0]), context: fold(place[1]) })))
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
    const posted = found.some(({ rank, place: [, , , postal] }) => rank === 1 && ` ${postal} `.includes(` ${query} `));
    list.replaceChildren(...shown.map(({ place: [name, context, , postal, code] }, i) => element("li", { role: "option", id: `${list.id}-${i}` },
      element("b", {}, name), " ", element("span", {}, [
        context, postal?.split(" ")[0], // why a place of another postal code is in the list
        posted && code.toLowerCase() === query && !` ${postal} `.includes(` ${query} `) && byCode.replace("{code}", code),
      ].filter(Boolean).join(" · ")))));
    show(shown.length > 0);
    const said = found.length > shown.length ? more : found.length > 1 ? some : found.length ? one : none;
    status.textContent = input.value.trim() && said.replace("{count}", found.length).replace("{shown}", shown.length);
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
    if (!input.value.trim()) return;
    event.preventDefault();
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

// What an address says of the reader goes along to the other languages of the page, and where else it is understood.
const kept = (name, value, elsewhere = []) => {
  for (const link of document.querySelectorAll([".langs a", ...elsewhere])) {
    const address = new URL(link.href);
    address.searchParams.delete(name);
    if (value) address.searchParams.set(name, value);
    link.href = address.href;
  }
};

// "?lieu=dax": the reader comes from the guide of that place. What leads to a wider guide leads to its own (all guides
// stand side by side; a file is none), another page of the wider territory hears of the place too, and another town's contact is not theirs.
const placed = (place) => {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(place)) return;
  for (const link of document.querySelectorAll("a.here:not([href$='.pdf'])")) link.href = new URL(`../${place}/${link.hash}`, link.href);
  for (const link of document.querySelectorAll("a.along")) link.search = `?lieu=${place}`;
  document.querySelector(`.first[data-town]:not([data-town~="${place}"]) .contact`)?.remove();
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

// The guide for one audience, "?pour=famille": an address to share. Without script the same links lead to its page.
const filter = (nav) => {
  const links = [...nav.querySelectorAll("[data-p]")], [everyone] = links, status = nav.querySelector("[role=status]");
  const blocks = [...document.querySelectorAll(".bs > div")], parts = document.querySelectorAll("[data-a]");
  const keep = (chosen) => {
    const wanted = chosen.dataset.p;
    for (const link of links) link.setAttribute("aria-current", link === chosen);
    for (const part of parts) part.hidden = wanted && !part.dataset.a.split(" ").includes(wanted);
    for (const section of document.querySelectorAll(".s")) {
      section.hidden = !section.querySelector(".bs > div:not([hidden])");
      document.querySelector(`.contents [href="#${section.id}"]`).parentElement.hidden = section.hidden;
    }
    kept("pour", wanted, [".ahead .choose"]); // the steps
    status.textContent = wanted && nav.dataset.kept.replace("{audience}", chosen.textContent.trim())
      .replace("{count}", blocks.filter((block) => !block.hidden).length).replace("{total}", blocks.length);
  };
  const asked = new URLSearchParams(location.search).get("pour");
  // Of the address only "pour" changes; the block that it leads to may have changed since.
  const aim = (link) => {
    const address = new URL(location);
    if (link.dataset.p) address.searchParams.set("pour", link.dataset.p);
    else address.searchParams.delete("pour");
    link.href = address.href;
  };
  const reveal = () => {
    links.forEach(aim);
    const target = targeted();
    if (!target?.closest("[hidden]")) return;
    keep(everyone);
    target.scrollIntoView();
  };
  nav.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    aim(link);
    keep(link);
    const address = new URL(link.href);
    if (targeted()?.closest("[hidden]")) address.hash = ""; // it would show the whole guide to whoever opens it again
    history.replaceState(null, "", address);
    links.forEach(aim);
  });
  addEventListener("hashchange", reveal);
  nav.querySelector("details").open = asked || matchMedia("(min-width: 60rem)").matches; // a phone has better to show first
  keep(links.find((link) => link.dataset.p === asked) ?? everyone);
  reveal();
};

// The steps for one audience, for the reader who comes from a guide that shows what is for them. All of them are an
// address without "pour" away, and there without script.
const stepsFor = (note) => {
  const wanted = new URLSearchParams(location.search).get("pour"), steps = [...document.querySelectorAll(".step")];
  const chosen = wanted && [...note.querySelectorAll("[data-p]")].find((each) => each.dataset.p === wanted);
  if (!chosen) return;
  const keep = (all) => {
    for (const step of steps) step.hidden = !all && step.dataset.a && !step.dataset.a.split(" ").includes(wanted);
    for (const stage of document.querySelectorAll(".stage")) stage.hidden = !stage.querySelector(".step:not([hidden])");
    note.hidden = all;
    kept("pour", !all && wanted, ["a.here"]);
  };
  const reveal = () => {
    const target = targeted();
    if (!target?.closest("[hidden]")) return;
    keep(true);
    target.scrollIntoView();
  };
  const everyone = new URL(location);
  everyone.searchParams.delete("pour");
  everyone.hash = "";
  note.querySelector("a").href = everyone.href;
  keep(false);
  note.querySelector("span").textContent = note.dataset.kept.replace("{audience}", chosen.textContent.trim())
    .replace("{count}", steps.filter((step) => !step.hidden).length).replace("{total}", steps.length);
  addEventListener("hashchange", reveal);
  reveal();
};

// What is read is read on in another language.
const aimed = (nav) => {
  const aim = () => nav.querySelectorAll("a").forEach((link) => { link.hash = location.hash; });
  aim();
  addEventListener("hashchange", aim);
  nav.addEventListener("click", aim); // an address may also change without a word
};

// The address of a block, to copy or to send: its language stays in it, whom the guide is filtered for does not.
// A button that shows what can be done with it (WAI-ARIA APG, disclosure); one is open at a time.
const sharing = (sections) => {
  const { share, copy, mail, message, copied, refused } = sections.dataset, { lang } = document.documentElement;
  const encoded = (values) => Object.entries(values).map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join("&");
  const ways = element("div", { class: "share-ways", lang });
  let button = null;
  const close = () => {
    button?.setAttribute("aria-expanded", false);
    ways.remove();
    button = null;
  };
  const show = (block, opener) => {
    const title = block.querySelector("h3").textContent, url = new URL(`#${block.id}`, location.origin + location.pathname).href;
    const subject = `${title} – ${document.querySelector("h1").textContent}`, status = element("p", { role: "status", class: "small" });
    const copying = element("button", { type: "button" }, copy);
    const letter = element("a", { href: `mailto:?${encoded({ subject, body: url })}` }, mail);
    const note = navigator.share ? element("button", { type: "button" }, message)
      : element("a", { href: `sms:?&${encoded({ body: `${title} ${url}` })}` }, message);
    copying.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(url);
        status.textContent = copied;
      } catch { // not allowed, or not on a page without https: the reader copies it
        status.textContent = `${refused} ${url}`;
      }
    });
    if (navigator.share) note.addEventListener("click", () => navigator.share({ title: subject, url }).catch(() => {}));
    ways.replaceChildren(copying, letter, note, status);
    button = opener;
    (button.closest(".nd") ?? button).after(ways);
    button.setAttribute("aria-expanded", true);
  };
  for (const block of sections.querySelectorAll(".bs > div")) {
    const title = element("span", { class: "sr", lang: block.lang || lang }, `: ${block.querySelector("h3").textContent}`);
    const opener = element("button", { type: "button", class: "share", "aria-expanded": false, lang }, share, title);
    opener.addEventListener("click", () => {
      const again = opener === button;
      close();
      if (!again) show(block, opener);
    });
    (block.querySelector(":scope > .nd") ?? block).append(opener);
  }
  addEventListener("keydown", ({ key }) => {
    if (key !== "Escape" || !button) return;
    if (ways.contains(document.activeElement)) button.focus();
    close();
  });
  addEventListener("click", ({ target }) => button && !button.contains(target) && !ways.contains(target) && close());
};

// On paper an address is read: links of the guide's texts to other pages of the portal say theirs in full.
const printed = () => {
  for (const link of document.querySelectorAll(".bs a[href^='/']:not(.fl)")) link.dataset.url = link.href;
};

// From a guide, pages that explain it hear of its place.
const explained = (body) => {
  for (const link of body.querySelectorAll("a.fl")) link.search = `?lieu=${location.pathname.split("/").at(-2)}`;
};

// Each by itself: one that fails is reported, and takes nothing else along.
const start = (selector, feature) => {
  for (const found of document.querySelectorAll(selector)) {
    try {
      feature(found);
    } catch (error) {
      queueMicrotask(() => { throw error; });
    }
  }
};
start(".unscripted", (note) => note.remove());
start("form[data-places]", finder);
start("nav.filter", filter);
start(".sections[data-share]", sharing);
start("body", () => placed(new URLSearchParams(location.search).get("lieu") ?? ""));
start("p.for", stepsFor);
start("nav.langs", aimed);
start("body.kind-guide", explained);
addEventListener("beforeprint", printed);
