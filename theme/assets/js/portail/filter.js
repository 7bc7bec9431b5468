// The guide, or the steps, for one audience or several, "?pour=famille,etranger": an address to share. Without script the
// same links lead to the page of each; with it they are switches, and a link beside them leads back to everything.
const filter = (nav) => {
  const links = [...nav.querySelectorAll("[data-p]")], [everyone] = links, back = nav.querySelector(".for a");
  const status = nav.querySelector("[role=status]");
  const switches = links.filter((link) => link.dataset.p), slugs = (some) => some.map((link) => link.dataset.p);
  const ITEM = ":is(.bs > div, .step)", items = [...document.querySelectorAll(ITEM)], parts = document.querySelectorAll("[data-a]");
  const list = new Intl.ListFormat(document.documentElement.lang);
  let chosen = [];
  const keep = (some) => {
    chosen = some;
    const wanted = slugs(chosen);
    for (const link of switches) link.setAttribute("aria-pressed", chosen.includes(link));
    everyone.setAttribute("aria-current", !wanted.length);
    for (const part of parts) part.hidden = wanted.length && !part.dataset.a.split(" ").some((slug) => wanted.includes(slug));
    for (const section of document.querySelectorAll(".s, .stage")) {
      section.hidden = !section.querySelector(`${ITEM}:not([hidden])`);
      for (const link of document.querySelectorAll(`.contents [href="#${section.id}"]`)) link.parentElement.hidden = section.hidden;
    }
    if (back) back.hidden = !wanted.length;
    kept("pour", wanted.join(), [".ahead .choose", "a.here"]); // the steps, and back from them
    // Each in its own quotation marks.
    const names = (quoted) => list.format(chosen.map((link) => quoted.replace("{audience}", () => link.textContent.trim())));
    status.textContent = wanted.length ? nav.dataset.kept.replace(/([«‘“"]\s?)?\{audience\}(\s?[»’”"])?/, names)
      .replace("{count}", items.filter((item) => !item.hidden).length).replace("{total}", items.length) : "";
    document.dispatchEvent(new Event("filtered"));
  };
  const after = (link) => switches.filter((each) => link.dataset.p && (each === link) !== chosen.includes(each));
  // Of the address only "pour" changes; the block that it leads to may have changed since.
  const aim = () => {
    for (const link of links) link.href = asking(location, "pour", slugs(after(link)).join());
  };
  const reveal = () => {
    aim();
    const target = targeted();
    if (!target?.closest("[hidden]")) return;
    keep([]);
    aim();
    target.scrollIntoView();
  };
  nav.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (!link || !plain(event)) return;
    event.preventDefault();
    keep(after(link));
    if (link.hidden) nav.querySelector("summary").focus(); // what had the focus is gone
    const address = asking(location, "pour", slugs(chosen).join());
    if (targeted()?.closest("[hidden]")) address.hash = ""; // it would show everything to whoever opens it again
    history.replaceState(null, "", address);
    aim();
  });
  nav.addEventListener("keydown", (event) => {
    if (event.key !== " " || !event.target.matches("[role=button]")) return;
    event.preventDefault();
    event.target.click();
  });
  addEventListener("hashchange", reveal);
  const asked = new URLSearchParams(location.search).get("pour");
  nav.querySelector("details").open = asked || matchMedia("(min-width: 60rem)").matches; // a phone has better to show first
  for (const link of switches) link.role = "button";
  keep(switches.filter((link) => asked?.split(",").includes(link.dataset.p)));
  reveal();
};
