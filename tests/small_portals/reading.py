"""A built site, read as a visitor, a search engine and an attacker would read it."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from site_builder.interface import interface_of
from site_builder.load.sources import load
from site_builder.load.words import engine_texts, texts_by_language
from tests.conftest import NO_PAGES, PORTALS, REPOSITORY, SITE_URLS


def attribute(node: LexborNode, name: str) -> str:
    return node.attributes.get(name) or ""


@dataclass(frozen=True)
class Page:
    """A page of a built site and its address below the site's root."""

    address: str
    html: str

    @cached_property
    def dom(self) -> LexborHTMLParser:
        return LexborHTMLParser(self.html)

    def all(self, selector: str) -> list[LexborNode]:
        return self.dom.css(selector)

    def one(self, selector: str) -> LexborNode:
        found = self.dom.css(selector)
        assert len(found) == 1, (self.address, selector, len(found))
        return found[0]

    def text(self, selector: str) -> str:
        """The words of one element, with single spaces."""
        return words(self.one(selector))

    @property
    def root(self) -> LexborNode:
        assert self.dom.root is not None
        return self.dom.root

    @property
    def lang(self) -> str:
        return attribute(self.root, "lang")

    @property
    def alternates(self) -> dict[str, str]:
        return {attribute(n, "hreflang"): attribute(n, "href") for n in self.all('link[rel="alternate"][hreflang]')}

    @property
    def switcher(self) -> dict[str, str]:
        """Where each language of the switcher leads, and what is said beside it."""
        return {attribute(n, "lang"): attribute(n, "href") for n in self.all("nav.langs a")}

    @property
    def graph(self) -> list[dict[str, object]]:
        """The JSON-LD of the page."""
        data = json.loads(self.one('script[type="application/ld+json"]').text())
        assert data["@context"] == "https://schema.org"
        return list(data["@graph"])


def words(node: LexborNode) -> str:
    return " ".join(node.text(separator=" ").split())


@dataclass(frozen=True)
class Site:
    """A built site and where it stands."""

    name: str
    folder: Path

    @property
    def url(self) -> str:
        return SITE_URLS.get(self.name, "https://portail.example/")

    @property
    def base(self) -> str:
        """``/portail``: what stands before every address."""
        return urlsplit(self.url).path.rstrip("/")

    @cached_property
    def pages(self) -> Mapping[str, Page]:
        """Those that readers stay on."""
        return {address: page for address, page in self.every_page.items() if not address[1:].startswith(NO_PAGES)}

    @cached_property
    def every_page(self) -> Mapping[str, Page]:
        found = {}
        for file in sorted(self.folder.rglob("*.html")):
            address = "/" + file.relative_to(self.folder).as_posix().removesuffix("index.html")
            found[address] = Page(address, file.read_text(encoding="utf-8"))
        return found

    def absolute(self, address: str) -> str:
        return self.url.rstrip("/") + address

    def file(self, address: str) -> Path:
        """The file that answers an address from the host's root, as a static host finds it."""
        below = unquote(address).removeprefix(self.base).lstrip("/")
        file = self.folder / below
        return file / "index.html" if below == "" or below.endswith("/") else file

    def text(self, path: str) -> str:
        return (self.folder / path).read_text(encoding="utf-8")


OWN_TEXTS = texts_by_language(load(PORTALS / "minimal")[0].strings)
INTERFACE = interface_of(OWN_TEXTS, engine_texts(REPOSITORY / "theme"), ("fr", "en", "ar"), "fr")


def said(lang: str, key: str, **values: object) -> str:
    """A text of the interface, with single plain spaces."""
    return " ".join(INTERFACE.t(lang, key, values).split())


def links_followed(site: Site) -> tuple[int, list[tuple[str, str]]]:
    """How many links to the site's own pages and files there are, and those that lead nowhere."""
    ids = {address: {attribute(n, "id") for n in page.all("[id]")} for address, page in site.pages.items()}
    broken, seen = [], 0
    for address, page in site.every_page.items():
        for link in links(page):
            target = urlsplit(urljoin(f"https://here{site.base}{address}", link))
            if target.netloc != "here":
                continue
            seen += 1
            file = site.file(target.path)
            inside = "/" + file.relative_to(site.folder).as_posix().removesuffix("index.html")
            lost_anchor = target.fragment and inside in ids and unquote(target.fragment) not in ids[inside]
            if not target.path.startswith(f"{site.base}/") or not file.is_file() or lost_anchor:
                broken.append((address, link))
    return seen, broken


LINKS = (
    *(("a", "href"), ("link", "href"), ("img", "src"), ("script", "src"), ("form", "action"), ("use", "href")),
    ("form", "data-places"),
)


def links(page: Page) -> Iterator[str]:
    for selector, name in LINKS:
        for node in page.all(f"{selector}[{name}]"):
            yield attribute(node, name)
