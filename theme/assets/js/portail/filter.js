// The guide for one audience, "?pour=famille": an address to share. Without script the same links lead to its page.
const filter = (nav) => {
  const links = [...nav.querySelectorAll("[data-p]")], [everyone] = links, status = nav.querySelector("[role=status]");
  const blocks = [...document.querySelectorAll(".bs > div")], parts = document.querySelectorAll("[data-a]");
  const keep = (chosen) => {
    const wanted = chosen.dataset.p;
    for (const link of links) link.setAttribute("aria-current", link === chosen);
    for (const part of parts) part.hidden = wanted && !part.dataset.a.split(" ").includes(wanted);
    for (const section of document.querySelectorAll(".s")) {
      section.hidden = !section.querySelector(".bs > div:not([hidden])");
      document.querySelector(`.contents [href="#${section.id}"]`).parentElement.hidden = section.hidden;
    }
    kept("pour", wanted, [".ahead .choose"]); // the steps
    status.textContent = wanted && nav.dataset.kept.replace("{audience}", chosen.textContent.trim())
      .replace("{count}", blocks.filter((block) => !block.hidden).length).replace("{total}", blocks.length);
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
    const address = new URL(link.href);
    if (targeted()?.closest("[hidden]")) address.hash = ""; // it would show the whole guide to whoever opens it again
    history.replaceState(null, "", address);
    links.forEach(aim);
  });
  addEventListener("hashchange", reveal);
  nav.querySelector("details").open = asked || matchMedia("(min-width: 60rem)").matches; // a phone has better to show first
  keep(links.find((link) => link.dataset.p === asked) ?? everyone);
  reveal();
};
