// The search, in four parts that are joined into one module (order.txt). First what is asked of the index, and how words
// that it does not have are mended.

const NARROWED = ["ou", "theme", "pour"]; // what narrows results, in the form, in the address and from the fourth place on in the catalogue
// What titles weigh is in the records.
const RANKING = { termSimilarity: 3, termFrequency: .5, pageLength: .15, metaWeights: { title: .3 } };
const SHORT = 5; // letters of a word that is rather itself than a beginning: "bus" is no "business"
const MOST = 24; // words looked for: a whole letter is no question
const EXPLAINS = ["emergency", "block", "step", "word", "easy", "child"]; // before places, people and what is to be seen

// What the portal says, with its values: the reader's own words may hold any sign.
const told = (text, values) => text.replace(/\{(\w+)\}/gu, (sign, name) => values[name] ?? sign);

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

// The index may be older than what it tells: what has left since is not found.
const isOver = ([, , , , , , until]) => Date.now() >= Date.parse(until);

// Words that look for nothing are left out, unless there is no other.
const wordsOf = (text, fold, ignored) => {
  const written = fold(text.replace(/(?<=\p{L})&(?=\p{L})/gu, "")).split(" ").filter(Boolean);
  const kept = written.filter((word) => word.length > 1 && !ignored.has(word));
  return (kept.length ? kept : written).slice(0, MOST);
};

// What has all the words. A short one is a word of its own wherever there is one; else what begins with it.
const itself = async (engine, word) => word.length <= SHORT ? (await engine.search(`"${word}"`)).results : [];
const havingAll = async (engine, words) => {
  let { results } = await engine.search(words.join(" "));
  for (const word of words) {
    const ids = new Set((await itself(engine, word)).map(({ id }) => id));
    if (ids.size) results = results.filter(({ id }) => ids.has(id));
  }
  return results;
};

// Of a word that it does not know, Pagefind finds the longest beginning that it knows: "slogan" by "s’". What is found
// has to begin like what was written, but for its ending.
const alike = (written, word) => {
  const stem = written.replace(/(?<=..)[sx]$|(?<=...)(?:i?es|ing|ed)$/u, "");
  let same = 0;
  while (same < stem.length && stem[same] === word[same]) same++;
  return same >= Math.min(4, stem.length) && same >= .7 * stem.length;
};
const isKnown = async (engine, word, fold) => {
  if ((await itself(engine, word)).length) return true;
  const { results } = await engine.search(word);
  const marked = await Promise.all(results.slice(0, 3).map(async (result) => {
    const text = (await result.data()).content.split(/\s+/u);
    return result.words.map((place) => fold(text[place] ?? ""))
      .flatMap((one) => [...one.split(" "), one.replaceAll(" ", "")]);
  }));
  return marked.flat().some((found) => alike(word, found));
};

// The words that are a slip of the finger away from those that nothing has: asked for where there is no other answer.
const mended = async (words, known, address, { fold, nearest }) => {
  const all = await once(address, (whole) => fetch(whole).then((answer) => answer.text()))
    .then((text) => text.split("\n").map((word) => ({ word, name: fold(word) }))).catch(() => []);
  const mend = (word) => nearest(all, word).find(({ name }) => name[0] === word[0])?.word;
  const right = words.map((word) => all.find(({ name }) => name === word)?.word ?? mend(word)
    ?? (known.includes(word) && word));
  return right.every(Boolean) && right;
};

// Pages with all the words; where there is none, pages with some of them: what explains first, the most words first.
const searching = (said, tools, { asked, away, behind }) => {
  const having = async (results) => {
    const known = await factsOf(results, said.catalogue);
    return results.map((result) => ({ result, facts: known[result.id] })).filter(({ facts }) => !isOver(facts) && asked(facts))
      .sort((one, other) => away(one) - away(other));
  };
  const withSome = async (engine, words) => {
    const some = new Map();
    for (const word of words) {
      for (const { result, facts } of await having(await havingAll(engine, [word]))) {
        const { count, score } = some.get(result.id) ?? { count: 0, score: 0 };
        some.set(result.id, { result, facts, count: count + 1, score: score + result.score });
      }
    }
    const order = ({ facts }) => !EXPLAINS.includes(facts[1]);
    return [...some.values()].filter(({ facts }) => behind(facts)).sort((one, other) => order(one) - order(other)
      || other.count - one.count || away(one) - away(other) || other.score - one.score);
  };
  return async (words) => {
    const [engine] = await Promise.all([engineAt(said.engine), catalogueAt(said.catalogue, "no-cache")]);
    const known = [];
    for (const word of words) if (await isKnown(engine, word, tools.fold)) known.push(word);
    const right = known.length < words.length && await mended(words, known, said.words, tools);
    const looked = right ? right.map(tools.fold) : words, instead = right ? right.join(" ") : "";
    const whole = right || known.length === words.length ? await having(await havingAll(engine, looked)) : [];
    const found = whole.filter(({ facts }) => behind(facts));
    if (found.length || words.length < 2) return { found, instead, looked, beyond: whole.length > found.length };
    const best = await withSome(engine, known);
    return { found: best, looked: words, fewer: best.length > 0, beyond: whole.length > 0 };
  };
};
