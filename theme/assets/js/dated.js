// Comes in the head, before anything is seen: what a page shows from a moment, or until one, whenever it was made or kept.
// An alert is shown from its first minute to its last. A part that is over leaves, with the list or the shelf that it was
// alone in, and what leads to it. Of a page that is over itself nothing stays but the sentence that says so. Without script
// all of it is there until the next build.
{
  const { ends, gone } = document.currentScript.dataset;
  const MOST = 2 ** 31 - 1; // milliseconds that a timer can wait; it then looks again
  const left = new Set(); // where something was
  let waiting, said;

  const leave = (part) => {
    const { parentElement: around, id } = part;
    part.remove();
    if (id) for (const link of document.querySelectorAll(`:is(nav, .marks) a[href="#${CSS.escape(id)}"]`)) (link.closest("li") ?? link).remove();
    left.add(around);
    document.head.querySelector("[type='application/ld+json']")?.remove(); // it may tell of it
  };
  // Whether all of it has come: something stands after it.
  const isRead = (part) => document.readyState !== "loading" || part.nextSibling || part.parentElement && isRead(part.parentElement);
  // A picture goes with what is said of it.
  const clear = (now) => {
    for (const part of document.querySelectorAll("[data-until]")) if (now >= Date.parse(part.dataset.until)) leave(part.closest("figure") ?? part);
    for (const around of left) {
      if (around.isConnected && !around.childElementCount && isRead(around)) leave(around.closest(".shelf, .s, .stage") ?? around);
    }
  };
  const close = () => {
    const elsewhere = "meta[name=description], meta[name^='twitter:'], meta[property^='og:'], [type='application/ld+json']";
    for (const each of document.head.querySelectorAll(elsewhere)) each.remove();
    if (document.title !== gone) document.title = gone;
    const main = document.querySelector("main");
    if (!main || main.childElementCount === 1 && main.contains(said)) return;
    said ??= Object.assign(document.createElement("div"), { className: "page-head wide" });
    if (!said.firstChild) said.append(Object.assign(document.createElement("h1"), { textContent: gone }));
    main.replaceChildren(said);
  };
  const warn = (now) => {
    const banner = document.querySelector(".alerts");
    if (!banner) return;
    for (const alert of banner.children) alert.hidden = now < Date.parse(alert.dataset.starts) || now >= Date.parse(alert.dataset.ends);
    banner.hidden = !banner.querySelector(":scope > :not([hidden])");
  };
  const moments = () => [ends, ...[...document.querySelectorAll("[data-until], .alerts > *")]
    .flatMap(({ dataset }) => [dataset.until, dataset.starts, dataset.ends])].map(Date.parse);
  const look = () => {
    const now = Date.now();
    clear(now);
    warn(now);
    if (now >= Date.parse(ends)) close();
    const next = Math.min(...moments().filter((at) => at > now));
    clearTimeout(waiting);
    if (next < Infinity) waiting = setTimeout(look, Math.min(next - now, MOST));
  };
  const reading = new MutationObserver(look);
  reading.observe(document, { childList: true, subtree: true });
  addEventListener("DOMContentLoaded", () => {
    reading.disconnect();
    look();
  });
  addEventListener("pageshow", look);
  document.addEventListener("visibilitychange", look); // a phone may stop the timers of a page that nobody sees
}
