"""What partners take from the portal works on a page of their own, on another server."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.conftest import Served
from tests.browser.partners import at_its_address, partner, scanned
from tests.browser.portal_pages import SITE_URL

PERMANENT = f"{SITE_URL}q/dax-spa/"


@pytest.fixture
def partner_context(browser: Browser, served: Served) -> Iterator[BrowserContext]:
    """Somebody who reads French and may paste what they copied; the portal stands at its public address."""
    context = browser.new_context(locale="fr-FR", permissions=["clipboard-read", "clipboard-write"])
    context.add_init_script("delete Navigator.prototype.serviceWorker")
    at_its_address(context, served.folder)
    yield context
    context.close()


def address(served: Served, key: str) -> str:
    page = served.site.get(key, "fr")
    assert page
    return f"{SITE_URL}{page.path}"


def copied(kit: Page, name: str) -> str:
    """What the page's own button puts into the clipboard."""
    part = kit.locator(f"#{name}")
    part.get_by_role("button", name="Copier").click()
    expect(part.get_by_role("status")).to_have_text("Copié.")
    return str(kit.evaluate("navigator.clipboard.readText()"))


def test_the_link_the_code_and_the_card(partner_context: BrowserContext, served: Served, tmp_path: Path) -> None:
    kit = partner_context.new_page()
    kit.goto(served.url("kit:asset:dax-spa"))
    link, card = copied(kit, "link"), copied(kit, "card")
    assert link == PERMANENT
    with kit.expect_download() as download:
        kit.locator("#code a[download][href$='.png']").click()
    download.value.save_as(tmp_path / "code.png")

    theirs = f'<p><a id="ours" href="{link}">Les thermes</a></p><img src="code.png" alt="">{card}'
    with partner(tmp_path, theirs) as site:
        page = partner_context.new_page()
        page.goto(site)
        page.locator("img[src='code.png']").screenshot(path=tmp_path / "seen.png")
        assert scanned(tmp_path / "seen.png") == [PERMANENT]
        expect(page.get_by_role("link", name="Dax et ses eaux chaudes")).to_be_visible()  # the card
        for number in (0, 1):  # theirs, then the card's
            page.goto(site)
            page.locator(f"a[href='{PERMANENT}']").nth(number).click()
            expect(page).to_have_url(address(served, "asset:dax-spa"))


def test_the_frame_that_programs_find(partner_context: BrowserContext, served: Served, tmp_path: Path) -> None:
    """oEmbed is found from the page of the asset; what it says is put into a page as it is."""
    ours = partner_context.new_page()
    ours.goto(address(served, "asset:dax-spa"))
    found = ours.locator("link[type='application/json+oembed']").get_attribute("href")
    said = ours.evaluate("found => fetch(found).then(answer => answer.json())", found)
    with partner(tmp_path, said["html"]) as site:
        page = partner_context.new_page()
        page.goto(site)
        frame = page.frame_locator("iframe")
        heading = frame.get_by_role("heading", level=1)
        expect(heading).to_have_text(said["title"])
        assert page.frames[1].evaluate("origin") != page.evaluate("origin")
        heading.get_by_role("link").click()
        expect(page).to_have_url(address(served, "asset:dax-spa"))
