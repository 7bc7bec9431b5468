// What an answer is made of: lists of links under headings.

const UNSHOWN = "\u2042"; // what follows it in a record is found and never shown (outputs/search/record.py)
const LONGEST = 160; // signs of the beginning of a page
// An apostrophe between two words, as the index has it, with the marks of a found word.
const parted = /’(<\/mark>)? ?(<mark>)?\u2060/gu;
const joined = (text) => text.replace(parted, "’$1$2").replaceAll("\u2060", "");
const plain = (html) => html.replace(/<\/?mark>/gu, "").replaceAll("&lt;", "<").replaceAll("&gt;", ">")
  .replace(/\s+/gu, " ").trim();
const beginning = (text) => text.length <= LONGEST ? text : `${text.slice(0, LONGEST).replace(/\s+\S*$/u, "")}\u2026`;

const isGuide = document.body.classList.contains("kind-guide");

// What leads to the widest guide, or to its steps, leads to those of the reader's own place.
const nearer = (said, own, url) => {
  const made = new URL(url, location), leadsTo = (other) => other && made.pathname === new URL(other, location).pathname;
  if (own && leadsTo(said.journey)) {
    const end = `/${made.pathname.split("/").at(-2)}/`; // the guide's own link is the address that is kept offline
    const ahead = isGuide && [...document.querySelectorAll(".ahead a")].find(({ pathname }) => pathname.endsWith(end));
    if (ahead) return new URL(made.hash, ahead.href).href;
    made.searchParams.set("lieu", own);
  }
  if (!own || !leadsTo(said.guide) || isGuide && !document.getElementById(made.hash.slice(1))) return made.href;
  return new URL(`${said.base}${own}/${made.hash}`, location).href;
};

const listing = (said, { element }, heading, own) => {
  const group = (title, items) => items.length
    ? [element("section", {}, element(heading, {}, title), element("ul", {}, ...items))] : [];
  const where = (text) => text ? [" ", element("span", { class: "where" }, text)] : [];
  // An excerpt without a tag but its marks.
  const marked = (html) => [...new DOMParser().parseFromString(html, "text/html").body.childNodes]
    .map(({ nodeName, textContent }) => nodeName === "MARK" ? element("mark", {}, textContent) : textContent);
  const page = ({ meta, excerpt, content }, [url], place) => {
    const title = joined(meta.title), [text] = joined(content).split(UNSHOWN), [shown] = joined(excerpt).split(UNSHOWN);
    const about = text.startsWith(title) ? text.slice(title.length).replace(/^[.\s]+/u, "") : text;
    const seen = text.replace(/\s+/gu, " ").includes(plain(shown)); // not from behind the sign
    const quoted = shown.includes("<mark>") && seen && !plain(shown).startsWith(title);
    return element("li", {}, element("a", { href: nearer(said, own, url) }, title), ...where(place),
      element("p", {}, ...quoted ? ["\u2026 ", ...marked(shown), " \u2026"] : [beginning(about)]));
  };
  const town = (query) => ({ rank, place: [name, context, slug, postal, code] }) => {
    const byCode = rank === 4 && code?.toLowerCase() === query && told(said.code, { code });
    const about = [context, postal?.split(" ")[0], byCode].filter(Boolean).join(" · ");
    return element("li", {}, element("a", { href: `${said.base}${slug}/` }, name), ...where(about));
  };
  const links = (pairs) => element("ul", { class: "links" },
    ...pairs.map(([href, text]) => element("li", {}, element("a", { href }, text))));
  return { group, page, links, towns: (found, query, title = said.towns) => group(title, found.map(town(query))) };
};

// Who writes an accent means it: "marché" is no "Marche".
const unaccented = (name, text, fold) => /[à-öø-ÿœ]/u.test(text.toLowerCase())
  && fold(name).includes(fold(text)) && !name.toLowerCase().includes(text.toLowerCase());

// What retells the guide comes after it; a word that is asked for by its name keeps its place.
const retells = ({ kind, title }, fold, query) => kind === "easy" || kind === "child"
  || kind === "word" && !`${fold(title)} `.startsWith(`${query} `);

// Some results under the headings of their kinds; what is of another place than the reader's, after all of them.
const grouped = async (found, { said, list, fold, query, written, isAway, named }) => {
  const kinds = JSON.parse(said.kinds), groups = new Map();
  const pages = await Promise.all(found.map(async ({ result, facts }) => {
    const page = await result.data(), item = list.page(page, facts, named(facts[3]));
    return { kind: facts[1], title: joined(page.meta.title), item, last: isAway(facts) };
  }));
  const after = (page) => 4 * page.last + 2 * unaccented(page.title, written, fold) + retells(page, fold, query);
  const ordered = pages.map((page) => [after(page), page]).sort(([one], [other]) => one - other).map(([, page]) => page);
  for (const { kind, item, last } of ordered) {
    const heading = last ? said.elsewhere : kinds[kind] ?? kind;
    groups.set(heading, [...groups.get(heading) ?? [], item]);
  }
  return [...groups].flatMap(([heading, items]) => list.group(heading, items));
};

// Places: those that are named in whole, before any page; those that only begin so, after them; those nearly so called.
const LEAST = 5; // letters of a place that is shown though only nearly named, with pages
const TOWNS = 4; // places of which only a part of the name was written
const townsNamed = (known, text, words, { fold, find, nearest }) => {
  const named = find(known, fold(text)), query = named.length ? fold(text) : words.join(" ");
  const found = named.length ? named : find(known, query); // "les" looks for nothing, but in a name
  const sure = found.filter(({ rank, name, place }) => (rank === 1 || name.startsWith(`${query} `))
    && !unaccented(place[0], text, fold));
  const close = nearest(known, query).filter(({ name }) => name[0] === query[0]);
  return { sure: sure.slice(0, 8), maybe: found.filter((place) => !sure.includes(place)).slice(0, TOWNS), close };
};
// Pages and places together: words are not mended that name a place, and a mended word may be a place's name.
const weighed = (pages = { found: [] }, { sure, maybe, close } = { sure: [], maybe: [], close: [] }, fold) => {
  const isPlace = sure.length + maybe.length > 0, { instead } = pages;
  const named = instead && !isPlace ? close.filter(({ name }) => name === fold(instead)) : sure;
  const others = pages.found.length && !isPlace ? close.filter(({ name, apart }) => apart < 2 && name.length > LEAST) : maybe;
  const answered = instead && isPlace ? { found: [] } : { ...pages, instead: instead && (named[0]?.place[0] ?? instead) };
  return { named, maybe: named === sure ? others : maybe, close, told: answered };
};
