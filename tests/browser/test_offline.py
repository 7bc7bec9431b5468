"""Without network: what was read is read again; with one, a page is the server's; what is kept goes when it should."""

import os
import re
import shutil
import time
from collections.abc import Callable, Collection, Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import PATIENCE, ProjectSite, Served, Visit, running, visiting
from tests.browser.portal_pages import BASE

KEPT = f"portail {BASE} kept"
GUIDE, STEPS = f"{BASE}bienvenue/dax/", f"{BASE}bienvenue/ca-du-grand-dax/pas-a-pas/"
ALONG = (BASE, f"{BASE}lexique/", f"{BASE}facile-a-lire/")
"""What goes with every guide: the home page, the words explained, the guide in easy words."""
STORES = "() => caches.keys()"
PAGES = """async (name) => (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname)
  .filter((path) => !path.includes("/assets/"))"""
PARTS = PAGES.replace("!path", "path")
FAILED = """async (patience) => {
  const registration = await navigator.serviceWorker.ready, end = Date.now() + patience;
  let isFailed = false;
  registration.addEventListener("updatefound", () => {
    const worker = registration.installing;
    worker?.addEventListener("statechange", () => { isFailed ||= worker.state === "redundant"; });
  });
  for (let asked = 0; !isFailed && Date.now() < end; await new Promise((done) => setTimeout(done, 50)))
    if (Date.now() > asked + 2000) registration.update().catch(() => {}, asked = Date.now());
  return isFailed;
}"""
"""Whether a new worker comes and is not installed. A look for one that had begun before it was published serves who
asks meanwhile: one asks again.
"""
STATES = """async () => {
  const { installing, waiting, active } = await navigator.serviceWorker.getRegistration() ?? {};
  return [installing, waiting, active].map((worker) => worker?.state ?? null);
}"""
ALTERED = """async ([name, path, header, value]) => {
  const cache = await caches.open(name), found = await cache.match(path), headers = new Headers(found.headers);
  if (value) headers.set(header, value); else headers.delete(header);
  await cache.put(path, new Response(await found.text(), { headers }));
}"""
COPIED = """async ([name, path, others]) => {
  const cache = await caches.open(name), found = await cache.match(path);
  for (const other of others) await cache.put(other, found.clone());
}"""
FORGOTTEN = """async ([name, path]) => (await caches.open(name)).delete(path)"""
WORKER_FORGETS = (Path(__file__).parents[2] / "theme/assets/js/worker/forget.js").read_text(encoding="utf-8")


@pytest.fixture
def own(served: Served, tmp_path: Path) -> Iterator[Served]:
    """The same site, which a test may change, at an origin of its own."""
    folder = tmp_path / "site"
    shutil.copytree(served.folder, folder, ignore=shutil.ignore_patterns("maison*", "welcome-*"))
    with running(folder) as origin:
        yield replace(served, folder=folder, origin=origin)


@pytest.fixture
def reader(browser: Browser, own: Served) -> Iterator[Visit]:
    with visiting(browser, own, with_worker=True) as visit:
        yield visit


def eventually(
    page: Page, expression: str, wanted: Callable[[Any], bool], arg: str = KEPT, patience: int = 2 * PATIENCE
) -> None:
    """What a worker does, it does when it has time; what it waits for has a patience of its own."""
    end = time.monotonic() + patience / 1000
    while not wanted(found := page.evaluate(expression, arg)):
        assert time.monotonic() < end, (found, page.evaluate(STATES))
        page.wait_for_timeout(50)


def with_new_worker(page: Page, own: Served, expression: str, wanted: Callable[[Any], bool]) -> None:
    """As ``eventually``, of what a new worker does once it is there.

    The browser looks for one after a page has come. A look that had begun before it was published finds nothing new:
    one goes to the next page, which is no page of the portal and so is not kept.
    """
    for _ in range(3):
        with suppress(AssertionError):
            return eventually(page, expression, wanted, patience=PATIENCE // 2)
        page.goto(f"{own.origin}{BASE}sw.js")
    return eventually(page, expression, wanted)


def has_worker(page: Page) -> bool:
    """Whether one is at work. Where it could not be installed, the browser tries again at the next visit."""
    end = time.monotonic() + PATIENCE / 1000
    while page.evaluate(STATES)[-1] is None:
        if time.monotonic() > end:
            return False
        page.wait_for_timeout(50)
    return True


def read(reader: Visit, url: str, *, kept: Collection[str]) -> Page:
    """A page that was read, once the device has kept what it should."""
    page = reader.open(url)
    if not has_worker(page):
        page.reload()
    eventually(page, PAGES, lambda pages: set(kept) <= set(pages))
    eventually(page, PARTS, lambda parts: any(part.endswith(".woff2") for part in parts))
    eventually(page, "!!navigator.serviceWorker.controller", bool)
    return page


def another_version(own: Served, version: str = "0123456789") -> str:
    """Publish it; the version that was there."""
    worker = own.folder / "sw.js"
    written = worker.read_text(encoding="utf-8")
    former = re.search(r'"version": "(\w+)"', written)
    assert former
    worker.write_text(written.replace(former[1], version), encoding="utf-8")
    os.utime(worker, (time.time() + 60,) * 2)  # the server tells versions apart by the second
    return former[1]


def test_a_guide_and_its_steps_are_read_again_without_network(
    reader: Visit, own: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = ProjectSite.date_time_string
    monkeypatch.setattr(
        ProjectSite,
        "date_time_string",
        lambda site, when=None: "Sun, 01 Nov 2026 12:00:00 GMT" if when is None else said(site, when),
    )
    page = read(reader, own.url("guide:40088"), kept=(GUIDE, STEPS, *ALONG))
    notice, title = page.locator(".kept"), page.get_by_role("heading", level=1)
    expect(notice).to_have_count(0)
    assert page.evaluate(PAGES, KEPT) == [GUIDE, STEPS, *ALONG]
    reader.context.set_offline(True)

    # As a server would, it leads to the address with a stroke.
    page.goto(f"{own.url('guide:40088').removesuffix('/')}?pour=famille#housing")
    expect(page).to_have_url(re.compile(re.escape(GUIDE) + r"\?pour=famille#housing$"))
    expect(title).to_have_text("Bienvenue à Dax")
    expect(notice).to_have_text(re.compile(r"^Sans réseau, voici la page gardée .* le 1er novembre 2026\. Des "))
    assert (
        page.evaluate("document.fonts.load('1rem \"Atkinson Hyperlegible Next\"').then((fonts) => fonts.length)") >= 1
    )
    drawn = "image => image.decode().then(() => image.naturalWidth)"
    assert page.locator("main img[src*='.svg']").first.evaluate(drawn) > 0

    page.locator(".ahead .choose").click()
    expect(page).to_have_url(re.compile(re.escape(STEPS) + r"\?lieu=dax"))
    page.get_by_role("checkbox").first.check()
    page.reload()
    expect(page.get_by_role("checkbox").first).to_be_checked()  # the module is there too
    expect(page.locator("form.arrival")).to_be_visible()

    page.evaluate(ALTERED, [KEPT, STEPS, "date", ""])
    page.reload()
    expect(notice).to_have_text(re.compile(r"^Sans réseau, voici la page gardée sur cet appareil\. Des "))

    for path, days in (*((old, 91) for old in (STEPS, *ALONG)), (GUIDE, 89)):  # what is put last comes last
        page.evaluate(ALTERED, [KEPT, path, "x-kept", str((time.time() - days * 24 * 3600) * 1000)])
    page.reload()
    expect(title).to_have_text("Lire sans réseau")
    assert page.evaluate(PAGES, KEPT) == [GUIDE]
    reader.errors.clear()  # what could not be fetched


def test_a_kept_guide_explains_its_words_and_says_what_needs_a_network(reader: Visit, own: Served) -> None:
    page = read(reader, own.url("guide:40088"), kept=(GUIDE, STEPS, *ALONG))
    reader.context.set_offline(True)
    page.reload()
    page.locator("#renting-well [role=doc-glossref]", has_text="Caf").click()
    expect(page.locator(".gloss")).to_contain_text("caisse d’allocations familiales")
    page.locator("a.find").click()
    expect(page.locator(".missing")).to_have_text(re.compile("^La recherche a besoin du réseau"))
    page.goto(own.url("guide:33063"))
    expect(page.locator(".missing")).to_have_text(re.compile("^Vous n’avez pas de réseau"))
    reader.errors.clear()


def test_a_page_that_was_never_read_gives_way_to_the_list_of_those_that_were(reader: Visit, own: Served) -> None:
    page = read(reader, own.url("guide:40088"), kept=(GUIDE, STEPS, *ALONG))
    title, asked, kept = (
        page.get_by_role("heading", level=1),
        page.locator(".missing"),
        page.locator("[data-store] a"),
    )
    reader.context.set_offline(True)
    page.goto(own.url("guide:33063", "en"))
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(title).to_have_text("Reading offline")
    expect(asked).to_be_visible()
    expect(kept).to_have_count(5)
    assert kept.first.get_attribute("href") == GUIDE  # what was read, before what came with it
    expect(kept.get_by_text("Bienvenue à Dax")).to_have_attribute("lang", "fr")
    page.goto(own.url("guide:33063"))
    expect(title).to_have_text("Lire sans réseau")
    page.get_by_role("link", name="Bienvenue à Dax", exact=True).click()
    expect(title).to_have_text("Bienvenue à Dax")
    expect(page).to_have_url(own.url("guide:40088"))

    page.goto(own.url("offline"))
    expect(title).to_have_text("Lire sans réseau")
    expect(asked).to_be_hidden()
    page.get_by_role("button", name="Effacer les pages gardées").click()
    expect(page.get_by_role("status")).to_have_text(re.compile("^Les pages sont effacées"))
    expect(kept).to_have_count(0)
    assert page.evaluate(PAGES, KEPT) == []
    reader.errors.clear()


def test_a_page_of_which_the_last_day_has_passed_is_forgotten(reader: Visit, own: Served) -> None:
    """Whether it was built again or not: the event is on 16 January 2027."""
    address = own.url("event:winter-welcome")
    path = address.removeprefix(own.origin)
    read(reader, address, kept=(path,)).close()
    for day, kept in ((datetime(2026, 11, 21, tzinfo=UTC), 1), (datetime(2027, 6, 1, tzinfo=UTC), 0)):
        page = reader.page()
        page.clock.set_fixed_time(day)
        page.goto(own.url("offline"))
        eventually(page, PAGES, lambda pages, kept=kept: (path in pages) is bool(kept))  # type: ignore[misc]
        expect(page.locator(f"[data-store] a[href='{path}']")).to_have_count(kept)
        page.close()


def test_with_a_network_a_page_is_the_servers(reader: Visit, own: Served) -> None:
    page = read(reader, own.url("asset:dax-spa"), kept=(own.url("asset:dax-spa").removeprefix(own.origin),))
    file = own.folder / own.url("asset:dax-spa").partition(BASE)[2] / "index.html"
    heading = page.get_by_role("heading", level=1)
    before = heading.inner_text()
    reader.context.set_offline(True)
    page.reload()
    expect(heading).to_have_text(before)
    file.write_text(file.read_text(encoding="utf-8").replace(f"{before}</h1>", "Changé</h1>"), encoding="utf-8")
    reader.context.set_offline(False)
    page.goto(own.url("asset:dax-spa"))
    expect(heading).to_have_text("Changé")
    expect(page.locator(".kept")).to_have_count(0)

    right = file.read_text(encoding="utf-8")
    hotel = '<html lang="fr"><title>Wi-Fi</title><h1>Connectez-vous</h1>'
    file.write_text(hotel, encoding="utf-8")
    os.utime(file, (time.time() + 60,) * 2)  # the server tells versions apart by the second
    page.reload()
    expect(heading).to_have_text("Connectez-vous")
    reader.context.set_offline(True)
    page.reload()
    expect(heading).to_have_text("Changé")
    reader.context.set_offline(False)
    file.write_text(right, encoding="utf-8")

    file.unlink()
    page.reload()
    expect(heading).to_have_text("Cette page n’existe pas ou n’existe plus")
    eventually(page, PAGES, lambda pages: pages == [])
    reader.errors.clear()  # the answer was 404


def test_a_page_that_has_moved_is_forgotten(reader: Visit, own: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    address, legal = (own.url(key).removeprefix(own.origin) for key in ("asset:dax-spa", "page:legal"))
    page = read(reader, f"{own.origin}{address}", kept=(address,))
    monkeypatch.setattr(ProjectSite, "redirects", {address: legal})
    page.reload()
    expect(page).to_have_url(own.url("page:legal"))
    eventually(page, PAGES, lambda pages: pages == [legal])


def test_another_version_takes_the_place_of_the_former_and_keeps_what_was_read(reader: Visit, own: Served) -> None:
    page = read(reader, own.url("guide:40088"), kept=(GUIDE, STEPS, *ALONG))
    page.goto(f"{own.url('offline')}index.html")
    expect(page.get_by_role("heading", level=1)).to_have_text("Lire sans réseau")
    expect(page.locator("[data-store] a")).to_have_count(5)
    expect(page.locator(".missing")).to_be_hidden()  # there is a network
    (stand_in,) = own.folder.glob("sans-reseau/index.html")
    text = stand_in.read_text(encoding="utf-8")
    stand_in.write_text(text.replace("Lire sans réseau</h1>", "Changé</h1>"), encoding="utf-8")
    page.evaluate("caches.open('portail /another/ 0123456789')")
    other = reader.open(own.url("guide:40088"))  # a tab that stays open keeps no former worker in its place
    former = another_version(own)
    page.goto(own.url("home"))
    with_new_worker(page, own, STORES, lambda stores: f"portail {BASE} {former}" not in stores)
    assert sorted(page.evaluate(STORES)) == ["portail /another/ 0123456789", f"portail {BASE} 0123456789", KEPT]
    assert set(page.evaluate(PAGES, KEPT)) >= {GUIDE, STEPS}
    reader.context.set_offline(True)
    for tab in (page, other):
        tab.goto(own.url("guide:33063"))
        expect(tab.get_by_role("heading", level=1)).to_have_text("Changé")
        expect(tab.locator(".missing")).to_be_visible()
    reader.errors.clear()


def test_where_the_page_for_readers_without_network_does_not_come_nothing_is_installed(
    reader: Visit, own: Served
) -> None:
    page = read(reader, own.url("guide:40088"), kept=(GUIDE, STEPS))
    former, stand_in = f"portail {BASE} {another_version(own)}", own.folder / "sans-reseau/index.html"
    sheet = next((own.folder / "assets").glob("portail.*.css"))
    stand_in.write_text(
        stand_in.read_text(encoding="utf-8").replace(sheet.name, (new := "portail.0123456789.css")), "utf-8"
    )
    (sheet.parent / new).write_text("<html>", encoding="utf-8")  # under a name that promises other bytes
    assert page.evaluate(FAILED, PATIENCE)
    stand_in.write_text(stand_in.read_text(encoding="utf-8").replace(new, sheet.name), "utf-8")
    right = stand_in.read_text(encoding="utf-8")
    for listing in ("", '<html lang="fr"><title>Index of /</title><a href="../">../</a>'):
        stand_in.unlink(missing_ok=True)
        if listing:
            stand_in.write_text(listing, encoding="utf-8")
        assert page.evaluate(FAILED, PATIENCE)
        assert former in page.evaluate(STORES)
    stand_in.write_text(right, encoding="utf-8")
    os.utime(stand_in, (time.time() + 60,) * 2)  # the server tells versions apart by the second
    page.goto(own.url("home"))
    with_new_worker(page, own, STORES, lambda stores: former not in stores)
    reader.errors.clear()  # the answers that were not the page


def test_a_host_answers_as_hosts_do(reader: Visit, own: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    """An answer that varies by all that is asked; in the minute of a publication, a page for a style sheet."""
    sheet = f"{BASE}assets/{next((own.folder / 'assets').glob('portail.*.css')).name}"
    monkeypatch.setattr(ProjectSite, "more_headers", {"Vary": "*"})
    page = read(reader, own.url("guide:40088"), kept=(GUIDE, STEPS, *ALONG))
    assert sheet in page.evaluate(PARTS, KEPT)
    page.evaluate(FORGOTTEN, [KEPT, sheet])
    monkeypatch.setattr(ProjectSite, "mistaken", {sheet})
    page.goto(own.url("home"))
    eventually(page, PAGES, lambda pages: pages[-1] == BASE)
    page.wait_for_load_state("networkidle")
    assert sheet not in page.evaluate(PARTS, KEPT)
    monkeypatch.setattr(ProjectSite, "mistaken", set())
    page.reload()
    eventually(page, PARTS, lambda parts: sheet in parts)
    assert page.evaluate("getComputedStyle(document.querySelector('footer')).paddingTop") != "0px"
    reader.errors.clear()


def test_as_many_pages_are_kept_as_were_wanted(reader: Visit, own: Served) -> None:
    worker = own.folder / "sw.js"
    written = worker.read_text(encoding="utf-8")
    assert '"most": 60' in written
    worker.write_text(written.replace('"most": 60', '"most": 2'), encoding="utf-8")
    page = read(reader, own.url("guide:40088"), kept=(GUIDE, STEPS, *ALONG))
    copied = [f"{BASE}copied/{number}/" for number in range(7)]
    page.evaluate(COPIED, [KEPT, GUIDE, copied])
    page.goto(own.url("journey:244000675"))  # twelve pages: ten more than wanted are let in
    eventually(page, PAGES, lambda pages: pages[-1] == STEPS)
    assert len(page.evaluate(PAGES, KEPT)) == 12
    page.goto(own.url("page:legal"))
    eventually(page, PAGES, lambda pages: pages == [STEPS, own.url("page:legal").removeprefix(own.origin)])
    page.evaluate(COPIED, [KEPT, STEPS, copied[:2]])
    another_version(own)
    with_new_worker(page, own, PAGES, lambda pages: pages == copied[:2])


def test_on_a_full_device_the_oldest_page_makes_room_and_no_good_copy_is_lost(reader: Visit, own: Served) -> None:
    page = read(reader, own.url("guide:40088"), kept=(GUIDE, STEPS, *ALONG))
    devtools = reader.context.new_cdp_session(page)
    devtools.send("Storage.overrideQuotaForOrigin", {"origin": own.origin, "quotaSize": 1})
    page.reload()
    eventually(page, PAGES, lambda pages: pages == [GUIDE, *ALONG])
    reader.errors.clear()


def test_switched_off_it_leaves_with_all_that_it_kept(reader: Visit, own: Served) -> None:
    page = read(reader, own.url("guide:40088"), kept=(GUIDE,))
    told = f'const site = {{"stores": "portail {BASE} "}};'
    (own.folder / "sw.js").write_text(f"{told}\n{WORKER_FORGETS}", encoding="utf-8")
    script = next((own.folder / "assets").glob("portail.*.js"))
    text = script.read_text(encoding="utf-8")
    assert "serviceWorker" in text
    script.write_text(text.replace("navigator.serviceWorker", "undefined"), encoding="utf-8")  # a build leaves it out
    page.goto(own.url("home"))
    eventually(page, STORES, lambda stores: stores == [])
    eventually(page, "navigator.serviceWorker.getRegistrations().then((all) => all.length)", lambda count: count == 0)
