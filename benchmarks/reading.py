"""What a reader meets on each page kind: bytes, requests, movement, and what axe finds, on every screen."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Request

from tests.browser.axe import SCHEMES, WIDTHS, violations
from tests.browser.conftest import LATE, PATIENCE, Served
from tests.browser.first_view import FirstView, first_view, sent
from tests.browser.portal_pages import BASE, Shown
from tests.browser.states import STATES
from tests.region.page_reading import page_file


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFigures:
    """A page in one language: the heavier of its first views, the most that moved, and axe on all screens."""

    key: str
    lang: str
    parts: dict[str, int]
    """Bytes, compressed."""
    requests: tuple[str, ...]
    shift: float
    violations: tuple[str, ...]

    @property
    def size(self) -> int:
        return sum(self.parts.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class StateFigures:
    """A state in one language, on all screens."""

    name: str
    lang: str
    violations: tuple[str, ...]


def pages(browser: Browser, served: Served) -> Iterator[PageFigures]:
    """Every page that the browser tests look at."""
    for shown in served.pages:
        views, found = [], Counter[str]()
        for width in WIDTHS:
            context = _reader(browser, width)
            page = context.new_page()
            views.append(first_view(page, f"{served.origin}{shown.path}", served.folder, BASE))
            for scheme in SCHEMES:
                page.emulate_media(color_scheme=scheme)
                found.update(violations(page))
            context.close()
        yield _figures(shown, views, found)


def _figures(shown: Shown, views: Sequence[FirstView], found: Counter[str]) -> PageFigures:
    heavier = max(views, key=lambda view: view.size)
    return PageFigures(
        key=shown.key,
        lang=shown.lang,
        parts=dict(heavier.parts),
        requests=tuple(heavier.asked),
        shift=max(view.shift for view in views),
        violations=tuple(found),
    )


def states(browser: Browser, served: Served) -> Iterator[StateFigures]:
    """Every state, opened anew on each screen."""
    for (name, state), lang in product(STATES.items(), served.site.languages):
        found: Counter[str] = Counter()
        for width, scheme in product(WIDTHS, SCHEMES):
            context = _reader(browser, width, late=False)
            page = context.new_page()
            page.emulate_media(color_scheme=scheme)
            page.goto(f"{served.url(state.key, lang)}{state.query}")
            state.bring(page)
            page.evaluate("scrollTo(0, 0)")
            found.update(violations(page))
            context.close()
        yield StateFigures(name=name, lang=lang, violations=tuple(found))


def weighed(browser: Browser, key: str, lang: str, url: str, folder: Path, base: str) -> PageFigures:
    """A page whose site is in ``folder`` and served below ``base``: the heavier of its first views, without axe."""
    views = []
    for width in WIDTHS:
        context = _reader(browser, width, late=False)
        views.append(first_view(context.new_page(), url, folder, base))
        context.close()
    return _figures(Shown(key, "", lang, url), views, Counter())


def first_search(browser: Browser, served: Served) -> dict[str, int]:
    """By language: bytes, compressed, of all that the first search asks for after the page itself is there."""
    root = f"{served.origin}{BASE}"
    return {lang: searched(browser, served.url("places", lang), served.folder, root) for lang in served.site.languages}


def searched(browser: Browser, url: str, folder: Path, root: str) -> int:
    """The same for one page, whose site is in ``folder`` and has the address ``root``."""
    context = _reader(browser, WIDTHS[0], late=False)
    page = context.new_page()
    page.goto(url, wait_until="networkidle")
    asked: set[str] = set()

    def count(request: Request) -> None:
        asked.add(request.url)

    page.on("request", count)
    STATES["search with results"].bring(page)
    page.wait_for_load_state("networkidle")
    context.close()
    return sum(_sent(folder, root, url) for url in asked)


def _sent(folder: Path, root: str, url: str) -> int:
    path = url.partition("?")[0].removeprefix(root)
    return sent(folder / page_file(path))


def _reader(browser: Browser, width: int, *, late: bool = True) -> BrowserContext:
    """Somebody who has never been here, on a line that is slow with scripts and pictures where ``late``."""
    headers = {LATE: "0.15"} if late else {}
    context = browser.new_context(viewport={"width": width, "height": 900}, extra_http_headers=headers)
    context.set_default_timeout(PATIENCE)
    context.add_init_script("delete Navigator.prototype.serviceWorker")
    return context
