"""The portal as it was built into site/ (or into PORTAIL_QUALITY_SITE), whatever address it was built for."""

import os
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from random import Random
from urllib.parse import urlsplit

import pytest
from selectolax.lexbor import LexborHTMLParser

ROOT = Path(__file__).resolve().parents[2]
SEED = int(os.environ.get("PORTAIL_SEED", "1"))
VERSIONS = "link[rel=alternate]:not([hreflang=x-default])"


@dataclass(frozen=True)
class BuiltSite:
    """A folder of pages, and the path below which their links expect to be served."""

    folder: Path

    @cached_property
    def pages(self) -> tuple[Path, ...]:
        return tuple(sorted(self.folder.rglob("*.html")))

    @cached_property
    def base(self) -> str:
        (canonical,) = links(read(self.folder / "index.html"), "link[rel=canonical]")
        return urlsplit(canonical).path

    def guides_by_lot(self, count: int) -> list[list[str]]:
        """The addresses of ``count`` guides drawn by lot (of all, where there are fewer): every language of each."""
        lang = read(self.folder / "index.html").css("html")[0].attributes["lang"]
        guides = [page for page in self.pages if read(page).css_matches(f"html[lang={lang}] > body.kind-guide")]
        drawn = Random(SEED).sample(guides, min(count, len(guides)))  # noqa: S311 - a lot, not a secret
        return [[urlsplit(url).path for url in links(read(page), VERSIONS)] for page in drawn]


def read(page: Path) -> LexborHTMLParser:
    return LexborHTMLParser(page.read_bytes())


def links(dom: LexborHTMLParser, selector: str) -> list[str]:
    return [str(node.attributes["href"]) for node in dom.css(selector)]


@pytest.fixture(scope="session")
def built() -> BuiltSite:
    folder = Path(os.environ.get("PORTAIL_QUALITY_SITE") or ROOT / "site").resolve()
    assert (folder / "index.html").is_file(), f"no site in {folder}: run `make quality`, which builds it first"
    return BuiltSite(folder)
