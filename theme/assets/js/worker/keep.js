// Keeps what was read. `site` comes before this file (site_builder/outputs/service_worker.py). With a network, a page is always
// the server's, however long that takes: what is kept answers only where the network does not.
// Two stores of one host may belong to two portals: their names hold the base path. SHELL is of this version of the
// worker; KEPT outlives it, so that a guide read before a journey is still there after the portal has changed.
const SHELL = `${site.stores}${site.version}`, KEPT = site.kept;
const SAME = { ignoreSearch: true, ignoreVary: true }; // "?pour=", "?lieu=" are the reader's: the page is one
const SINCE = "x-kept"; // when this device got a page, by its own clock
const AHEAD = "x-ahead"; // of a page that nobody has opened yet
const SPARE = 10; // to look for what no page is made of any more, all pages are read: not at each one
// What a page, a style sheet or a script is made of; an attribute may stand without quotes.
const NAMED = /(?:["'(]|=(?=\/))([^"'()\s<>]+\.(?:css|js|svg|woff2))(?=["')#\s>])/g;
const HASHED = /\.([0-9a-f]{10})\.\w+$/; // its name changes when it does, and says which bytes it has
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
// What the site has for the language of an address: the longest beginning says which that is.
const ofLanguage = (each, address) => {
  const { pathname } = new URL(address, HERE);
  return each[Object.keys(each).filter((begin) => pathname.startsWith(begin)).sort((one, other) => other.length - one.length)[0]];
};
const pagesIn = async (cache) => (await cache.keys()).map(({ url }) => url).filter((url) => !isPart(new URL(url)));

// Some hosts vary what they answer by all that is asked ("*"): a store takes no such answer. Its addresses are all we ask by.
const put = (cache, address, body, headers) => {
  headers.delete("vary");
  return cache.put(address, new Response(body, { headers }));
};
// In the minute of a publication a host may answer with its home page for a file that is not there yet, a filter with a
// notice: under a name that holds a hash, that would be kept for good.
const isItself = async (answer, address) => {
  if (!answer.ok || answer.redirected || /^text\/html/.test(answer.headers.get("content-type"))) return false;
  const [, hash] = HASHED.exec(address) ?? [];
  if (!hash) return true;
  const digest = await crypto.subtle.digest("SHA-256", await answer.clone().arrayBuffer());
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("").startsWith(hash);
};
const keepPart = async (cache, address) => {
  if (await cache.match(address, SAME)) return;
  const answer = await fetch(address);
  if (!await isItself(answer, address)) {
    if (HASHED.test(address)) throw new Error(`${address}: not what its name says`);
    return;
  }
  const body = await answer.blob();
  await put(cache, address, body, new Headers(answer.headers));
  await keepParts(cache, await body.text(), address);
};
const keepParts = async (cache, text, at) => {
  const made = /\.(svg|woff2)$/.test(at) ? [] : parts(text, at);
  await Promise.all(made.map((address) => keepPart(cache, address)));
};
// The page read last comes last. What names no style sheet of the portal is no page of it: a list of files that a host
// shows in the place of one, a page of another project.
const keepPage = async (cache, answer, wasRead = true) => {
  const address = bare(answer.url), text = await answer.text(), headers = new Headers(answer.headers);
  if (!isPage(answer) || !parts(text, address).length) throw new Error(`${address}: not a page of this portal`);
  headers.set(SINCE, Date.now());
  if (!wasRead) headers.set(AHEAD, "1");
  await put(cache, address, text, headers);
  await keepParts(cache, text, address);
};
// On a device that is full, the page read longest ago makes room for what was read, and for nothing else. The pages that
// stand in for others are SHELL's alone.
const keepRead = async (answer, wasRead = true) => {
  const cache = await caches.open(KEPT), address = bare(answer.url);
  if (Object.values(site.pages).some((own) => bare(own) === address)) return;
  try {
    await keepPage(cache, answer.clone(), wasRead);
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
  const own = ofLanguage(site.pages, address), found = await (await caches.open(SHELL)).match(new URL(own, HERE), SAME);
  if (!found || bare(own) === address) return found;
  return new Response((await found.text()).replace("<main", "<main data-instead"), { headers: found.headers });
};

const page = async (event) => {
  const { request } = event, address = bare(request.url);
  try {
    const answer = await fetch(request, { cache: "no-cache" });
    if (isPage(answer)) event.waitUntil(keepRead(answer.clone()).catch(() => {})); // the device is full: it is still read
    else if ([404, 410].includes(answer.status) || answer.type === "opaqueredirect") event.waitUntil(
      caches.open(KEPT).then((cache) => cache.delete(address, SAME)));
    return answer;
  } catch {
    const cache = await caches.open(KEPT);
    await trim(cache, Infinity);
    const found = await cache.match(address, SAME);
    if (found) return dated(found);
    // The server would lead from "/dax" to "/dax/".
    if (await cache.match(`${address}/`, SAME)) return Response.redirect(`${address}/${new URL(request.url).search}`);
    return (await instead(address)) ?? Response.error();
  }
};
// What a script reads of a page: the glossary behind a word (glossary.js), the form of the search.
const copy = async ({ request }) => {
  try {
    return await fetch(request);
  } catch (error) {
    const cache = await caches.open(KEPT);
    await trim(cache, Infinity);
    const found = await cache.match(bare(request.url), SAME);
    if (found) return found;
    throw error;
  }
};
const part = async ({ request }) => {
  const kept = await caches.match(request, SAME).catch(() => {}); // a store that cannot be read keeps nothing from a reader
  if (kept && HASHED.test(bare(request.url))) return kept;
  try {
    const answer = await fetch(request);
    const address = bare(request.url);
    if (kept && await isItself(answer, address))
      await put(await caches.open(KEPT), address, await answer.clone().blob(), new Headers(answer.headers));
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
  else if (address.href.startsWith(HERE.href) && address.pathname.endsWith("/")) event.respondWith(copy(event));
});
// A page that has been read before the worker was there, and of a guide the steps that it leads to, with the pages that go
// with every guide, where they are not kept yet (portail/keeping.js). Those that nobody has opened come one by one, last.
addEventListener("message", (event) => event.waitUntil((async () => {
  const [read, next] = event.data, cache = await caches.open(KEPT);
  const keepAt = async (address) => {
    const answer = await fetch(new URL(address, HERE));
    if (answer.url.startsWith(HERE.href)) await keepRead(answer, address === read);
  };
  if (read) await keepAt(read).catch(() => {});
  for (const address of next ? [next, ...ofLanguage(site.along, next) ?? []] : []) {
    if (!await cache.match(bare(address), SAME)) await keepAt(address).catch(() => {});
  }
})()));
