// A word of the glossary opens its explanation on the spot. Without script, or when that fails, it is a link to it.
const glossed = (main) => {
  for (const word of main.querySelectorAll("[role=doc-glossref]")) word.setAttribute("aria-expanded", false);
  main.addEventListener("click", (event) => {
    const word = event.target.closest("[role=doc-glossref]");
    if (!word || !plain(event)) return;
    event.preventDefault();
    import(MODULES.glossary).then((module) => module.default(word, element, WORDS[document.documentElement.lang].word))
      .catch(() => location.assign(word.href));
  });
};
