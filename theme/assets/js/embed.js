// For other sites: shows a card of the portal in place of each link to one, <a class="portail-embed" href="…">title</a>,
// with the height in data-height where it has one. Where no script runs, the link leads to the card. Inside v1 what other
// sites have written goes on to work. A classic script, so that it knows its own address: it frames nothing but cards
// that stand beside it.
(() => {
  const cards = new URL("..", document.currentScript.src).href;
  const frame = (link) => {
    if (!link.href.startsWith(cards)) return;
    const shown = document.createElement("iframe");
    shown.title = link.title || link.textContent.trim();
    shown.loading = "lazy";
    shown.width = 480;
    shown.height = link.dataset.height || 420;
    shown.style.cssText = "border:0;max-width:100%";
    shown.src = link.href;
    link.replaceWith(shown);
  };
  const show = () => document.querySelectorAll("a.portail-embed[href]").forEach(frame);
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", show);
  else show();
})();
