// The explanation of a word, under the paragraph that has it (WAI-ARIA APG, disclosure); one is open at a time.
// It is taken from the glossary's own page, fetched once. Where no network brings it, nobody is led away: `failed` says
// so, and is the link. Raises an error where the page does not have the word.
const pages = new Map();
let open = null;

const fetched = async (address) => {
  const answer = await fetch(address).catch((cause) => { throw Error(address, { cause }); });
  if (!answer.ok) throw Error(`${address}: ${answer.status}`);
  return new DOMParser().parseFromString(await answer.text(), "text/html");
};
const page = (address) => {
  if (!pages.has(address)) pages.set(address, fetched(address));
  return pages.get(address);
};

const close = () => {
  open?.word.setAttribute("aria-expanded", false);
  open?.note.remove();
  open = null;
};

addEventListener("keydown", ({ key }) => {
  if (key !== "Escape" || !open) return;
  if (open.note.contains(document.activeElement)) open.word.focus();
  close();
});

export default async (word, element, failed) => {
  const again = open?.word === word;
  close();
  if (again) return;
  const { href, hash } = word, holder = word.closest("p, li, dd, td") ?? word.parentElement;
  // A status, empty before it speaks: what comes into it is read out, and the focus stays on the word.
  const note = element("div", { class: "gloss", role: "status", lang: document.documentElement.lang });
  if (holder.matches("p")) holder.after(note);
  else holder.append(note);
  word.setAttribute("aria-expanded", true);
  open = { word, note };
  try {
    const glossary = await page(href.slice(0, -hash.length)), term = glossary.getElementById(hash.slice(1));
    const copy = (tag, from) => element(tag, {}, ...document.importNode(from, true).childNodes);
    const whole = element("a", { href }, glossary.querySelector("dl.glossary").dataset.all);
    note.append(copy("b", term), copy("p", term.nextElementSibling), whole);
    note.scrollIntoView({ block: "nearest" }); // under a long paragraph it may begin out of sight, or behind the bar of the guide
  } catch (error) {
    pages.clear();
    if (error.cause) return note.append(element("a", { href }, failed));
    if (open?.note === note) close();
    throw error;
  }
};
