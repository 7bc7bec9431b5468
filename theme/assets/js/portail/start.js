// Each by itself: one that fails is reported, and takes nothing else along.
const start = (selector, feature) => {
  for (const found of document.querySelectorAll(selector)) {
    try {
      feature(found);
    } catch (error) {
      queueMicrotask(() => { throw error; });
    }
  }
};
start(".unscripted", (note) => note.remove());
start("form[data-places]", finder);
start("a.find", searching);
start(".search[data-engine]", searched);
start("a.share", sharing);
start("body", () => placed(toldPlace()));
start("nav.filter", filter); // what leads to the reader's own place hears of the audience too
start("nav.langs", aimed);
start("body.kind-guide", explained);
start("main", glossed);
start("img[data-explore]", mapped);
start("details.short-kit", (kit) => kit.addEventListener("toggle", () => import(MODULES.kit), { once: true }));
addEventListener("beforeprint", printed);
