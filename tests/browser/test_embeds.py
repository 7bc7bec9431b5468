"""A card of the portal on somebody else's page: in a frame that they write, or in place of a link, by the loader."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, FrameLocator, Page, expect

from tests.browser.axe import SCHEMES, Scheme, violations
from tests.browser.conftest import Served
from tests.browser.partners import partner
from tests.browser.portal_pages import BASE

CARDS = ("fr/guide/40088", "en/guide/244000675", "fr/asset/dax-spa", "en/ambassador/jean-monnet", "fr/events/75")
PAPER = {"light": "rgb(253, 252, 250)", "dark": "rgb(31, 44, 49)"}


@contextmanager
def reading(browser: Browser, address: str, *, scheme: Scheme = "light", script: bool = True) -> Iterator[Page]:
    """The page in a new reader's browser, in which nothing may go wrong."""
    context = browser.new_context(color_scheme=scheme, java_script_enabled=script)
    page = context.new_page()
    wrong: list[str] = []
    page.on("console", lambda message: wrong.append(message.text) if message.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.goto(address)
    yield page
    context.close()
    assert [text for text in wrong if "favicon" not in text and "404" not in text] == []


def card_of(page: Page) -> FrameLocator:
    return page.frame_locator("iframe")


@pytest.mark.parametrize("scheme", SCHEMES)
def test_a_frame_on_another_site(browser: Browser, served: Served, tmp_path: Path, scheme: Scheme) -> None:
    """In the colours that the reader prefers; its links open the guide in the whole window."""
    card = f"{served.origin}{BASE}embed/fr/guide/40088.html"
    frame = f'<iframe src="{card}" title="Bienvenue à Dax" height="420"></iframe>'
    with partner(tmp_path, frame) as address, reading(browser, address, scheme=scheme) as page:
        shown = card_of(page)
        expect(shown.get_by_role("heading", level=1)).to_have_text("Bienvenue à Dax")
        expect(shown.locator("body")).to_have_css("background-color", PAPER[scheme])
        shown.get_by_role("link", name="Se loger").click()
        expect(page).to_have_url(f"{served.url('guide:40088')}#housing")


def test_the_loader_frames_each_link(browser: Browser, served: Served, tmp_path: Path) -> None:
    """But for what is no card of ours; below the fold it waits until it is wanted."""
    site = f"{served.origin}{BASE}"
    links = (
        f'<p><a class="portail-embed" href="{site}embed/fr/asset/dax-spa.html" data-height="300"> Les thermes </a>'
        f'<p><a class="portail-embed" href="{site}bienvenue/">Un guide</a>'
        f'<p><a class="portail-embed" href="https://example.com/embed/fr/asset/x.html">Ailleurs</a>'
        f'<script src="{site}embed/v1/loader.js" async></script>'
    )
    with partner(tmp_path, links) as address, reading(browser, address) as page:
        expect(card_of(page).get_by_role("heading", level=1)).to_be_visible()
        frame = page.locator("iframe")
        asked = {name: frame.get_attribute(name) for name in ("title", "loading", "width", "height")}
        assert asked == {"title": "Les thermes", "loading": "lazy", "width": "480", "height": "300"}
        assert page.locator("a.portail-embed").all_text_contents() == ["Un guide", "Ailleurs"]
        assert violations(page, but=("iframe",)) == []


def test_without_script_the_link_leads_to_the_card(browser: Browser, served: Served, tmp_path: Path) -> None:
    site = f"{served.origin}{BASE}"
    link = f'<a class="portail-embed" href="{site}embed/en/asset/dax-spa.html">Dax</a>'
    script = f'<script src="{site}embed/v1/loader.js"></script>'
    with partner(tmp_path, link + script) as address, reading(browser, address, script=False) as page:
        page.get_by_role("link", name="Dax").click()
        page.get_by_role("link", name="Read the page").click()
        expect(page).to_have_url(served.url("asset:dax-spa", "en"))


@pytest.mark.parametrize("card", CARDS)
def test_a_card_is_read_by_everybody(browser: Browser, served: Served, card: str) -> None:
    """In both schemes; at 200 px nothing is cut off, and whoever goes by keyboard sees where they are."""
    with reading(browser, f"{served.origin}{BASE}embed/{card}.html") as page:
        assert violations(page) == []
        page.emulate_media(color_scheme="dark")
        assert violations(page, only_colours=True) == []
        page.set_viewport_size({"width": 200, "height": 420})
        assert page.evaluate("document.documentElement.scrollWidth") == 200
        page.keyboard.press("Tab")
        expect(page.locator("h1 a")).to_be_focused()
        expect(page.locator("h1 a")).to_have_css("outline-style", "solid")
