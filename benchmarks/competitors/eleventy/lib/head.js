// What fills the shell around a guide.
import { e, each } from "./escape.js";

const crumb = ({ url, title }) => `<li><a href="${e(url)}">${e(title)}</a></li>`;
const language = ({ url, lang, name }) => `<li><a href="${e(url)}" lang="${lang}" hreflang="${lang}">${e(name)}</a>`;

export const head = (page, words) => ({
  title: e(page.title),
  description: e(page.description),
  address: e(page.address),
  kind: e(page.kind),
  canonical: page.canonical_html ?? "",
  alternates: page.alternates_html ?? "",
  robots: page.robots_html ?? "",
  dated_script: page.dated_script_html ?? "",
  alerts: page.alerts_html ?? "",
  json_ld: page.json_ld_html ?? "",
  card: page.card_html ?? "",
  invitation: page.invitation_html ?? "",
  breadcrumbs: page.crumbs
    ? `<nav class="crumbs wide" aria-label="${words["nav.breadcrumbs"]}"><ol>${each(page.crumbs, crumb)}</ol></nav>`
    : "",
  switcher: `<nav class=langs aria-label="${words["nav.languages"]}"><ul>${each(page.switcher, language)}</ul></nav>`,
});
