"""axe-core on guides drawn by lot: pages that nobody chose, so that no exception hides behind the chosen ones."""

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.axe import SCHEMES, WIDTHS, violations
from tests.browser.conftest import PATIENCE
from tests.quality.conftest import SEED, BuiltSite

pytestmark = pytest.mark.quality

GUIDES = 40


class BelowBase(SimpleHTTPRequestHandler):
    """Files of a folder, below the path that the site was built for."""

    def __init__(self, *arguments: object, base: str, **more: object) -> None:
        self.base = base
        super().__init__(*arguments, **more)  # type: ignore[arg-type]

    def translate_path(self, path: str) -> str:
        return super().translate_path("/" + path.removeprefix(self.base))

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name of the class above
        """Nothing: the browser says what failed."""


@pytest.fixture(scope="module")
def origin(built: BuiltSite) -> Iterator[str]:
    handler = partial(BelowBase, directory=str(built.folder), base=built.base)
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    context.set_default_timeout(PATIENCE)
    yield context.new_page()
    context.close()


def test_axe_finds_nothing_in_guides_drawn_by_lot(built: BuiltSite, origin: str, page: Page) -> None:
    drawn = built.guides_by_lot(GUIDES)
    assert drawn != []
    found: dict[tuple[str, str, int], list[str]] = {}
    for address in (address for versions in drawn for address in versions):
        answer = page.goto(origin + address)
        assert answer is not None
        assert (answer.status, page.title() != "") == (200, True)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            for scheme in SCHEMES:
                page.emulate_media(color_scheme=scheme)
                found[address, scheme, width] = violations(page)
    assert len(found) == 4 * sum(map(len, drawn))
    assert (SEED, {at: broken for at, broken in found.items() if broken}) == (SEED, {})
