"""axe-core: no violation of WCAG 2.2 A and AA on any page kind.

The two languages of a page share its structure: each is looked at in both schemes and at both widths, and the two
together in every scheme at every width. A page of one language is looked at in all of them.
"""

from itertools import chain, product
from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Served, Visit
from tests.browser.portal_pages import KEYS

AXE = (Path(__file__).parent / "vendor/axe-core/axe.min.js").read_text(encoding="utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]
RUN = "tags => axe.run({ runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] })"
WIDTHS = (360, 1280)
Scheme = Literal["light", "dark"]
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
SCREENS: dict[str, tuple[tuple[int, Scheme], ...]] = {
    "fr": ((360, "light"), (1280, "dark")),
    "en": ((360, "dark"), (1280, "light")),
}


def violations(page: Page) -> list[str]:
    """Rule, and where it is broken."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    result: dict[str, Any] = page.evaluate(RUN, TAGS)
    return [f"{rule['id']}: {node['html']}" for rule in result["violations"] for node in rule["nodes"]]


@pytest.mark.parametrize("key", KEYS)
def test_axe_finds_nothing(visit: Visit, served: Served, key: str) -> None:
    found: dict[tuple[str, str, int], list[str]] = {}
    page = visit.page()
    versions = [shown for shown in served.pages if shown.key == key]
    for shown in versions:
        page.goto(f"{served.origin}{shown.path}")
        for width, scheme in SCREENS[shown.lang] if len(versions) > 1 else chain.from_iterable(SCREENS.values()):
            page.set_viewport_size({"width": width, "height": 900})
            page.emulate_media(color_scheme=scheme)
            found[shown.lang, scheme, width] = violations(page)
    assert {(scheme, width) for _, scheme, width in found} == {*product(SCHEMES, WIDTHS)}
    assert {at: broken for at, broken in found.items() if broken} == {}


def test_axe_finds_nothing_in_an_open_list_of_suggestions(visit: Visit, served: Served) -> None:
    page = visit.open(served.url("home"))
    page.get_by_role("combobox").fill("saint-sauveur")
    page.get_by_role("option").first.wait_for()
    page.keyboard.press("ArrowDown")
    assert violations(page) == []


@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing_in_the_ways_to_share_a_block(visit: Visit, served: Served, width: int) -> None:
    page = visit.page()
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(served.url("guide:40088"))
    page.locator("#school-enrolment button.share").click()
    page.locator(".share-ways").wait_for()
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        assert violations(page) == []


def test_axe_would_find_something(visit: Visit, served: Served) -> None:
    page = visit.open(served.url("home"))
    planted = "document.querySelector('main').insertAdjacentHTML('beforeend', '<img src=\"x.svg\"><a href=\"#\"></a>')"
    with page.expect_console_message():
        page.evaluate(planted)
    visit.errors.clear()  # there is no x.svg
    assert violations(page) == ['image-alt: <img src="x.svg">', 'link-name: <a href="#"></a>']
