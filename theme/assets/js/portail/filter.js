// The guide, or the steps, for one audience, "?pour=famille": an address to share. Without script the same links lead to
// the page of each.
const filter = (nav) => {
  const links = [...nav.querySelectorAll("[data-p]")], [everyone] = links, back = nav.querySelector(".for a"), status = nav.querySelector("[role=status]");
  const ITEM = ":is(.bs > div, .step)", items = [...document.querySelectorAll(ITEM)], parts = document.querySelectorAll("[data-a]");
  const keep = (chosen) => {
    const wanted = chosen.dataset.p;
    for (const link of links) link.setAttribute("aria-current", link.dataset.p === wanted);
    for (const part of parts) part.hidden = wanted && !part.dataset.a.split(" ").includes(wanted);
    for (const section of document.querySelectorAll(".s, .stage")) {
      section.hidden = !section.querySelector(`${ITEM}:not([hidden])`);
      for (const link of document.querySelectorAll(`.contents [href="#${section.id}"]`)) link.parentElement.hidden = section.hidden;
    }
    if (back) back.hidden = !wanted;
    kept("pour", wanted, [".ahead .choose", "a.here"]); // the steps, and back from them
    status.textContent = wanted && nav.dataset.kept.replace("{audience}", chosen.textContent.trim())
      .replace("{count}", items.filter((item) => !item.hidden).length).replace("{total}", items.length);
    document.dispatchEvent(new Event("filtered"));
  };
  const asked = new URLSearchParams(location.search).get("pour");
  // Of the address only "pour" changes; the block that it leads to may have changed since.
  const aim = (link) => {
    const address = new URL(location);
    if (link.dataset.p) address.searchParams.set("pour", link.dataset.p);
    else address.searchParams.delete("pour");
    link.href = address.href;
  };
  const reveal = () => {
    links.forEach(aim);
    const target = targeted();
    if (!target?.closest("[hidden]")) return;
    keep(everyone);
    target.scrollIntoView();
  };
  nav.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    aim(link);
    keep(link);
    if (link.hidden) nav.querySelector("summary").focus(); // what had the focus is gone
    const address = new URL(link.href);
    if (targeted()?.closest("[hidden]")) address.hash = ""; // it would show everything to whoever opens it again
    history.replaceState(null, "", address);
    links.forEach(aim);
  });
  addEventListener("hashchange", reveal);
  nav.querySelector("details").open = asked || matchMedia("(min-width: 60rem)").matches; // a phone has better to show first
  keep(links.find((link) => link.dataset.p === asked) ?? everyone);
  reveal();
};
