"""Small real portals for tests: a tree of files written as text becomes a folder, a check or a build.

    content/assets/dune.md
        ---
        id: dune
        ---
        The body.

A line without indentation is a path; the indented lines below it are the file. What a portal needs to exist at all
(portal.yml, guide.yml, one territory) is added where the text does not give it.
"""

import fcntl
import gc
import os
import shutil
import signal
import threading
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, partial
from pathlib import Path

import material  # type: ignore[import-untyped]
import pytest
from playwright.sync_api import Browser, sync_playwright

from site_builder.host import HostTheme
from site_builder.order import BuildOrder, Built
from site_builder.pipeline import build_site
from site_builder.plan.files import EMBEDS, PERMANENT
from site_builder.reading import Checked, check_portal

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    # A shell starts what runs in its background deaf to Ctrl+C, and all its children with it: programs that the tests
    # start have to hear it, as they do at a terminal.
    signal.signal(signal.SIGINT, signal.default_int_handler)

REPOSITORY = Path(__file__).resolve().parent.parent
PORTALS = REPOSITORY / "tests" / "portals"
TODAY = date(2026, 11, 21)
NO_PAGES = (PERMANENT, f"{EMBEDS}/")
"""Below these addresses stand documents that no page plan knows: ways to pages, and cards of them for other sites."""
NO_BROWSER = "no browser: run the tests with `make test`, which finds or installs one and says where in PORTAIL_BROWSER"

PORTAL_YML = """\
name: {fr: Petit pays, en: Small country}
tagline: {fr: Bienvenue, en: Welcome}
languages:
  - {code: fr, name: Français}
  - {code: en, name: English}
territory: pays
first_contacts: [town-hall]
levels:
  - {id: pays, name: {fr: pays, en: country}, plural: {fr: pays, en: countries}}
  - {id: commune, name: {fr: commune, en: commune}, plural: {fr: communes, en: communes}}
colours: {paper: "#FBF8F2", ink: "#16242B", ocean: "#0F4C5C", pine: "#2E6B4F", wine: "#7B2740", ochre: "#C8821E", line: "#DDD5C7"}
dark_colours: {paper: "#101C24", ink: "#F1EADC", ocean: "#8CCBD6", pine: "#93CFAF", wine: "#EBA5B8", ochre: "#E0A040", line: "#33434D"}
"""  # noqa: E501
GUIDE_YML = """\
sections:
  - {id: first-steps, title: {fr: Premiers pas, en: First steps}}
  - {id: housing, title: {fr: Se loger, en: Housing}}
audiences:
  - {id: family, title: {fr: En famille, en: Family}}
roles:
  - id: town-hall
    title: {fr: Mairie, en: Town hall}
  - id: childcare
    title: {fr: Garde d’enfants, en: Childcare}
    directory: {name: {fr: monenfant.fr, en: monenfant.fr}, url: https://monenfant.fr/}
emergency:
  - {number: "112", title: {fr: Toute urgence, en: Any emergency}}
"""
TERRITORIES_YML = """\
territories:
  - {code: pays, level: pays, name: Petit pays}
  - {code: bourg, level: commune, name: Le Bourg, parents: [pays]}
  - {code: hameau, level: commune, name: Hameau, parents: [pays]}
"""
NEEDED = {
    "data/portal.yml": PORTAL_YML,
    "data/guide.yml": GUIDE_YML,
    "data/territories/territories.yml": TERRITORIES_YML,
}


def files_of(tree: str) -> dict[str, str]:
    """Paths and texts of a tree written as in this module's docstring."""
    files: dict[str, list[str]] = {}
    path = ""
    for line in tree.split("\n"):
        if line and not line[0].isspace():
            path = line.strip()
            files[path] = []
        elif path:
            files[path].append(line[4:] if line.startswith("    ") else line.strip())
    return {path: "\n".join(lines).rstrip("\n") + "\n" if any(lines) else "" for path, lines in files.items()}


def write_files(root: Path, files: Mapping[str, str | bytes]) -> None:
    """Write the files below ``root``."""
    for path, text in files.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode())


def engine_theme(site_dir: Path, site_url: str = "https://portail.example/") -> HostTheme:
    """The engine's theme on Material's, without starting MkDocs."""
    folders = (REPOSITORY / "theme", Path(material.__file__).parent / "templates")
    return HostTheme(template_dirs=folders, static_dirs=folders, site_url=site_url, site_dir=site_dir)


def pytest_collection_finish() -> None:
    """Thousands of tests and all that they import stay to the end: no search for cycles need visit them again.

    What a test leaves is small: searched for less often, a tenth of the time is saved.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 20, 100)


@dataclass(frozen=True)
class PortalFolder:
    """A portal on disk."""

    root: Path

    @property
    def site(self) -> Path:
        return self.root / "site"

    def check(self, today: date = TODAY) -> Checked:
        return check_portal(self.root, today=today)

    def lines(self, lang: str = "en", today: date = TODAY) -> list[str]:
        """Every problem as ``place [code] message → fix``."""
        return [f"{p.place} [{p.code}] {p.message(lang)} → {p.fix(lang)}" for p in self.check(today).problems]

    def build(self, jobs: int = 1, site_url: str = "https://portail.example/", today: date = TODAY) -> Built:
        theme = engine_theme(self.site, site_url)
        order = BuildOrder(root=self.root, theme=theme, destination=self.site, jobs=jobs, today=today)
        return build_site(order)

    def html(self, path: str) -> str:
        """A page of the built site, by its address without the leading ``/``."""
        file = self.site / path
        return (file / "index.html" if file.is_dir() or not path else file).read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One for all tests of a process: Playwright runs once in each."""
    executable = os.environ.get("PORTAIL_BROWSER", "")
    if not executable:
        pytest.fail(NO_BROWSER)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable)
        yield browser
        browser.close()


@pytest.fixture
def alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """As in a build: the threads that other tests of this process have left are not counted."""
    before = {*threading.enumerate()}
    monkeypatch.setattr(threading, "active_count", lambda: 1 + len({*threading.enumerate()} - before))


def portal_in(
    folder: Path, tree: str = "", *, needed: bool = True, binary: Mapping[str, bytes] | None = None
) -> PortalFolder:
    """The portal of a tree of files, in a folder of ``folder``; ``needed=False`` adds nothing to it."""
    files: dict[str, str | bytes] = {**(NEEDED if needed else {}), **files_of(tree), **(binary or {})}
    write_files(folder / "portal", files)
    return PortalFolder(folder / "portal")


@pytest.fixture
def portal(tmp_path: Path) -> Callable[..., PortalFolder]:
    """``portal(tree)``: as `portal_in`, in a folder of the test's own."""
    return partial(portal_in, tmp_path)


SITE_URLS = {"minimal": "https://port-calme.example/", "districts": "https://valdaine.example/portail/"}
"""The portals of tests/portals/, and where their sites stand; one of them under a base path."""


def copy_portal(name: str, folder: Path) -> PortalFolder:
    """A copy of a portal of tests/portals/ in ``folder``."""
    shutil.copytree(PORTALS / name, folder, ignore=shutil.ignore_patterns("site", ".portail", "__pycache__"))
    return PortalFolder(folder)


def made_once(tmp_path_factory: pytest.TempPathFactory, name: str, make: Callable[[Path], None]) -> Path:
    """A folder that ``make`` fills once a run, whichever test worker asks first; the others wait. Not to be changed.

    When ``make`` fails, so does whoever asked, and the next worker tries again.
    """
    own = tmp_path_factory.getbasetemp()
    folder = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / name
    with folder.with_name(f"{name}.lock").open("w", encoding="ascii") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        done = folder.with_name(f"{name}.done")
        if not done.exists():
            shutil.rmtree(folder, ignore_errors=True)
            make(folder)
            done.touch()
    return folder


@pytest.fixture(scope="session")
def small_site(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], PortalFolder]:
    """``small_site("districts")``: that portal of tests/portals/, built once a run; not to be changed."""

    def build(root: Path) -> None:
        assert not copy_portal(root.name, root).build(site_url=SITE_URLS[root.name]).failed

    @cache
    def built(name: str) -> PortalFolder:
        return PortalFolder(made_once(tmp_path_factory, name, build))

    return built
