// The search: one form, in the page of the search or in a dialog over any other page. Results are plain links in lists
// under headings: Tab goes through them, and nothing moves the focus.

const STEP = 12; // results shown at a time
const TOWNS = 4; // places of which only a part of the name was written
const UNSHOWN = "\u2042"; // what follows it in a record is found and never shown (outputs/search/record.py)
const RANKING = { termSimilarity: 3, termFrequency: .5, pageLength: .15, metaWeights: { title: .3 } }; // what titles weigh is in the records
const parted = /’ ?\u2060/gu, joined = (text) => text.replace(parted, "’");

// Each file is asked for once; one that could not be read is asked for again.
const loaded = new Map();
const once = (address, load) => loaded.get(address) ?? loaded.set(address, load(address)
  .catch((error) => { loaded.delete(address); throw error; })).get(address);
const engineAt = (address) => once(new URL(address, location).href, async (whole) => {
  const engine = await import(whole);
  await engine.options({ noWorker: true, ranking: RANKING });
  await engine.init();
  return engine;
});
const catalogueAt = (address) => once(address, (whole) => fetch(whole).then((answer) => answer.json()));

const isGuide = document.body.classList.contains("kind-guide");
// The reader's own place: that of the guide they read, or the one that the page hears of.
const ownPlace = () => new URLSearchParams(location.search).get("lieu") ?? (isGuide ? location.pathname.split("/").at(-2) : null);

const beginning = (text) => text.length <= 160 ? text : `${text.slice(0, 160).replace(/\s+\S*$/u, "")}\u2026`;

// What an answer is made of: lists of links under headings.
const listing = (said, { element }, heading, own) => {
  const group = (title, items) => items.length ? [element("section", {}, element(heading, {}, title), element("ul", {}, ...items))] : [];
  const where = (text) => text ? [" ", element("span", { class: "where" }, text)] : [];
  // What leads to the widest guide, or to its steps, leads to those of the reader's own place.
  const address = (url) => {
    const made = new URL(url, location), leadsTo = (other) => other && made.pathname === new URL(other, location).pathname;
    if (own && leadsTo(said.journey)) made.searchParams.set("lieu", own);
    if (!own || !leadsTo(said.guide) || isGuide && !document.getElementById(made.hash.slice(1))) return made.href;
    return new URL(`${said.base}${own}/${made.hash}`, location).href;
  };
  // An excerpt without a tag but its marks.
  const marked = (html) => [...new DOMParser().parseFromString(html, "text/html").body.childNodes]
    .map(({ nodeName, textContent }) => nodeName === "MARK" ? element("mark", {}, joined(textContent)) : joined(textContent));
  const page = ({ meta, excerpt, content }, [url, , , place]) => {
    const title = joined(meta.title), [text] = joined(content).split(UNSHOWN), [shown] = excerpt.split(UNSHOWN);
    const about = text.startsWith(title) ? text.slice(title.length).replace(/^[.\s]+/u, "") : text;
    const quoted = shown.includes("<mark>") && !joined(shown.replace(/<\/?mark>/gu, "")).startsWith(title);
    return element("li", {}, element("a", { href: address(url) }, title), ...where(place),
      element("p", {}, ...quoted ? ["\u2026 ", ...marked(shown), " \u2026"] : [beginning(about)]));
  };
  const town = ({ place: [name, context, slug, postal] }) => element("li", {}, element("a", { href: `${said.base}${slug}/` }, name),
    ...where([context, postal?.split(" ")[0]].filter(Boolean).join(" · ")));
  const links = (pairs) => element("ul", { class: "links" }, ...pairs.map(([href, text]) => element("li", {}, element("a", { href }, text))));
  return { group, page, links, towns: (found) => group(said.towns, found.map(town)) };
};

export const attach = (whole, tools, heading = "h2") => {
  const { element, fold, find, nearest, placesAt } = tools, said = whole.dataset, own = ownPlace(), inPage = heading === "h2";
  const form = whole.querySelector("form"), { q: input, all } = form.elements;
  const status = whole.querySelector("[role=status]"), results = whole.querySelector(".results");
  const door = document.body.classList.contains("door-partners") ? "partners" : "welcome";
  const kinds = Object.fromEntries(said.kinds.split("|").map((pair) => pair.split("="))), ignored = new Set(said.ignored.split(" "));
  const list = listing(said, tools, heading, own), places = () => once(said.places, placesAt);
  let turn = 0, waiting = null;

  // Words that look for nothing are left out, unless there is no other.
  const wordsOf = (text) => {
    const written = fold(text).split(" ").filter(Boolean), kept = written.filter((word) => word.length > 1 && !ignored.has(word));
    return kept.length ? kept : written;
  };
  const chosen = (name) => form.elements[name]?.value;
  const asked = ([, , , place, themes, audiences]) => (!chosen("place") || place === chosen("place"))
    && (!chosen("theme") || themes.includes(chosen("theme"))) && (!chosen("audience") || audiences.includes(chosen("audience")));
  const behind = ([, , other]) => all?.checked || other === door || other === "both";

  // Pages with all the words; where there is none, pages with some of them, those with the most words first.
  const search = async (words) => {
    const [engine, known] = await Promise.all([engineAt(said.engine), catalogueAt(said.catalogue)]);
    const having = async (text) => (await engine.search(text)).results.filter(({ id }) => known[id] && asked(known[id]))
      .map((result) => ({ result, facts: known[result.id] }));
    const whole = await having(words.join(" ")), found = whole.filter(({ facts }) => behind(facts));
    if (found.length || words.length < 2) return { found, beyond: whole.length > found.length };
    const some = new Map();
    for (const word of words) {
      for (const { result, facts } of await having(word)) {
        const { count, score } = some.get(result.id) ?? { count: 0, score: 0 };
        some.set(result.id, { result, facts, count: count + 1, score: score + result.score });
      }
    }
    const best = [...some.values()].filter(({ facts }) => behind(facts)).sort((one, other) => other.count - one.count || other.score - one.score);
    return { found: best, fewer: best.length > 0, beyond: whole.length > 0 };
  };
  // Places: those that are named in whole, before any page; those that only begin so, after them.
  const towns = async (text, words) => {
    if (chosen("place") || chosen("theme") || chosen("audience")) return { sure: [], maybe: [], close: [] };
    const known = await places(), named = find(known, fold(text)), query = named.length ? fold(text) : words.join(" ");
    const found = named.length ? named : find(known, query); // "les" looks for nothing, but in a name
    const sure = found.filter(({ rank, name }) => rank === 1 || name.startsWith(`${query} `));
    return { sure: sure.slice(0, 8), maybe: found.filter((place) => !sure.includes(place)).slice(0, TOWNS), close: nearest(known, query) };
  };

  // What retells the guide comes after it; a word that is asked for by its name keeps its place.
  const retells = ({ kind, title }, query) => kind === "easy" || kind === "child" || kind === "word" && !`${fold(title)} `.startsWith(`${query} `);
  const shown = async (found, from, query) => {
    const pages = await Promise.all(found.slice(from, from + STEP).map(async ({ result, facts }) => {
      const page = await result.data();
      return { kind: facts[1], title: joined(page.meta.title), item: list.page(page, facts) };
    }));
    const ordered = [...pages.filter((page) => !retells(page, query)), ...pages.filter((page) => retells(page, query))], groups = new Map();
    for (const { kind, item } of ordered) groups.set(kind, [...groups.get(kind) ?? [], item]);
    return [...[...groups].flatMap(([kind, items]) => list.group(kinds[kind] ?? kind, items)), ...more(found, from + STEP, query)];
  };
  const more = (found, from, query) => {
    if (found.length <= from) return [];
    const button = element("button", { type: "button", class: "more" }, said.more);
    button.addEventListener("click", async () => {
      const next = await shown(found, from, query);
      button.replaceWith(...next);
      next[0].querySelector("a").focus();
    });
    return [button];
  };
  // Nobody is left without an answer: a person may have it.
  const somebody = async () => {
    const mine = own && (await places().catch(() => [])).find(({ place: [, , slug] }) => slug === own);
    const ask = mine ? [`${said.base}${own}/#contact`, said.askOwn.replace("{name}", mine.place[0])] : [`${said.guide}#contact`, said.ask];
    return list.links([ask, [said.base, said.choose]]);
  };

  const sentence = (text, total, { found, fewer, beyond }) => {
    if (!total) return [said.none.replace("{words}", text), beyond && said.beyond].filter(Boolean).join(" ");
    return (fewer ? said.fewer : total === 1 ? said.one : said.some).replace("{count}", fewer ? found.length : total);
  };
  const answer = async (text) => {
    const mine = ++turn, words = wordsOf(text), query = words.join(" ");
    const [pages, named] = await Promise.allSettled([search(words), towns(text, words)]);
    const { sure, maybe, close } = named.value ?? { sure: [], maybe: [], close: [] };
    if (pages.status === "rejected" && !sure.length) throw pages.reason;
    const told = pages.value ?? { found: [] }, total = told.found.length + sure.length + maybe.length;
    const parts = [...list.towns(sure), ...await shown(told.found, 0, query), ...list.towns(total ? maybe : close), ...total ? [] : [await somebody()]];
    if (mine !== turn) return; // the reader has written on
    status.textContent = sentence(text, total, told);
    results.replaceChildren(...parts);
  };
  const run = () => {
    const text = input.value.trim();
    if (inPage) {
      const url = new URL(location);
      if (text) url.searchParams.set("q", text);
      else url.searchParams.delete("q");
      history.replaceState(null, "", url);
    }
    status.textContent = text && said.busy;
    if (!text) {
      turn++;
      results.replaceChildren();
      return;
    }
    answer(text).catch(() => {
      status.replaceChildren(element("a", { href: form.action }, said.failed));
      results.replaceChildren();
    });
  };

  if (door === "partners" && all) {
    const [label] = all.labels;
    label.textContent = label.dataset.partners;
  }
  whole.hidden = false;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(waiting);
    run();
  });
  form.addEventListener("input", ({ target }) => {
    clearTimeout(waiting);
    waiting = setTimeout(run, target === input ? 200 : 0);
  });
  const before = inPage && new URLSearchParams(location.search).get("q");
  if (before) {
    input.value = before;
    run();
  }
};

let dialog = null;
const opened = async (link, tools) => {
  const page = new DOMParser().parseFromString(await (await fetch(link.href)).text(), "text/html");
  const whole = document.adoptNode(page.querySelector(".search")), { title, close } = whole.dataset, { element } = tools;
  const closing = element("button", { type: "button", class: "close" }, close);
  const head = element("div", { class: "search-head" }, element("h2", { id: "search-title" }, title), closing);
  const made = element("dialog", { class: "search-dialog", "aria-labelledby": "search-title" }, head, whole);
  whole.classList.remove("wide");
  made.addEventListener("click", ({ target }) => {
    if (target === made || target === closing || target.closest(".results a")) made.close(); // a link may lead to this very page
  });
  made.addEventListener("close", () => link.focus());
  document.body.append(made);
  attach(whole, tools, "h3");
  return made;
};
export const open = async (link, tools) => {
  const here = document.querySelector("main .search input[type=search]"); // the page of the search itself
  if (!here) (await (dialog ??= opened(link, tools).catch((error) => { dialog = null; throw error; }))).showModal();
  const input = here ?? (await dialog).querySelector("input[type=search]");
  input.focus();
  input.select();
};
