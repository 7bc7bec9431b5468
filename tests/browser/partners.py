"""A site of somebody else, on this machine; and the portal at the address that it will have, for a browser."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import zxingcpp
from PIL import Image
from playwright.sync_api import BrowserContext, Route

from tests.browser.portal_pages import SITE_URL

PAGE = '<!doctype html><html lang="fr"><meta charset="utf-8"><title>Chez nous</title><h1>Chez nous</h1>{}</html>'


class Quiet(SimpleHTTPRequestHandler):
    """Files of a folder; what was asked for is not told."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name of the class above
        """Nothing: the browser says what failed."""


@contextmanager
def partner(folder: Path, html: str) -> Iterator[str]:
    """A page of another site, on a server of its own; its address."""
    (folder / "index.html").write_text(PAGE.format(html), encoding="utf-8")
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder))) as server:
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()


def at_its_address(context: BrowserContext, site: Path) -> None:
    """What a reader of ``context`` asks of the portal's public address comes from its folder."""

    def answer(route: Route) -> None:
        file = site / route.request.url.partition("#")[0].partition("?")[0].removeprefix(SITE_URL)
        file = file / "index.html" if file.is_dir() else file
        route.fulfill(path=file) if file.is_file() else route.fulfill(status=404)

    context.route(f"{SITE_URL}**", answer)


def scanned(picture: Path) -> list[str]:
    """The addresses of all codes in a picture."""
    return sorted(code.text for code in zxingcpp.read_barcodes(Image.open(picture)))
