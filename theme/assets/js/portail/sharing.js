// The address of the page or of a block, to copy or to send: its language stays in it, whom the guide is filtered for
// does not. A button that shows what can be done with it (WAI-ARIA APG, disclosure); one is open at a time. Without
// script the foot of the page has a link to a letter.
const sharing = (letterOfPage) => {
  const { lang } = document.documentElement, { share, copy, mail, message, copied, refused } = WORDS[lang];
  const encoded = (values) => Object.entries(values).map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join("&");
  const ways = element("div", { class: "share-ways", lang });
  let button = null;
  const close = () => {
    button?.setAttribute("aria-expanded", false);
    ways.remove();
    button = null;
  };
  const show = (opener, hash, ...titles) => {
    const [title] = titles, url = location.origin + location.pathname + hash, subject = titles.join(" – ");
    const status = element("p", { role: "status", class: "small" });
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
  const page = document.querySelector("h1")?.textContent ?? document.title;
  const opening = (opener, ...shared) => {
    opener.addEventListener("click", () => {
      const again = opener === button;
      close();
      if (!again) show(opener, ...shared);
    });
    return opener;
  };
  const made = (...words) => element("button", { type: "button", class: "share", "aria-expanded": false, lang }, ...words);
  letterOfPage.replaceWith(opening(made(letterOfPage.textContent), "", page));
  for (const block of document.querySelectorAll(".sections .bs > div")) {
    const title = block.querySelector("h3").textContent;
    const opener = made(share, element("span", { class: "sr", lang: block.lang || lang }, `: ${title}`));
    (block.querySelector(":scope > .nd") ?? block).append(opening(opener, `#${block.id}`, title, page));
  }
  addEventListener("keydown", ({ key }) => {
    if (key !== "Escape" || !button) return;
    if (ways.contains(document.activeElement)) button.focus();
    close();
  });
  addEventListener("click", ({ target }) => button && !button.contains(target) && !ways.contains(target) && close());
};
