const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/œ/g, "oe")
  .replace(/[^\p{L}\p{N}]+/gu, " ").trim().replace(/\bst(e?)\b/g, "saint$1").replace(/(\d) (?=\d)/g, "$1");
const element = (tag, attributes, ...children) => {
  const made = document.createElement(tag);
  for (const name in attributes) made.setAttribute(name, attributes[name]);
  made.append(...children);
  return made;
};
// Whether a click asks for what a link does by itself here: not for another tab or window, not for a file.
const plain = (event) => !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
// Letters to change, add or leave out (Levenshtein) to make one word of the other; more than `most` is as good as any.
const apart = (one, other, most) => {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let row = [...other].map((_, i) => i + 1);
  for (let i = 0; i < one.length; i++) {
    let left = i + 1, diagonal = i;
    row = row.map((above, j) => {
      const here = Math.min(diagonal + (one[i] !== other[j]), above + 1, left + 1);
      diagonal = above;
      return left = here;
    });
    if (Math.min(...row) > most) return most + 1;
  }
  return row.at(-1);
};
