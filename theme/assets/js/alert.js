// Comes in the head, before anything is seen: an alert is shown from its first minute to its last, whenever the page was
// made or kept, and what is over is gone before it is drawn. Without script all of them are there, with their dates.
{
  const MOST = 2 ** 31 - 1; // milliseconds that a timer can wait; it then looks again
  let waiting;
  const look = () => {
    const banner = document.querySelector(".alerts"), now = Date.now();
    if (!banner) return;
    let next = Infinity;
    for (const alert of banner.children) {
      const [starts, ends] = [alert.dataset.starts, alert.dataset.ends].map(Date.parse);
      alert.hidden = now < starts || now >= ends;
      next = Math.min(next, ...[starts, ends].filter((at) => at > now));
    }
    banner.hidden = !banner.querySelector(":scope > :not([hidden])");
    clearTimeout(waiting);
    if (next < Infinity) waiting = setTimeout(look, Math.min(next - now, MOST));
  };
  const reading = new MutationObserver(look);
  reading.observe(document, { childList: true, subtree: true });
  addEventListener("DOMContentLoaded", () => reading.disconnect());
  addEventListener("pageshow", look);
  document.addEventListener("visibilitychange", look); // a phone may stop the timers of a page that nobody sees
}
