// One page for each guide of each language; the words, blocks and shell of a language are read once.
import { readFileSync } from "node:fs";

import { head } from "../lib/head.js";
import { main } from "../lib/main.js";

const languages = JSON.parse(readFileSync("languages.json", "utf8"));
const sets = languages.map((lang) => ({ lang, ...JSON.parse(readFileSync(`${lang}.json`, "utf8")) }));
const guides = sets.flatMap((set) => set.pages.map((page) => ({ page, set })));

function render({ guide: { page, set } }) {
  const slots = { ...head(page, set.words), content: main(page, set.words, set.blocks) };
  const { parts, slots: names } = set.shell;
  return names.reduce((html, name, at) => html + slots[name] + parts[at + 1], parts[0]);
}

export const data = {
  guides,
  pagination: { data: "guides", size: 1, alias: "guide" },
  permalink: ({ guide }) => `${guide.page.path}index.html`,
  eleventyExcludeFromCollections: true,
};
export { render };
