"""A browser, and the cut demonstration served as a project site of GitHub Pages: below /repository/."""

import os
import threading
import time
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import MappingProxyType
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, expect

from site_builder.plan.pages import SitePlan
from site_builder.render.page_kinds import PAGE_KINDS
from tests.browser.demonstration import cut_demonstration
from tests.browser.portal_pages import BASE, KEYS, SITE_URL, Shown, shown_pages
from tests.conftest import TODAY, PortalFolder, made_once

PATIENCE = 20_000  # milliseconds: a busy machine is no failure
LATE = "X-Late"
"""A request's header: seconds that scripts and pictures keep this reader waiting, so that a page is painted before."""

expect.set_options(timeout=PATIENCE)


class ProjectSite(SimpleHTTPRequestHandler):
    """Files of a folder below ``BASE``; the portal's own 404 page for every other address.

    What other hosts do, a test asks for: further headers, pages that have moved, a page in the place of a file.
    """

    more_headers: Mapping[str, str] = MappingProxyType({})
    redirects: Mapping[str, str] = MappingProxyType({})
    mistaken: Collection[str] = ()

    def translate_path(self, path: str) -> str:
        inside = urlsplit(path).path.startswith(BASE)
        return super().translate_path(path.removeprefix(BASE.rstrip("/"))) if inside else os.devnull + "/absent"

    def do_GET(self) -> None:
        if urlsplit(self.path).path.endswith((".js", ".svg", ".webp", ".avif", ".jpg", ".png")):
            time.sleep(float(self.headers.get(LATE, 0)))
        if self.path in self.redirects:
            self.send_response(HTTPStatus.MOVED_PERMANENTLY)
            self.send_header("Location", self.redirects[self.path])
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        if self.path in self.mistaken:
            self.path = BASE
        super().do_GET()

    def end_headers(self) -> None:
        for name, value in self.more_headers.items():
            self.send_header(name, value)
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        if code != HTTPStatus.NOT_FOUND:
            super().send_error(code, message, explain)
            return
        body = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def list_directory(self, path: str | os.PathLike[str]) -> None:
        self.send_error(HTTPStatus.NOT_FOUND)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name of the class above
        """Nothing: the browser says what failed."""


MADE = datetime(TODAY.year, TODAY.month, TODAY.day, 12, tzinfo=UTC)


@dataclass(frozen=True)
class Served:
    """The portal on its server."""

    folder: Path
    site: SitePlan
    origin: str

    @property
    def pages(self) -> list[Shown]:
        return shown_pages(self.site)

    def url(self, key: str, lang: str = "fr") -> str:
        page = self.site.get(key, lang)
        assert page
        return f"{self.origin}{BASE}{page.path}"


@dataclass
class Visit:
    """A reader's browser: what it asked of other hosts and what went wrong in it."""

    context: BrowserContext
    origin: str
    now: datetime | None = None
    """What the clock shows; the true hour when None."""
    outside: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def page(self) -> Page:
        page = self.context.new_page()
        if self.now:
            page.clock.set_fixed_time(self.now)
        page.on("request", self._asked)
        page.on("console", self._said)
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        return page

    def open(self, url: str) -> Page:
        page = self.page()
        page.goto(url)
        return page

    def _asked(self, request: Request) -> None:
        if not request.url.startswith(f"{self.origin}/"):
            self.outside.append(request.url)

    def _said(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.errors.append(message.text)


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    portal = PortalFolder(made_once(tmp_path_factory, "demonstration", _build))
    checked = portal.check()
    assert [problem.code for problem in checked.problems] == ["translation-missing", "expires-soon"]
    assert checked.planned
    shown = shown_pages(checked.planned.site)
    assert {page.key for page in shown} == set(KEYS)
    assert {page.kind for page in shown} == {kind.kind for kind in PAGE_KINDS}
    with running(portal.site) as origin:
        yield Served(portal.site, checked.planned.site, origin)


def _build(root: Path) -> None:
    cut_demonstration(root)
    assert not PortalFolder(root).build(site_url=SITE_URL).failed


@contextmanager
def running(folder: Path) -> Iterator[str]:
    """A server of the folder on a free port; its origin."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(ProjectSite, directory=str(folder))) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


@pytest.fixture
def visit(browser: Browser, served: Served) -> Iterator[Visit]:
    """A new reader, at 1280 px, with JavaScript; whatever happens, nobody else's host is asked and nothing fails."""
    with visiting(browser, served) as reader:
        yield reader


@pytest.fixture
def visit_without_script(browser: Browser, served: Served) -> Iterator[Visit]:
    with visiting(browser, served, java_script_enabled=False) as reader:
        yield reader


@contextmanager
def visiting(
    browser: Browser, served: Served, *, java_script_enabled: bool = True, with_worker: bool = False
) -> Iterator[Visit]:
    """Without the service worker, which would answer what a test plants; tests/browser/test_offline.py is about it.

    It is the day on which the portal was made: later, what has a last day would leave its pages.
    """
    context = browser.new_context(viewport={"width": 1280, "height": 900}, java_script_enabled=java_script_enabled)
    context.set_default_timeout(PATIENCE)
    if not with_worker:
        context.add_init_script("delete Navigator.prototype.serviceWorker")
    reader = Visit(context, served.origin, MADE if java_script_enabled and not with_worker else None)
    yield reader
    cookies = context.cookies()
    context.close()
    assert (reader.outside, reader.errors, cookies) == ([], [], [])
