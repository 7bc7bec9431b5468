// theme/pages/guide.html, as a template of Eleventy.
import { contact } from "./contact.js";
import { e, each, given } from "./escape.js";

const anchors = (ids) => each(ids, (id) => `<span id="${id}"></span>`);
const small = (html) => given(html, (text) => ` <small>${text}</small>`);
const audiences = (slugs) => given(slugs, (text) => ` data-a="${text}"`);
const lang = (code) => given(code, (text) => ` lang="${text}"`);
const anchor = ({ url, title_html, title, lang: code }) => `<a href="${e(url)}"${lang(code)}>${title_html ?? e(title)}</a>`;
const item = (link) => `<li${audiences(link.audiences)}>${anchor(link)}${small(link.note_html)}`;
const links = (list, after = "") => `<ul class=links>${each(list, item)}${after}</ul>`;
const listed = (title, html) => `<div><h3>${e(title)}</h3>${html}</div>`;

const first = (p, w) =>
  p.contact || p.choose_url
    ? `<section class=first id=contact><h2>${anchors(p.silent)}${w["guide.contact"]}</h2>
${given(p.choose_url, (url) => `<p>${w["guide.choose_why"]}</p>
<p><a class=choose href="${e(url)}">${w["guide.choose"]}</a></p>`)}${given(p.contact, (c) => contact(c, w, 3))}</section>`
    : "";

const contents = (p, w) => `<nav class=contents aria-labelledby=contents><h2 id=contents>${w["guide.contents"]}</h2><ul>
${each(p.sections, ({ id, title_html }) => `<li><a href=#${id}>${title_html}</a>`)}${
  p.answers || p.unrecorded ? `<li><a href=#who>${w["guide.answers"]}</a>` : ""
}${p.welcome ? `<li><a href=#welcome>${w["welcome.title"]}</a>` : ""}${
  p.emergency ? `<li><a href=#emergency>${w["emergency.title"]}</a>` : ""
}${each(p.children, ({ id, title_html }) => `<li><a href=#${id}>${title_html}</a>`)}</ul></nav>`;

const way = (it) =>
  `<li${audiences(it.audiences)}><a${given(it.style, (name) => ` class=${name}`)} href="${e(it.url)}">${it.title_html}</a>${small(it.note_html)}`;

const ahead = (p, w) =>
  given(
    p.ways,
    (list) => `<nav class=ahead aria-labelledby=ahead><h2 id=ahead>${w["guide.ways"]}</h2><ul class=links>
${each(list, way)}</ul></nav>`,
  );

const map = (m) =>
  `<img class=map src="${e(m.src)}" alt="${e(m.alt)}" width=${m.width} height=${m.height} data-explore="${e(m.explore)}">`;

const value = ({ url, value_html, note }) =>
  `<dd>${url ? `<a href="${e(url)}">${value_html}</a>` : value_html}${given(note, (text) => ` <small>${e(text)}</small>`)}`;

const facts = (p) => `<section class="facts wide"><h2>${e(p.facts_title)}</h2><dl>
${each(p.facts, (fact) => `<div><dt>${fact.label_html}${each(fact.values, value)}</div>`)}</dl>
${given(p.facts_source_html, (text) => `<p class=small>${text}</p>`)}</section>`;

const answer = (it, w) => `<li id="${it.id}"><h3>${it.title_html}</h3>
${given(it.text_html, (text) => `<p>${text}</p>`)}${given(it.links, links)}${given(it.contact, (c) => contact(c, w, 4))}</li>`;

const who = (p, w, blocks) =>
  p.answers || p.unrecorded
    ? `<section class=who id=who><h2>${
        p.contact || p.choose_url ? "" : `<span id=contact></span>${anchors(p.silent)}`
      }${w["guide.answers"]}</h2>
${given(p.answers, (list) => `<ul class=answers>${each(list, (it) => answer(it, w))}</ul>`)}
${blocks[p.unrecorded] ?? ""}
</section>`
    : "";

const quote = (q) => `<li id="${q.id}"${audiences(q.audiences)}><figure><blockquote${lang(q.lang)}><h4>${e(q.title)}</h4>
${q.body_html}</blockquote>
<figcaption><b>${e(q.name)}</b>${given(q.who_html, (text) => ` · ${text}`)}${given(
  q.note,
  (text) => ` <small class=note>${e(text)}</small>`,
)}</figcaption></figure></li>`;

const group = (it) =>
  `<div><h3>${e(it.title)}</h3>${given(it.links, links)}${given(
    it.quotes,
    (list) => `<ul class=quotes>${each(list, quote)}</ul>`,
  )}<p><a class=more href="${e(it.more.url)}">${it.more.title_html}</a></p>${given(
    it.follow,
    (list) => `<p class=small>${list.map((link) => `<a href="${e(link.url)}">${link.title_html}</a>`).join(" · ")}</p>`,
  )}</div>`;

const welcome = (p, w, blocks) =>
  p.welcome
    ? `<section class=who id=welcome><h2>${w["welcome.title"]}</h2><div class=around-lists>${each(p.welcome, group)}</div></section>`
    : (blocks[p.directories] ?? "");

const organisation = (it) =>
  `<dt>${it.url ? `<a href="${e(it.url)}">${it.name_html}</a>` : it.name_html}<dd>${it.summary_html}${small(it.note_html)}`;

const town = (it) => `<li>${anchor(it)} <small>${e(it.km)}</small>`;
const all = (p, w) => given(p.all_assets, (url) => `<li><a href="${e(url)}">${w["home.assets_more"]}</a>`);

const around = (p, w) =>
  given(
    p.around,
    (title) => `<section class=around><h2>${e(title)}</h2><div class=around-lists>
${given(p.assets, (list) => listed(w[p.here_is_near ? "guide.see_near" : "guide.see_here"], links(list, all(p, w))))}
${given(p.people, (list) => listed(w["guide.people_here"], links(list)))}
${given(p.neighbours, (list) => listed(p.neighbours_title, links(list)))}
${given(p.towns, (list) => `<div><h3>${w["guide.towns"]}</h3><ul class=links>${each(list, town)}
</ul><p class=small>${e(p.towns_note)}</p></div>`)}
${given(
  p.organisations,
  (list) => `<div>${p.bodies_beside ? `<h3>${w["guide.organisations"]}</h3>` : ""}<dl class=bodies>${each(list, organisation)}</dl></div>`,
)}
</div></section>`,
  );

const level = ({ id, title_html, places }) => `<h3 id="${id}">${title_html}</h3><ul class="links many">
${each(places, (place) => `<li>${anchor(place)}</li>`)}</ul>`;

const children = (p) =>
  given(p.children, (list) => `<section class=children><h2>${e(p.children_title)}</h2>${each(list, level)}</section>`);

const reach = (p, w) => {
  const call = () => `<a href="${e(p.contact.telephone_href)}">${e(p.call_title)}</a>`;
  const choose = (url) => `<a href="${e(url)}">${w["guide.choose"]}</a>`;
  const next = p.choose_url ? choose(p.choose_url) : given(p.call_title, call);
  return `<p class=reach><a href=#contents>${w["guide.contents"]}</a> ${next}</p>`;
};

/** The inside of a guide's `<main>`. */
export const main = (p, w, blocks) => `<div class="place wide"><div class=place-head><p class=kicker>${p.level_html}</p>
<h1${p.h1_is_long ? " class=long" : ""}>${p.h1_html}</h1>${given(p.paper, (text) => `<p class=paper>${e(text)}</p>`)}${given(
  p.namesake,
  ({ url, title_html }) => `<p><a class=more href="${e(url)}">${title_html}</a></p>`,
)}</div>
${first(p, w)}
${blocks[p.filter] ?? ""}
${contents(p, w)}
${ahead(p, w)}
${given(p.map, map)}</div>${facts(p)}<div class=sections>
${each(p.sections, ({ block }) => blocks[block])}
${who(p, w, blocks)}
${welcome(p, w, blocks)}
${blocks[p.emergency] ?? ""}
${around(p, w)}
${children(p)}
${reach(p, w)}</div>`;
