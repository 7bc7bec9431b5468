// The address of a block, to copy or to send: its language stays in it, whom the guide is filtered for does not.
// A button that shows what can be done with it (WAI-ARIA APG, disclosure); one is open at a time.
const sharing = (sections) => {
  const { share, copy, mail, message, copied, refused } = sections.dataset, { lang } = document.documentElement;
  const encoded = (values) => Object.entries(values).map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join("&");
  const ways = element("div", { class: "share-ways", lang });
  let button = null;
  const close = () => {
    button?.setAttribute("aria-expanded", false);
    ways.remove();
    button = null;
  };
  const show = (block, opener) => {
    const title = block.querySelector("h3").textContent, url = new URL(`#${block.id}`, location.origin + location.pathname).href;
    const subject = `${title} – ${document.querySelector("h1").textContent}`, status = element("p", { role: "status", class: "small" });
    const copying = element("button", { type: "button" }, copy);
    const letter = element("a", { href: `mailto:?${encoded({ subject, body: url })}` }, mail);
    const note = navigator.share ? element("button", { type: "button" }, message)
      : element("a", { href: `sms:?&${encoded({ body: `${title} ${url}` })}` }, message);
    copying.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(url);
        status.textContent = copied;
      } catch { // not allowed, or not on a page without https: the reader copies it
        status.textContent = `${refused} ${url}`;
      }
    });
    if (navigator.share) note.addEventListener("click", () => navigator.share({ title: subject, url }).catch(() => {}));
    ways.replaceChildren(copying, letter, note, status);
    button = opener;
    (button.closest(".nd") ?? button).after(ways);
    button.setAttribute("aria-expanded", true);
    ways.scrollIntoView({ block: "nearest" }); // the bar at the foot of the screen is left out (scroll-padding)
  };
  for (const block of sections.querySelectorAll(".bs > div")) {
    const title = element("span", { class: "sr", lang: block.lang || lang }, `: ${block.querySelector("h3").textContent}`);
    const opener = element("button", { type: "button", class: "share", "aria-expanded": false, lang }, share, title);
    opener.addEventListener("click", () => {
      const again = opener === button;
      close();
      if (!again) show(block, opener);
    });
    (block.querySelector(":scope > .nd") ?? block).append(opener);
  }
  addEventListener("keydown", ({ key }) => {
    if (key !== "Escape" || !button) return;
    if (ways.contains(document.activeElement)) button.focus();
    close();
  });
  addEventListener("click", ({ target }) => button && !button.contains(target) && !ways.contains(target) && close());
};
