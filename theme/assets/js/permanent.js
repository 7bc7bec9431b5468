// At a permanent address, which is in no language: the reader goes on in the first of theirs that the page has, with
// what they asked for, and the way back does not lead here again. A classic script, after the links that it reads.
const ways = [...document.querySelectorAll("a[hreflang]")];
const language = (tag) => tag.toLowerCase().split("-")[0];
const way = navigator.languages
  .map((wanted) => ways.find(({ hreflang }) => hreflang.toLowerCase() === wanted.toLowerCase())
    ?? ways.find(({ hreflang }) => language(hreflang) === language(wanted)))
  .find(Boolean) ?? ways[0];
const { search, hash } = location;
location.replace(Object.assign(new URL(way.href), { search, ...(hash && { hash }) }));
