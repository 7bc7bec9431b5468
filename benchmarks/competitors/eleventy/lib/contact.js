// theme/partials/contact.html, as a template of Eleventy.
import { e, each, given } from "./escape.js";

const telephone = (c, w) =>
  c.telephone
    ? `<p><a class=tel href="${e(c.telephone_href)}"><span class=sr>${w["contact.telephone"]} </span>${e(c.telephone)}</a></p>`
    : `<p class=small>${w[c.address || c.email || c.website ? "contact.telephone_unknown" : "contact.unpublished"]}</p>`;

const hours = (c, w) => {
  if (c.hours_html) {
    const lang = given(c.hours_lang, (code) => ` lang="${code}"`);
    return `<ul class=hours aria-label="${w["contact.hours"]}"${lang}>${each(c.hours_html, (line) => `<li>${line}`)}
</ul>`;
  }
  if (c.hours_raw) return `<p class=small>${w["contact.hours_unclear"]} <q>${e(c.hours_raw)}</q></p>`;
  return c.telephone ? `<p class=small>${w["contact.hours_unknown"]}</p>` : "";
};

const ways = (c, w) =>
  c.email || c.website
    ? `<ul class=ways>
${given(c.email, (address) => `<li><a href="mailto:${e(address)}">${e(address)}</a></li>`)}${given(
        c.website,
        (url) => `<li><a href="${e(url)}">${e(c.website_text ?? w["contact.visit"])}</a></li>`,
      )}</ul>`
    : "";

export const contact = (c, w, level) => `<div class=contact${given(c.id, (id) => ` id="${id}"`)}>
${given(c.role_html, (role) => `<p class=kicker>${role}</p>`)}
<h${level}>${c.name_html}</h${level}>
${given(c.note, (note) => `<p class=small>${e(note)}</p>`)}
${telephone(c, w)}
${hours(c, w)}
${given(c.address, (text) => `<p class=address><span class=sr>${w["contact.address"]} </span>${e(text)}</p>`)}
${given(c.wheelchair, (text) => `<p class=small>${e(text)}</p>`)}
${ways(c, w)}
${given(c.languages, (text) => `<p class=small>${e(text)}</p>`)}
${c.source_html || c.checked ? `<p class=small>${c.source_html ?? ""} ${e(c.checked ?? "")}</p>` : ""}</div>`;
