// Keeps what was read. `site` comes before this file (site_builder/outputs/worker.py). With a network, a page is always
// the server's, however long that takes: what is kept answers only where the network does not.
// Two stores of one host may belong to two portals: their names hold the base path. SHELL is of this version of the
// worker; KEPT outlives it, so that a guide read before a journey is still there after the portal has changed.
const SHELL = `${site.stores}${site.version}`, KEPT = site.kept;
const SAME = { ignoreSearch: true, ignoreVary: true }; // "?pour=", "?lieu=" are the reader's: the page is one
const SINCE = "x-kept"; // when this device got a page, by its own clock
const SPARE = 10; // to look for what no page is made of any more, all pages are read: not at each one
// What a page, a style sheet or a script is made of; an attribute may stand without quotes.
const NAMED = /(?:["'(]|=(?=\/))([^"'()\s<>]+\.(?:css|js|svg|woff2))(?=["')#\s>])/g;
const HASHED = /\.[0-9a-f]{10}\.\w+$/; // its name changes when it does
const HERE = new URL(site.base, location);

const isPage = (answer) => answer.status === 200 && !answer.redirected && new URL(answer.url).origin === HERE.origin
  && /^text\/html/.test(answer.headers.get("content-type"));
const isPart = (address) => address.origin === HERE.origin && address.pathname.startsWith(`${site.base}assets/`);
const isOld = (found) => Date.now() - (found?.headers.get(SINCE) ?? 0) > site.days * 24 * 3600 * 1000;
const bare = (address) => {
  const { origin, pathname } = new URL(address, HERE);
  return origin + pathname.replace(/\/index\.html$/, "/");
};
const parts = (text, at) => [...new Set([...text.matchAll(NAMED)].map(([, name]) => new URL(name, at)).filter(isPart).map(bare))];
const pagesIn = async (cache) => (await cache.keys()).map(({ url }) => url).filter((url) => !isPart(new URL(url)));

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
// The page read last comes last. What names no style sheet of the portal is no page of it: a list of files that a host
// shows in the place of one, a page of another project.
const keepPage = async (cache, answer) => {
  const address = bare(answer.url), text = await answer.text(), headers = new Headers(answer.headers);
  if (!isPage(answer) || !parts(text, address).length) throw new Error(`${address}: not a page of this portal`);
  headers.set(SINCE, Date.now());
  await cache.put(address, new Response(text, { headers }));
  await keepParts(cache, text, address);
};
// On a device that is full, the page read longest ago makes room for what was read, and for nothing else. The pages that
// stand in for others are SHELL's alone.
const keepRead = async (answer, wasRead = true) => {
  const cache = await caches.open(KEPT), address = bare(answer.url);
  if (Object.values(site.pages).some((own) => bare(own) === address)) return;
  try {
    await keepPage(cache, answer.clone());
  } catch (error) {
    const [oldest] = (await pagesIn(cache)).filter((url) => url !== address);
    if (error.name !== "QuotaExceededError" || !wasRead || !oldest) throw error;
    await cache.delete(oldest);
    await sweep(cache);
    await keepPage(cache, answer);
  }
  const isCrowded = (await pagesIn(cache)).length > site.most + SPARE;
  if (await trim(cache, isCrowded ? site.most : Infinity)) await sweep(cache);
};

// The `most` pages read last stay, unless they are old; how many went.
const trim = async (cache, most) => {
  const pages = await pagesIn(cache), gone = pages.slice(0, Math.max(0, pages.length - most));
  for (const url of pages.slice(gone.length)) {
    if (!isOld(await cache.match(url))) break; // those after it were read later
    gone.push(url);
  }
  await Promise.all(gone.map((url) => cache.delete(url)));
  return gone.length;
};
// All that no page is made of any more goes.
const sweep = async (cache) => {
  const all = await cache.keys(), needed = new Set(await pagesIn(cache)); // what comes meanwhile stays
  for (const url of needed) { // what it comes upon is looked at in its turn
    if (/\.(svg|woff2)$/.test(url)) continue;
    const found = await cache.match(url);
    for (const address of found ? parts(await found.text(), url) : []) needed.add(address);
  }
  await Promise.all(all.filter(({ url }) => !needed.has(url)).map((request) => cache.delete(request)));
};

// A kept page says so, and of which day it is where its server said it.
const dated = async (found) => {
  const { headers } = found, text = await found.text(), [, lang] = /<html lang="?([\w-]+)/.exec(text) ?? [], words = site.said[lang];
  if (!words) return new Response(text, { headers });
  const day = new Date(headers.get("date") ?? NaN);
  const said = isNaN(day) ? words.undated : words.dated.replace("{date}", spelled(day, words));
  return new Response(text.replace(/<main[^>]*>/, (main) => `${main}<p class="kept wide">${said}</p>`), { headers });
};
const spelled = (day, { locale, first }) => new Intl.DateTimeFormat(locale, { dateStyle: "long" }).formatToParts(day)
  .map(({ type, value }) => type === "day" && value === "1" ? first : value).join(""); // no Intl says "1er mai"
// The page of the reader's language that stands in for another says so: its mark is the worker's (offline.js).
const instead = async (address) => {
  const { pathname } = new URL(address);
  const begin = Object.keys(site.pages).filter((each) => pathname.startsWith(each)).sort((one, other) => other.length - one.length)[0];
  const found = await (await caches.open(SHELL)).match(new URL(site.pages[begin], HERE), SAME);
  if (!found || bare(site.pages[begin]) === address) return found;
  return new Response((await found.text()).replace("<main", "<main data-instead"), { headers: found.headers });
};

const page = async (event) => {
  const { request } = event, address = bare(request.url);
  try {
    const answer = await fetch(request, { cache: "no-cache" });
    if (isPage(answer)) event.waitUntil(keepRead(answer.clone()).catch(() => {})); // the device is full: it is still read
    else if ([404, 410].includes(answer.status)) event.waitUntil(caches.open(KEPT).then((cache) => cache.delete(address, SAME)));
    return answer;
  } catch {
    const cache = await caches.open(KEPT);
    await trim(cache, Infinity);
    const found = await cache.match(address, SAME);
    return found ? dated(found) : (await instead(address)) ?? Response.error();
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

// Where one of these pages does not come, nothing is installed, and the browser tries again at the next visit.
addEventListener("install", (event) => event.waitUntil((async () => {
  skipWaiting();
  const cache = await caches.open(SHELL);
  await Promise.all(Object.values(site.pages).map(async (address) => keepPage(cache, await fetch(address, { cache: "no-cache" }))));
})()));
addEventListener("activate", (event) => event.waitUntil((async () => {
  const old = (await caches.keys()).filter((name) => name.startsWith(site.stores) && ![SHELL, KEPT].includes(name));
  await Promise.all(old.map((name) => caches.delete(name)));
  const cache = await caches.open(KEPT);
  await trim(cache, site.most);
  await sweep(cache); // the portal has changed: former style sheets are no longer needed
  await clients.claim();
})()));
addEventListener("fetch", (event) => {
  const { request } = event, address = new URL(request.url);
  if (request.method !== "GET") return;
  if (request.mode === "navigate") event.respondWith(page(event));
  else if (isPart(address)) event.respondWith(part(event));
});
// A page that has been read before the worker was there, and the one that it leads to, where that is not kept yet
// (portail/keeping.js).
addEventListener("message", (event) => event.waitUntil((async () => {
  const [read, next] = event.data, cache = await caches.open(KEPT), isKept = next && await cache.match(bare(next), SAME);
  await Promise.allSettled([read, !isKept && next].filter(Boolean).map(async (address) => {
    const answer = await fetch(new URL(address, HERE));
    if (answer.url.startsWith(HERE.href)) await keepRead(answer, address === read);
  }));
})()));
