// Keeps what was read. `site` comes before this file (site_builder/outputs/worker.py). With a network, a page is always
// the server's, however long that takes: what is kept answers only where the network does not.
// Two stores of one host may belong to two portals: their names hold the base path. SHELL is of this version of the
// worker; KEPT outlives it, so that a guide read before a journey is still there after the portal has changed.
const OURS = `portail ${site.base} `, SHELL = `${OURS}${site.version}`, KEPT = `${OURS}kept`;
const SAME = { ignoreSearch: true, ignoreVary: true }; // "?pour=", "?lieu=" are the reader's: the page is one
// What a page, a style sheet or a script is made of; an attribute may stand without quotes.
const NAMED = /(?:["'(]|=(?=\/))([^"'()\s<>]+\.(?:css|js|svg|woff2))(?=["')#\s>])/g;
const HASHED = /\.[0-9a-f]{10}\.\w+$/; // its name changes when it does
const HERE = new URL(site.base, location);

const isPage = (answer) => answer.ok && !answer.redirected && /^text\/html/.test(answer.headers.get("content-type"));
const isPart = (address) => address.origin === HERE.origin && address.pathname.startsWith(`${site.base}assets/`);
const bare = (address) => {
  const { origin, pathname } = new URL(address, HERE);
  return origin + pathname;
};
const parts = (text, at) => [...new Set([...text.matchAll(NAMED)].map(([, name]) => new URL(name, at)).filter(isPart).map(bare))];

const keepPart = async (cache, address) => {
  if (await cache.match(address, SAME)) return;
  const answer = await fetch(address);
  if (!answer.ok) return;
  await cache.put(address, answer.clone());
  await keepParts(cache, await answer.text(), address);
};
const keepParts = async (cache, text, at) => {
  const made = /\.(svg|woff2)$/.test(at) ? [] : parts(text, at);
  await Promise.all(made.map((address) => keepPart(cache, address)));
};
// The page read last comes last.
const keepPage = async (name, answer) => {
  const cache = await caches.open(name), address = bare(answer.url), text = await answer.clone().text();
  await cache.delete(address, SAME);
  await cache.put(address, answer);
  await keepParts(cache, text, address);
  return cache;
};
const keepRead = async (answer) => trim(await keepPage(KEPT, answer), site.most);

// At more than `most` pages, the oldest ones go, and all that no page is made of any more.
const trim = async (cache, most) => {
  const all = (await cache.keys()).map(({ url }) => url), pages = all.filter((url) => !isPart(new URL(url)));
  if (pages.length <= most) return;
  const needed = new Set(pages.slice(-site.most));
  for (const url of needed) { // what it comes upon is looked at in its turn
    if (/\.(svg|woff2)$/.test(url)) continue;
    const found = await cache.match(url);
    for (const address of found ? parts(await found.text(), url) : []) needed.add(address);
  }
  await Promise.all(all.filter((url) => !needed.has(url)).map((url) => cache.delete(url)));
};

// A kept page says so, and of which day it is.
const dated = async (found) => {
  const text = await found.text(), [, lang] = /<html lang="?([\w-]+)/.exec(text) ?? [], notice = site.notice[lang];
  const day = new Date(found.headers.get("date") ?? NaN);
  if (!notice || isNaN(day)) return new Response(text, { headers: found.headers });
  const said = notice.replace("{date}", new Intl.DateTimeFormat(lang, { dateStyle: "long" }).format(day));
  return new Response(text.replace(/<main[^>]*>/, (main) => `${main}<p class="kept wide">${said}</p>`), { headers: found.headers });
};
const instead = ({ pathname }) => {
  const begin = Object.keys(site.pages).filter((each) => pathname.startsWith(each)).sort((one, other) => other.length - one.length)[0];
  return caches.match(new URL(site.pages[begin], HERE), SAME);
};

const page = async (event) => {
  const { request } = event, address = bare(request.url);
  try {
    const answer = await fetch(request, { cache: "no-cache" });
    if (isPage(answer)) event.waitUntil(keepRead(answer.clone()).catch(() => {})); // the device is full: it is still read
    else if ([404, 410].includes(answer.status)) event.waitUntil(caches.open(KEPT).then((cache) => cache.delete(address, SAME)));
    return answer;
  } catch {
    const found = await (await caches.open(KEPT)).match(address, SAME);
    return found ? dated(found) : (await instead(new URL(address))) ?? Response.error();
  }
};
const part = async ({ request }) => {
  const kept = await caches.match(request, SAME);
  if (kept && HASHED.test(bare(request.url))) return kept;
  try {
    const answer = await fetch(request);
    if (kept && answer.ok) await (await caches.open(KEPT)).put(bare(request.url), answer.clone());
    return answer;
  } catch (error) {
    if (kept) return kept;
    throw error;
  }
};

addEventListener("install", (event) => {
  skipWaiting();
  const fetched = Object.values(site.pages).map(async (address) => keepPage(SHELL, await fetch(address, { cache: "no-cache" })));
  event.waitUntil(Promise.all(fetched));
});
addEventListener("activate", (event) => event.waitUntil((async () => {
  const old = (await caches.keys()).filter((name) => name.startsWith(OURS) && ![SHELL, KEPT].includes(name));
  await Promise.all(old.map((name) => caches.delete(name)));
  await trim(await caches.open(KEPT), 0); // the portal has changed: former style sheets are no longer needed
  await clients.claim();
})()));
addEventListener("fetch", (event) => {
  const { request } = event, address = new URL(request.url);
  if (request.method !== "GET") return;
  if (request.mode === "navigate") event.respondWith(page(event));
  else if (isPart(address)) event.respondWith(part(event));
});
// A page that has been read before the worker was there, and what it leads to (portail/keeping.js).
addEventListener("message", (event) => event.waitUntil(Promise.allSettled(event.data.map(async (address) => {
  const answer = await fetch(new URL(address, HERE));
  if (isPage(answer) && answer.url.startsWith(HERE.href)) await keepRead(answer);
}))));
