"""An alert is shown from its first minute to its last, whenever the page was made, and moves nothing."""

import shutil
from collections.abc import Iterator
from datetime import datetime

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.axe import SCHEMES, violations
from tests.browser.conftest import running
from tests.conftest import PORTALS, PortalFolder

SHIFTS = """() => new Promise((told) => {
  let sum = 0;
  new PerformanceObserver((list) => list.getEntries().forEach(({ value }) => { sum += value; }))
    .observe({ type: "layout-shift", buffered: true });
  setTimeout(() => told(sum), 100);
})"""
FLOOD, STRIKE = "Le lac monte", "Grève des chemins de fer"


@pytest.fixture(scope="module")
def origin(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = PortalFolder(tmp_path_factory.mktemp("alerts") / "portal")
    shutil.copytree(PORTALS / "districts", folder.root, ignore=shutil.ignore_patterns("site", ".portail"))
    assert not folder.build(site_url="https://valdaine.example/repository/").failed
    with running(folder.site) as origin:
        yield f"{origin}/repository/"


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 360, "height": 740})
    context.add_init_script("delete Navigator.prototype.serviceWorker")
    yield context
    context.close()


def at(context: BrowserContext, address: str, now: str) -> Page:
    page = context.new_page()
    page.clock.set_fixed_time(datetime.fromisoformat(now))
    page.goto(address)
    return page


@pytest.mark.parametrize(
    ("now", "here", "elsewhere"),
    [
        ("2026-11-19T07:59:00+01:00", [], []),
        ("2026-11-19T08:00:00+01:00", [FLOOD], []),
        ("2026-11-23T19:59:00+01:00", [FLOOD], []),
        ("2026-11-23T20:00:00+01:00", [], []),
        ("2026-12-03T00:00:00+01:00", [STRIKE], [STRIKE]),
        ("2026-12-04T23:59:00+01:00", [STRIKE], [STRIKE]),
        ("2026-12-05T00:00:00+01:00", [], []),
    ],
)
def test_shown_from_its_first_minute_to_its_last(
    context: BrowserContext, origin: str, now: str, here: list[str], elsewhere: list[str]
) -> None:
    """The page was made on 21 November."""
    for path, shown in (("bienvenue/saint-jean-a1/", here), ("bienvenue/saint-jean-b1/", elsewhere)):
        page = at(context, f"{origin}{path}", now)
        expect(page.locator(".alerts strong:visible")).to_have_text(shown)
        expect(page.get_by_role("region", name="Alertes")).to_have_count(1 if shown else 0)
        assert page.evaluate(SHIFTS) == 0
        page.close()


def test_a_page_left_open_looks_again(context: BrowserContext, origin: str) -> None:
    page = at(context, f"{origin}en/welcome/saint-jean-a1/", "2026-11-23T19:59:00+01:00")
    banner = page.get_by_role("region", name="Alerts")
    expect(banner).to_contain_text("Until 23 November 2026 at 8pm.")
    said = banner.get_by_role("link").inner_text()
    assert said == "Source: Canton d’Amont."  # the space before a name in another language is seen
    page.clock.set_fixed_time(datetime.fromisoformat("2026-11-23T20:00:00+01:00"))
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(banner).to_have_count(0)


@pytest.mark.parametrize(("opened", "before", "after"), [("2026-11-19T07:58:00", 0, 1), ("2026-11-23T19:58:00", 1, 0)])
def test_on_an_open_page_it_comes_and_goes_at_its_minute(
    context: BrowserContext, origin: str, opened: str, before: int, after: int
) -> None:
    page = context.new_page()
    page.clock.install(time=datetime.fromisoformat(f"{opened}+01:00"))
    page.goto(f"{origin}en/welcome/saint-jean-a1/")
    banner = page.get_by_role("region", name="Alerts")
    expect(banner).to_have_count(before)
    page.clock.run_for(60_000)
    expect(banner).to_have_count(before)
    page.clock.run_for(60_000)
    expect(banner).to_have_count(after)


def test_axe_finds_nothing(context: BrowserContext, origin: str) -> None:
    page = at(context, f"{origin}bienvenue/saint-jean-a1/", "2026-11-22T12:00:00+01:00")
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        assert violations(page) == []
    page.set_viewport_size({"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_without_script_all_are_read_with_their_dates(browser: Browser, origin: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{origin}bienvenue/saint-jean-a1/")
    expect(page.locator(".alerts strong:visible")).to_have_text([FLOOD, STRIKE])
    expect(page.locator(".alerts .small")).to_contain_text(
        ["Jusqu’au 23 novembre 2026 à 20 h.", "Du jeudi 3 décembre 2026 au vendredi 4 décembre 2026."]
    )
    context.close()
