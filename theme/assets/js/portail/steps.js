// The steps for one audience, for the reader who comes from a guide that shows what is for them. All of them are an
// address without "pour" away, and there without script.
const stepsFor = (note) => {
  const wanted = new URLSearchParams(location.search).get("pour"), steps = [...document.querySelectorAll(".step")];
  const chosen = wanted && [...note.querySelectorAll("[data-p]")].find((each) => each.dataset.p === wanted);
  if (!chosen) return;
  const keep = (all) => {
    for (const step of steps) step.hidden = !all && step.dataset.a && !step.dataset.a.split(" ").includes(wanted);
    for (const stage of document.querySelectorAll(".stage")) stage.hidden = !stage.querySelector(".step:not([hidden])");
    note.hidden = all;
    document.dispatchEvent(new Event("steps"));
    kept("pour", !all && wanted, ["a.here"]);
  };
  const reveal = () => {
    const target = targeted();
    if (!target?.closest("[hidden]")) return;
    keep(true);
    target.scrollIntoView();
  };
  const everyone = new URL(location);
  everyone.searchParams.delete("pour");
  everyone.hash = "";
  note.querySelector("a").href = everyone.href;
  keep(false);
  note.querySelector("span").textContent = note.dataset.kept.replace("{audience}", chosen.textContent.trim())
    .replace("{count}", steps.filter((step) => !step.hidden).length).replace("{total}", steps.length);
  addEventListener("hashchange", reveal);
  reveal();
};
