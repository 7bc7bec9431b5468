"""What the tests of the whole region need to know of a built page, read from its HTML alone."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urljoin

from selectolax.lexbor import LexborHTMLParser, LexborNode

ORIGIN = "https://portail.example"
SITE_URL = f"{ORIGIN}/"
REQUESTING = "[src],[srcset],[poster],[data],link[href]:not([rel=canonical]):not([rel=alternate]),use[href],image[href]"
GUIDE = re.compile(r"(bienvenue|en/welcome)/(?!je-travaille-a/|working-in/)[^/]+/")
ENTRY = re.compile(r"/(atouts|ambassadeurs|assets|ambassadors)/")
CSS_URL = re.compile(r"url\(\s*['\"]?([^'\")]+)|@import\s+['\"]([^'\"]+)")
SAME_EVERYWHERE = re.compile("/|[a-z]+:")
SVG_ID = re.compile(r'\bid="([^"]+)"')
SVG_REFERENCE = re.compile(r'\b(?:href|src)="([^"]+)"')


@dataclass(frozen=True, slots=True, kw_only=True)
class Guide:
    """What a guide says of its own territory; texts have single spaces."""

    level: str
    contact: str
    telephones: tuple[tuple[str, str], ...]
    hours: tuple[str, ...]
    facts: tuple[tuple[str, str], ...]
    neighbours: int
    places_around: int
    sections: tuple[tuple[str, int], ...]
    emergency: tuple[str, ...]

    def own_facts(self) -> tuple[str, ...]:
        """Names of what it says of nobody else; the region is everybody's."""
        named = (
            ("town hall", self.contact),
            ("telephone", self.telephones),
            ("hours", self.hours),
            ("neighbours", self.neighbours),
            ("places around", self.places_around),
        )
        labels = tuple(label for label, value in self.facts if value and label not in {"Région", "Region"})
        return (*(name for name, said in named if said), *labels)


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page by its address below the site's root (``bienvenue/dax/``, ``404.html``)."""

    address: str
    bytes: int
    lang: str
    title: str
    headings: tuple[str, ...]
    canonical: str
    alternates: tuple[tuple[str, str], ...]
    ids: tuple[str, ...]
    guide: Guide | None


@dataclass(slots=True, kw_only=True)
class Reading:
    """Pages, and every address that they lead to or ask for with the first page that does."""

    pages: list[Page] = field(default_factory=list)
    links: dict[str, str] = field(default_factory=dict)
    requests: dict[str, str] = field(default_factory=dict)

    def add(self, other: "Reading") -> None:
        self.pages += other.pages
        self.links = other.links | self.links
        self.requests = other.requests | self.requests


def read_pages(site: Path, addresses: Iterable[str]) -> Reading:
    """Read the pages of a site."""
    reading = Reading()
    texts: dict[tuple[str, ...], tuple[str, ...]] = {}
    linked: set[str] = set()
    requested: set[str] = set()
    for address in addresses:
        data = (site / page_file(address)).read_bytes()
        tree = LexborHTMLParser(data.decode())
        page = _page(address, len(data), tree, texts)
        reading.pages.append(page)
        targets = {href for node in tree.css("a[href],form[action]") for href in _targets(node)}
        _note(reading.links, targets - linked, address, linked)
        requests = {url for node in tree.css(REQUESTING) for url in _requested(node)}
        _note(reading.requests, requests - requested, address, requested)
    return reading


def page_file(address: str) -> str:
    """``bienvenue/dax/`` → ``bienvenue/dax/index.html``."""
    return f"{address}index.html" if address.endswith("/") or not address else address


def address_of(url: str) -> str | None:
    """The address below the site's root; None for another host's and for what is no address of a page."""
    return url.removeprefix(SITE_URL).partition("#")[0].partition("?")[0] if url.startswith(SITE_URL) else None


def style_requests(css: str) -> Iterator[str]:
    """Every address that a style sheet asks for."""
    for match in CSS_URL.finditer(css):
        yield match[1] or match[2]


def _note(found: dict[str, str], addresses: Iterable[str], page: str, known: set[str]) -> None:
    """``known``: those found so far that are the same address on every page."""
    for address in addresses:
        found.setdefault(_whole(address, page), page)
        if SAME_EVERYWHERE.match(address):
            known.add(address)


def _whole(address: str, page: str) -> str:
    """Resolved against its page; the two commonest forms without the cost of a general answer."""
    if address.startswith("#"):
        return f"{SITE_URL}{page}{address}"
    if address.startswith("/") and not address.startswith("//"):
        return f"{ORIGIN}{address}"
    return urljoin(f"{SITE_URL}{page}", address)


def _targets(node: LexborNode) -> Iterator[str]:
    attributes = node.attributes
    for name in ("href", "action"):
        value = attributes.get(name)
        if value is not None and not value.startswith("data:"):  # an embedded image is no request
            yield value


def _requested(node: LexborNode) -> Iterator[str]:
    attributes = node.attributes
    for name in ("src", "href", "poster", "data"):
        value = attributes.get(name)
        if value is not None and not value.startswith("data:"):  # an embedded image is no request
            yield value
    for candidate in (attributes.get("srcset") or "").split(","):
        if candidate.strip():
            yield candidate.split()[0]


def _page(address: str, size: int, tree: LexborHTMLParser, texts: dict[tuple[str, ...], tuple[str, ...]]) -> Page:
    ids = tuple(str(node.attributes["id"]) for node in tree.css("[id]"))
    return Page(
        address=address,
        bytes=size,
        lang=str(tree.css("html")[0].attributes["lang"]),
        title=_text(tree.css("title")[0]),
        headings=tuple(_text(node) for node in tree.css("h1")),
        canonical=next((str(node.attributes["href"]) for node in tree.css("link[rel=canonical]")), ""),
        alternates=tuple(
            (str(node.attributes["hreflang"]), str(node.attributes["href"]))
            for node in tree.css("link[rel=alternate][hreflang]")
        ),
        ids=texts.setdefault(ids, ids),
        guide=_guide(tree) if GUIDE.fullmatch(address) else None,
    )


def _of_entries(links: list[LexborNode]) -> bool:
    """Whether a list is of assets or of people, rather than of places."""
    return any(ENTRY.search(str(link.attributes["href"])) for link in links)


def _guide(tree: LexborHTMLParser) -> Guide:
    contact = tree.css_first("#contact .contact")
    telephones = contact.css("a[href^='tel:']") if contact else []
    around = [len(links) for part in tree.css(".around ul") if not _of_entries(links := part.css("a"))]
    return Guide(
        level=_text(tree.css(".kicker")[0]),
        contact=_text(contact) if contact else "",
        telephones=tuple((str(node.attributes["href"]), _text(node)) for node in telephones),
        hours=tuple(_text(node) for node in contact.css(".hours li")) if contact else (),
        facts=tuple((_label(value), _text(value)) for value in tree.css(".facts dd")),
        neighbours=around[0] if around else 0,
        places_around=sum(around[1:]),
        sections=tuple((str(node.attributes["id"]), len(node.css("h3"))) for node in tree.css(".sections > .s")),
        emergency=tuple(str(node.attributes["href"]) for node in tree.css("#emergency li > a")),
    )


def _label(value: LexborNode) -> str:
    """What a value of a list is called; several that follow each other may have one name."""
    label = value.prev
    while label is not None and label.tag != "dt":
        label = label.prev
    assert label is not None
    return _text(label)


def _text(node: LexborNode) -> str:
    """Line breaks and runs of ordinary spaces as one space; no-break spaces are kept."""
    return re.sub(r"[ \t\n]+", " ", node.text()).strip(" ")
