// Comes in the head, before anything is seen: an alert is shown from its first minute to its last, whenever the page was
// made or kept, and what is over is gone before it is drawn. Without script all of them are there, with their dates.
{
  const look = () => {
    const banner = document.querySelector(".alerts"), now = Date.now();
    if (!banner) return;
    for (const alert of banner.children) {
      alert.hidden = now < Date.parse(alert.dataset.starts) || now >= Date.parse(alert.dataset.ends);
    }
    banner.hidden = !banner.querySelector(":scope > :not([hidden])");
  };
  const reading = new MutationObserver(look);
  reading.observe(document, { childList: true, subtree: true });
  addEventListener("DOMContentLoaded", () => reading.disconnect());
  addEventListener("pageshow", look);
  document.addEventListener("visibilitychange", look); // a phone keeps a page open for days
}
