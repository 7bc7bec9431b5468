"""Every page kind, opened once in each language by a new reader: axe, weight, movement, narrow screens.

The two languages of a page share its structure: each is looked at in both schemes and at both widths, and the two
together in every scheme at every width. A page of one language is looked at in all of them. `make test` takes one
language in turns, but for the pages that most readers see; `make long` takes both of all. The dark scheme changes
colours alone: there only the rules about colours are asked. The blocks of guides are the same bytes in all of them: axe
reads them in the one that has everything.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import chain, product
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser, Page

from site_builder.plan.pages import GUIDE
from tests.browser import budgets
from tests.browser.axe import BLOCKS, SCHEMES, WIDTHS, Scheme, violations
from tests.browser.conftest import LATE, Served, Visit, running, visiting
from tests.browser.first_view import FirstView, first_view
from tests.browser.portal_pages import BASE, KEYS, LIKE_OTHERS, Shown

SCREENS: dict[str, tuple[tuple[int, Scheme], ...]] = {
    "fr": ((360, "light"), (1280, "dark")),
    "en": ((1280, "light"), (360, "dark")),
}
"""By language: the first view, then the other screen."""
WHOLE_GUIDE = "guide:40088"
IN_BOTH = ("home", WHOLE_GUIDE, "journey:244000675", "audience:family", "search")


class Look(NamedTuple):
    """A page, and the language in which it is looked at; empty for all that it has."""

    key: str
    lang: str = ""


ONE = [Look(key, "" if key in IN_BOTH else ("fr", "en")[at % 2]) for at, key in enumerate(KEYS)]
EACH = [
    *(pytest.param(look, id=look.key, marks=[pytest.mark.long] * (look.key in LIKE_OTHERS)) for look in ONE),
    *(pytest.param(Look(look.key), id=f"{look.key} in both", marks=pytest.mark.long) for look in ONE if look.lang),
]
PALETTES = re.compile(r"--(?:paper|ink):#([0-9a-f]{6})", re.IGNORECASE)
COLOURS = """(() => {
  const { backgroundColor, color } = getComputedStyle(document.body);
  return [backgroundColor, color];
})()"""
STORED = """(async () => {
  const [databases, stores] = await Promise.all([indexedDB.databases(), caches.keys()]);
  return localStorage.length + sessionStorage.length + databases.length + stores.length;
})()"""
WIDTH = "document.documentElement.scrollWidth"
LARGE_TEXT = "document.documentElement.style.fontSize = '200%'"
SPACED_TEXT = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`p { margin-block-end: 2em !important; }
    * { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }`);
  document.adoptedStyleSheets = [sheet];
}"""
CLIPPED = """() => [...document.querySelectorAll("main *, header *, footer *")].filter((box) => {
  const { overflowX, overflowY, position } = getComputedStyle(box);
  return position !== "absolute" && !box.closest("[aria-hidden]") && box.checkVisibility() && box.textContent.trim()
    && (overflowY === "hidden" && box.scrollHeight > box.clientHeight + 1
      || overflowX === "hidden" && box.scrollWidth > box.clientWidth + 1);
}).map((box) => box.outerHTML.slice(0, 120))"""


@dataclass(frozen=True, kw_only=True)
class Seen:
    """What one page in one language is. Widths are those of the whole page on a screen of 320 px."""

    first: FirstView
    first_width: int
    """Of the screen of the first view."""
    violations: Mapping[tuple[Scheme, int], list[str]]
    light: list[str]
    dark: list[str]
    width: int
    width_of_large_text: int
    """With text alone at 200 %."""
    width_of_spaced_text: int
    clipped: list[str]
    """What does not show all of its spaced text."""
    stored: int
    """Things kept on the device."""


See = Callable[[Look], Mapping[str, Seen]]


@pytest.fixture(scope="module")
def see(browser: Browser, served: Served) -> See:
    """``see(look)``: the versions of a page, by language, each opened once in a browser of its own.

    No cookie, no other host, no error: asserted when ``visiting`` ends.
    """

    @cache
    def visited(key: str, lang: str) -> Seen:
        versions = {shown.lang: shown for shown in served.pages if shown.key == key}
        return _visit(browser, served, versions[lang], alone=len(versions) == 1)

    def seen(look: Look) -> Mapping[str, Seen]:
        langs = [shown.lang for shown in served.pages if shown.key == look.key]
        wanted = [lang for lang in langs if lang == look.lang] or langs
        return {lang: visited(look.key, lang) for lang in wanted}

    return seen


def _visit(browser: Browser, served: Served, shown: Shown, *, alone: bool) -> Seen:
    screens = tuple(chain.from_iterable(SCREENS.values())) if alone else SCREENS[shown.lang]
    with visiting(browser, served) as reader:
        reader.context.set_extra_http_headers({LATE: "0.15"})
        page = reader.page()
        _turn(page, *screens[0])
        view = first_view(page, f"{served.origin}{shown.path}", served.folder, BASE)
        found = {}
        for width, scheme in screens:
            _turn(page, width, scheme)
            found[scheme, width] = violations(page, only_colours=scheme == "dark", but=_read_elsewhere(shown))
        return _narrow(page, view, screens[0][0], found)


def _read_elsewhere(shown: Shown) -> tuple[str, ...]:
    return (BLOCKS,) if shown.kind == GUIDE and shown.key != WHOLE_GUIDE else ()


def _turn(page: Page, width: int, scheme: Scheme) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme)


def _narrow(page: Page, view: FirstView, first_width: int, found: Mapping[tuple[Scheme, int], list[str]]) -> Seen:
    """The rest of what is seen, on a screen of 320 px; the page is not fit for much afterwards."""
    _turn(page, 320, "light")
    light, width = page.evaluate(COLOURS), page.evaluate(WIDTH)
    stored = page.evaluate(STORED)
    page.emulate_media(color_scheme="dark")
    dark = page.evaluate(COLOURS)
    page.evaluate(SPACED_TEXT)
    spaced, clipped = page.evaluate(WIDTH), page.evaluate(CLIPPED)
    page.evaluate("document.adoptedStyleSheets = []")
    page.evaluate(LARGE_TEXT)
    return Seen(
        first=view,
        first_width=first_width,
        violations=found,
        light=light,
        dark=dark,
        width=width,
        width_of_large_text=page.evaluate(WIDTH),
        width_of_spaced_text=spaced,
        clipped=clipped,
        stored=stored,
    )


@pytest.mark.parametrize("look", EACH)
def test_axe_finds_nothing(see: See, look: Look) -> None:
    found = {(lang, *screen): broken for lang, seen in see(look).items() for screen, broken in seen.violations.items()}
    screens = {(scheme, width) for _, scheme, width in found}
    assert screens in ({*product(SCHEMES, WIDTHS)}, {(scheme, width) for width, scheme in SCREENS.get(look.lang, ())})
    assert {at: broken for at, broken in found.items() if broken} == {}


@pytest.mark.parametrize("look", EACH)
def test_nothing_moves_while_a_page_loads(see: See, look: Look) -> None:
    moved = {(lang, seen.first_width): seen.first.moved for lang, seen in see(look).items()}
    assert len({width for _, width in moved}) == min(len(moved), 2)
    assert {at: what for at, what in moved.items() if what} == {}
    assert {seen.first.shift for seen in see(look).values()} == {budgets.LAYOUT_SHIFT}


@pytest.mark.parametrize("look", EACH)
def test_the_first_view_is_light(see: See, look: Look) -> None:
    for seen in see(look).values():
        view = seen.first
        assert view.parts["html"] > 1000
        assert view.parts["typefaces"] > 0
        assert len(view.asked) <= budgets.most_requests(look.key)
        assert 0 < view.parts["script"] <= budgets.SCRIPT_BYTES
        assert view.size_without_pictures <= budgets.most_bytes(look.key)
        if look.key == "home":
            assert view.size <= budgets.HOME_BYTES


@pytest.mark.parametrize("look", EACH)
def test_a_screen_of_320_px_is_enough(see: See, look: Look) -> None:
    """Also with text alone at 200 % (WCAG 1.4.4), and with the spaces that a reader may ask for (WCAG 1.4.12)."""
    for seen in see(look).values():
        assert (seen.width, seen.width_of_large_text, seen.width_of_spaced_text) == (320, 320, 320)
        assert seen.clipped == []


@pytest.mark.parametrize("look", EACH)
def test_the_dark_scheme_is_another_palette(see: See, served: Served, look: Look) -> None:
    """That of the portal's own colours, as they stand first in its style sheet: light, then dark."""
    (style,) = served.folder.glob("assets/portail.*.css")
    colours = [f"rgb{(*bytes.fromhex(colour),)}" for colour in PALETTES.findall(style.read_text(encoding="utf-8"))]
    light, dark = colours[:2], colours[2:4]
    assert light != dark
    assert [(seen.light, seen.dark) for seen in see(look).values()] == [(light, dark)] * len(see(look))


@pytest.mark.parametrize("look", EACH)
def test_no_reader_is_watched(see: See, look: Look) -> None:
    """Nothing stored; no cookie, no other host and no error: asserted where the page is seen."""
    assert {seen.stored for seen in see(look).values()} == {0}


# What these tests would notice


PAGE = """\
<!doctype html><html lang="fr"><title>Essai</title><body><p id="a">Dax</p><p>Landes</p><img src="far.png" alt="">
<script type="module" src="late.js"></script>
"""
SCRIPT = "a.remove(); // " + "é" * 5000


def test_weight_and_movement_would_be_noticed(browser: Browser, tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "late.js").write_text(SCRIPT, encoding="utf-8")
    (tmp_path / "far.png").write_bytes(bytes(9000))
    with running(tmp_path) as origin:
        page = browser.new_page(extra_http_headers={LATE: "0.5"})
        view = first_view(page, f"{origin}{BASE}", tmp_path, BASE)
        page.close()
    assert list(view.asked) == ["", "far.png", "late.js"]
    assert view.asked["far.png"] == 9000  # a picture is not compressed
    assert view.asked["late.js"] < 200  # a script is
    assert view.size_without_pictures == view.size - 9000
    assert 0 < view.shift < 1
    assert [nodes[0] for _, nodes in view.moved] == ["<p>Landes</p>"]


def test_text_that_is_cut_would_be_noticed(visit: Visit, served: Served) -> None:
    page = visit.open(served.url("home"))
    page.locator("main h1").evaluate("title => title.style.cssText = 'block-size: 10px; overflow: hidden'")
    assert [box[:3] for box in page.evaluate(CLIPPED)] == ["<h1"]
