// One form, in the page of the search or in a dialog over any other page. Results are plain links in lists under
// headings: Tab goes through them, and nothing moves the focus.

const STEP = 12; // results shown at a time

// What the form narrows by. As in lists (list.js), what names no value is of every one; what is of the chosen place and
// theme comes first. Partners' pages and newcomers' are searched apart, unless a box is ticked.
const choices = ({ elements }) => {
  const door = document.body.classList.contains("door-partners") ? "partners" : "welcome";
  const chosen = (name) => elements[name]?.value, options = [...elements.ou?.options ?? []];
  const ways = (facts) => facts.slice(3, 3 + NARROWED.length).map((values, i) => [chosen(NARROWED[i]), values]);
  return {
    door,
    chosen,
    options,
    asked: (facts) => ways(facts).every(([value, values]) => !value || !values.length || values.includes(value)),
    away: (facts) => ways(facts).slice(0, 2).some(([value, values]) => value && !values.includes(value)),
    behind: ([, , other]) => elements.all?.checked || other === door || other === "both",
    named: (slugs) => options.filter(({ value }) => slugs.includes(value)).map(({ text }) => text).join(", "),
  };
};

export const attach = (whole, tools, heading = "h2") => {
  const { element, fold, placesAt, ownPlace } = tools, said = whole.dataset, own = ownPlace(), inPage = heading === "h2";
  const form = whole.querySelector("form"), { q: input, all } = form.elements;
  const status = whole.querySelector("[role=status]"), results = whole.querySelector(".results");
  const { door, chosen, options, asked, away, behind, named } = choices(form);
  const list = listing(said, tools, heading, own), places = () => once(said.places, placesAt);
  const ignored = new Set(said.ignored.split(" "));
  let turn = 0, waiting = null, written = "";
  let home = ""; // the territory just below the portal's own in which the reader's place is

  const mine = async () => own && (await places().catch(() => [])).find(({ place: [, , slug] }) => slug === own);
  const findHome = async () => {
    const [, context] = (await mine())?.place ?? [];
    home = options.find(({ value, text }) => value && (value === own || text === context))?.value ?? "";
  };
  const isAway = ([, , , slugs]) => Boolean(home && !chosen("ou") && slugs.length && !slugs.includes(home));
  const search = searching(said, tools, { asked, behind, away: ({ facts }) => 2 * away(facts) + isAway(facts) });
  const towns = async (text, words) => NARROWED.some(chosen) ? { sure: [], maybe: [], close: [] }
    : townsNamed(await places(), text, words, tools);

  const shown = async (found, from, query) => {
    const sections = await grouped(found.slice(from, from + STEP), { said, list, fold, query, written, isAway, named });
    return [...sections, ...more(found, from + STEP, query)];
  };
  const more = (found, from, query) => {
    if (found.length <= from) return [];
    const button = element("button", { type: "button", class: "more" }, said.more);
    let rest = found;
    button.addEventListener("click", async () => {
      const now = turn;
      try {
        rest ??= (await search(query.split(" "))).found;
        const next = await shown(rest, from, query);
        if (!button.isConnected) return; // the reader has written on, or has pressed twice
        status.querySelector("a")?.remove();
        button.replaceWith(...next);
        next[0].querySelector("a").focus();
      } catch {
        rest = null;
        if (now === turn) await fail();
      }
    });
    return [button];
  };
  // Nobody is left without an answer: a person may have it.
  const somebody = async () => {
    const place = await mine(), { base, guide } = said;
    const somebody = place ? [`${base}${own}/#contact`, told(said.askOwn, { name: place.place[0] })]
      : [`${guide}#contact`, said.ask];
    return list.links([somebody, [base, said.choose]]);
  };
  const sentence = (words, total, { found, fewer, instead, beyond }) => {
    if (!total) return [told(said.none, { words }), beyond && said.beyond].filter(Boolean).join(" ");
    if (instead) return told(said.instead, { words, other: instead });
    const count = (fewer ? found.length : total).toLocaleString(document.documentElement.lang);
    return told(fewer ? said.fewer : total === 1 ? said.one : said.some, { count });
  };

  // The address of what is looked for: that of the page of the search, and of that page in other languages.
  const asking = (address, text) => {
    const url = new URL(address);
    const values = [["q", text], ...NARROWED.map((name) => [name, chosen(name)]), ["all", all?.checked && all.value]];
    for (const [name, value] of values) value ? url.searchParams.set(name, value) : url.searchParams.delete(name);
    if (own) url.searchParams.set("lieu", own);
    return url.href;
  };
  const remember = (text) => {
    history.replaceState(null, "", asking(location, text));
    for (const link of document.querySelectorAll(".langs a")) link.href = asking(link.href, text);
  };

  const sections = inPage && document.querySelector("details.parts"); // they would follow the results
  const fail = () => {
    if (sections) sections.open = true;
    const again = asking(inPage ? location : form.action, input.value.trim());
    const isCut = said.kept && !navigator.onLine; // what was read opens without a network, the search does not
    status.replaceChildren(element("a", { href: isCut ? said.kept : again }, isCut ? said.offline : said.failed));
    return forget(said.engine);
  };
  const answer = async (text, now) => {
    const words = wordsOf(text, fold, ignored), number = fold(text); // "17" calls the police before it is a place
    const ready = Promise.all([findHome(), engineAt(said.engine)]);
    const [pages, found] = await Promise.allSettled([ready.then(() => search(words)), towns(text, words)]);
    const { named: sure, maybe, close, told: answered } = weighed(pages.value, found.value, fold);
    if (pages.status === "rejected" && !sure.length) throw pages.reason;
    const total = answered.found.length + sure.length + maybe.length;
    if (!total && !navigator.onLine) throw new Error("no network"); // of an index that it cannot read, Pagefind says nothing
    const query = (answered.looked ?? words).join(" ");
    const urgent = answered.found[0]?.facts[1] === "emergency" ? 1 : 0;
    const parts = [...await shown(answered.found.slice(0, urgent), 0, query), ...list.towns(sure, number),
      ...await shown(answered.found.slice(urgent), 0, query),
      ...list.towns(total ? maybe : close, number, sure.length ? said.otherTowns : said.towns),
      ...total ? [] : [await somebody()]];
    if (now !== turn) return; // the reader has written on
    status.textContent = sentence(text, total, answered);
    if (!total && answered.beyond) form.querySelector("details").open = true; // it has the box that is spoken of
    if (sections) sections.open = !total;
    results.replaceChildren(...parts);
  };
  const run = () => {
    const text = written = input.value.trim(), now = ++turn;
    if (inPage) remember(text);
    status.textContent = text && said.busy;
    if (!text) return results.replaceChildren();
    answer(text, now).catch(() => {
      if (now !== turn) return;
      fail();
      results.replaceChildren();
    });
  };

  if (door === "partners" && all) {
    const [label] = all.labels;
    label.textContent = label.dataset.partners;
  }
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(waiting);
    run();
  });
  form.addEventListener("input", ({ target }) => {
    clearTimeout(waiting);
    waiting = setTimeout(run, target === input ? 200 : 0);
  });
  // What an address asks for: that of the page, or of a list that was narrowed so.
  const narrow = (address) => {
    const before = new URL(address).searchParams;
    for (const name of NARROWED) {
      const choice = form.elements[name], value = before.get(name);
      if (!value || ![...choice?.options ?? []].some((option) => option.value === value)) continue;
      choice.value = value;
      form.querySelector("details").open = true; // what leaves results out is seen
    }
    if (input.value) run();
  };
  if (!inPage) return narrow;
  const before = new URLSearchParams(location.search);
  if (all && before.has("all")) all.checked = form.querySelector("details").open = true;
  input.value ||= before.get("q") ?? ""; // the reader may have begun to write
  narrow(location);
  return narrow;
};
