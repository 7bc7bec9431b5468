// The search: one form, in the page of the search or in a dialog over any other page. Results are plain links in lists
// under headings: Tab goes through them, and nothing moves the focus.

const STEP = 12; // results shown at a time
const TOWNS = 4; // places of which only a part of the name was written
const NARROWED = ["ou", "theme", "pour"]; // what results are narrowed by, in the form and in the address
const UNSHOWN = "\u2042"; // what follows it in a record is found and never shown (outputs/search/record.py)
const RANKING = { termSimilarity: 3, termFrequency: .5, pageLength: .15, metaWeights: { title: .3 } }; // what titles weigh is in the records
// An apostrophe between two words, as the index has it, with the marks of a found word.
const parted = /’(<\/mark>)? ?(<mark>)?\u2060/gu, joined = (text) => text.replace(parted, "’$1$2").replaceAll("\u2060", "");
const plain = (html) => html.replace(/<\/?mark>/gu, "").replaceAll("&lt;", "<").replaceAll("&gt;", ">").replace(/\s+/gu, " ").trim();

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
// Of a word that it does not know, Pagefind finds the longest beginning that it knows: "slogan" by "s’". What is found has
// to begin like what was written, but for its ending.
const alike = (written, word) => {
  const stem = written.replace(/(?<=..)[sx]$|(?<=...)(?:i?es|ing|ed)$/u, "");
  let same = 0;
  while (same < stem.length && stem[same] === word[same]) same++;
  return same >= Math.min(4, stem.length) && same >= .6 * stem.length;
};
const knownOf = async (engine, words, fold) => {
  const known = [];
  for (const word of words) {
    const first = (await engine.search(word)).results.slice(0, 3);
    const marked = await Promise.all(first.map(async (result) => {
      const text = (await result.data()).content.split(/\s+/u);
      return result.words.flatMap((place) => [...fold(text[place] ?? "").split(" "), fold(text[place] ?? "").replaceAll(" ", "")]);
    }));
    if (marked.flat().some((found) => alike(word, found))) known.push(word);
  }
  return known;
};
// Pagefind keeps its failures: after one it is begun anew, with the index that is there by then.
const forget = async (address) => {
  const { href } = new URL(address, location), engine = loaded.get(href);
  loaded.delete(href);
  await engine?.then(({ destroy }) => destroy()).catch(() => {});
};
const catalogueAt = (address, cache) => once(address, (whole) => fetch(whole, { cache }).then((answer) => answer.json()));
// What is known of results. A catalogue may be older than the index, by a publication: then it is asked for again.
const factsOf = async (results, address) => {
  for (const cache of ["no-cache", "reload"]) {
    const known = await catalogueAt(address, cache);
    if (results.every(({ id }) => known[id])) return known;
    loaded.delete(address);
  }
  throw new Error("the index and its catalogue are of two publications");
};

const isGuide = document.body.classList.contains("kind-guide");

const beginning = (text) => text.length <= 160 ? text : `${text.slice(0, 160).replace(/\s+\S*$/u, "")}\u2026`;

// What an answer is made of: lists of links under headings.
const listing = (said, { element }, heading, own) => {
  const group = (title, items) => items.length ? [element("section", {}, element(heading, {}, title), element("ul", {}, ...items))] : [];
  const where = (text) => text ? [" ", element("span", { class: "where" }, text)] : [];
  // What leads to the widest guide, or to its steps, leads to those of the reader's own place.
  const address = (url) => {
    const made = new URL(url, location), leadsTo = (other) => other && made.pathname === new URL(other, location).pathname;
    if (own && leadsTo(said.journey)) {
      const end = `/${made.pathname.split("/").at(-2)}/`; // the guide's own link is the address that is kept offline
      const nearer = isGuide && [...document.querySelectorAll(".ahead a")].find(({ pathname }) => pathname.endsWith(end));
      if (nearer) return new URL(made.hash, nearer.href).href;
      made.searchParams.set("lieu", own);
    }
    if (!own || !leadsTo(said.guide) || isGuide && !document.getElementById(made.hash.slice(1))) return made.href;
    return new URL(`${said.base}${own}/${made.hash}`, location).href;
  };
  // An excerpt without a tag but its marks.
  const marked = (html) => [...new DOMParser().parseFromString(html, "text/html").body.childNodes]
    .map(({ nodeName, textContent }) => nodeName === "MARK" ? element("mark", {}, textContent) : textContent);
  const page = ({ meta, excerpt, content }, [url, , , place]) => {
    const title = joined(meta.title), [text] = joined(content).split(UNSHOWN), [shown] = joined(excerpt).split(UNSHOWN);
    const about = text.startsWith(title) ? text.slice(title.length).replace(/^[.\s]+/u, "") : text;
    const seen = text.replace(/\s+/gu, " ").includes(plain(shown)); // not from behind the sign
    const quoted = shown.includes("<mark>") && seen && !plain(shown).startsWith(title);
    return element("li", {}, element("a", { href: address(url) }, title), ...where(place),
      element("p", {}, ...quoted ? ["\u2026 ", ...marked(shown), " \u2026"] : [beginning(about)]));
  };
  const town = (query) => ({ rank, place: [name, context, slug, postal, code] }) => element("li", {}, element("a", { href: `${said.base}${slug}/` }, name),
    ...where([context, postal?.split(" ")[0], rank === 4 && code?.toLowerCase() === query && said.code.replace("{code}", code)].filter(Boolean).join(" · ")));
  const links = (pairs) => element("ul", { class: "links" }, ...pairs.map(([href, text]) => element("li", {}, element("a", { href }, text))));
  return { group, page, links, towns: (found, query, title = said.towns) => group(title, found.map(town(query))) };
};

export const attach = (whole, tools, heading = "h2") => {
  const { element, fold, find, nearest, placesAt, ownPlace } = tools, said = whole.dataset, own = ownPlace(), inPage = heading === "h2";
  const form = whole.querySelector("form"), { q: input, all } = form.elements;
  const status = whole.querySelector("[role=status]"), results = whole.querySelector(".results");
  const door = document.body.classList.contains("door-partners") ? "partners" : "welcome";
  const kinds = JSON.parse(said.kinds), ignored = new Set(said.ignored.split(" "));
  const list = listing(said, tools, heading, own), places = () => once(said.places, placesAt);
  let turn = 0, waiting = null;

  // Words that look for nothing are left out, unless there is no other.
  const wordsOf = (text) => {
    const written = fold(text.replace(/(?<=\p{L})&(?=\p{L})/gu, "")).split(" ").filter(Boolean), kept = written.filter((word) => word.length > 1 && !ignored.has(word));
    return kept.length ? kept : written;
  };
  const chosen = (name) => form.elements[name]?.value;
  // What names no place is of every one, as in lists; what is of the chosen one comes first.
  const asked = ([, , , place, themes, audiences]) => (!chosen("ou") || !place || place === chosen("ou"))
    && (!chosen("theme") || themes.includes(chosen("theme"))) && (!chosen("pour") || audiences.includes(chosen("pour")));
  const away = ({ facts: [, , , place] }) => Boolean(chosen("ou")) && place !== chosen("ou");
  const behind = ([, , other]) => all?.checked || other === door || other === "both";

  // Pages with all the words; where there is none, pages with some of them, those with the most words first.
  const search = async (words) => {
    const [engine] = await Promise.all([engineAt(said.engine), catalogueAt(said.catalogue, "no-cache")]);
    const having = async (text) => {
      const { results: all } = await engine.search(text), known = await factsOf(all, said.catalogue);
      return all.map((result) => ({ result, facts: known[result.id] })).filter(({ facts }) => asked(facts))
        .sort((one, other) => away(one) - away(other));
    };
    const known = await knownOf(engine, words, fold);
    const whole = known.length < words.length ? [] : await having(words.join(" ")), found = whole.filter(({ facts }) => behind(facts));
    if (found.length || words.length < 2) return { found, beyond: whole.length > found.length };
    const some = new Map();
    for (const word of known) {
      for (const { result, facts } of await having(word)) {
        const { count, score } = some.get(result.id) ?? { count: 0, score: 0 };
        some.set(result.id, { result, facts, count: count + 1, score: score + result.score });
      }
    }
    const best = [...some.values()].filter(({ facts }) => behind(facts)).sort((one, other) => other.count - one.count || away(one) - away(other) || other.score - one.score);
    return { found: best, fewer: best.length > 0, beyond: whole.length > 0 };
  };
  // Places: those that are named in whole, before any page; those that only begin so, after them.
  const towns = async (text, words) => {
    if (NARROWED.some(chosen)) return { sure: [], maybe: [], close: [] };
    const known = await places(), named = find(known, fold(text)), query = named.length ? fold(text) : words.join(" ");
    const found = named.length ? named : find(known, query); // "les" looks for nothing, but in a name
    const sure = found.filter(({ rank, name }) => rank === 1 || name.startsWith(`${query} `));
    return { sure: sure.slice(0, 8), maybe: found.filter((place) => !sure.includes(place)).slice(0, TOWNS), close: nearest(known, query) };
  };

  // What retells the guide comes after it; a word that is asked for by its name keeps its place.
  const retells = ({ kind, title }, query) => kind === "easy" || kind === "child" || kind === "word" && !`${fold(title)} `.startsWith(`${query} `);
  // A short word is rather itself than what other words begin with: "spa" is no "space".
  const begins = ({ words }, query) => query.split(" ").some((word) => word.length < 4 && !words.has(word));
  const shown = async (found, from, query) => {
    const pages = await Promise.all(found.slice(from, from + STEP).map(async ({ result, facts }) => {
      const page = await result.data();
      return { kind: facts[1], title: joined(page.meta.title), words: new Set(fold(page.content).split(" ")), item: list.page(page, facts) };
    }));
    const after = (page) => 2 * begins(page, query) + retells(page, query), groups = new Map();
    const ordered = pages.map((page) => [after(page), page]).sort(([one], [other]) => one - other).map(([, page]) => page);
    for (const { kind, item } of ordered) groups.set(kind, [...groups.get(kind) ?? [], item]);
    return [...[...groups].flatMap(([kind, items]) => list.group(kinds[kind] ?? kind, items)), ...more(found, from + STEP, query)];
  };
  const more = (found, from, query) => {
    if (found.length <= from) return [];
    const button = element("button", { type: "button", class: "more" }, said.more);
    let rest = found;
    button.addEventListener("click", async () => {
      const mine = turn;
      try {
        rest ??= (await search(query.split(" "))).found;
        const next = await shown(rest, from, query);
        if (!button.isConnected) return; // the reader has written on, or has pressed twice
        status.querySelector("a")?.remove();
        button.replaceWith(...next);
        next[0].querySelector("a").focus();
      } catch {
        rest = null;
        if (mine === turn) await fail();
      }
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
  // The address of what is looked for: that of the page of the search.
  const addressOf = (text) => {
    const url = new URL(inPage ? location : form.action);
    const values = [["q", text], ...NARROWED.map((name) => [name, chosen(name)]), ["all", all?.checked && all.value]];
    for (const [name, value] of values) value ? url.searchParams.set(name, value) : url.searchParams.delete(name);
    if (own) url.searchParams.set("lieu", own);
    return url.href;
  };
  const sections = inPage && document.querySelector("details.parts"); // they would follow the results
  const fail = () => {
    if (sections) sections.open = true;
    status.replaceChildren(element("a", { href: addressOf(input.value.trim()) }, said.failed));
    return forget(said.engine);
  };
  const answer = async (text, mine) => {
    const words = wordsOf(text), query = words.join(" ");
    const [pages, named] = await Promise.allSettled([search(words), towns(text, words)]);
    const { sure, maybe, close } = named.value ?? { sure: [], maybe: [], close: [] };
    if (pages.status === "rejected" && !sure.length) throw pages.reason;
    const told = pages.value ?? { found: [] }, total = told.found.length + sure.length + maybe.length;
    const urgent = told.found[0]?.facts[1] === "emergency" ? 1 : 0, number = fold(text); // "17" calls the police before it is a place
    const parts = [...await shown(told.found.slice(0, urgent), 0, query), ...list.towns(sure, number), ...await shown(told.found.slice(urgent), 0, query),
      ...list.towns(total ? maybe : close, number, sure.length ? said.otherTowns : said.towns), ...total ? [] : [await somebody()]];
    if (mine !== turn) return; // the reader has written on
    status.textContent = sentence(text, total, told);
    if (sections) sections.open = !total;
    results.replaceChildren(...parts);
  };
  const run = () => {
    const text = input.value.trim(), mine = ++turn;
    if (inPage) history.replaceState(null, "", addressOf(text));
    status.textContent = text && said.busy;
    if (!text) return results.replaceChildren();
    answer(text, mine).catch(() => {
      if (mine !== turn) return;
      fail();
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
  if (!inPage) return;
  const before = new URLSearchParams(location.search);
  for (const name of NARROWED) {
    const choice = form.elements[name], value = before.get(name);
    if (!value || ![...choice?.options ?? []].some((option) => option.value === value)) continue;
    choice.value = value;
    form.querySelector("details").open = true; // what leaves results out is seen
  }
  if (all) all.checked = before.has("all");
  input.value = before.get("q") ?? "";
  if (input.value) run();
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
  made.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.isComposing) return;
    event.preventDefault(); // a field of this kind is emptied first
    made.close();
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
