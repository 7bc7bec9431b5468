"""Editors' Markdown to clean HTML, the same way for whoever checks it and whoever shows it.

Raw HTML from editors goes through an allow-list (nh3) after rendering. Links and images keep the address that was
written: ``render`` turns it into one of the site, ``check`` asks whether it leads anywhere.
"""

import re
import secrets
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from html import unescape
from typing import Any
from xml.etree.ElementTree import Element

import markdown
import nh3
from markdown.extensions import Extension
from markdown.extensions.abbr import AbbrExtension
from markdown.extensions.def_list import DefListExtension
from markdown.extensions.fenced_code import FencedCodeExtension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension
from markdown.treeprocessors import Treeprocessor

from site_builder.model.slugs import slugify

EXTENSIONS = (TableExtension, SaneListExtension, DefListExtension, AbbrExtension, FencedCodeExtension)
"""As classes: by name, Python-Markdown would look through all that is installed."""
URL_SCHEMES = frozenset({"http", "https", "mailto", "tel"})
TERRITORY = "territory"
MOST_DEPTH = 40
"""Elements inside each other: far above any real text, far below where Python gives up."""
TAGS = {
    *("p br hr strong em b i s sub sup abbr span cite q time code pre".split()),
    *("ul ol li dl dt dd blockquote h2 h3 h4 h5 h6 a img figure figcaption".split()),
    *("table thead tbody tr th td caption details summary".split()),
}
ATTRIBUTES = {
    "*": {"lang", "dir", "title"},
    **{heading: {"id"} for heading in ("h2", "h3", "h4", "h5", "h6")},
    "a": {"href", "hreflang"},
    "img": {"src", "alt", "width", "height", "loading"},
    "th": {"scope", "colspan", "rowspan"},
    "td": {"colspan", "rowspan"},
    "ol": {"start", "reversed", "type"},
    "time": {"datetime"},
}
TAG = re.compile(r'<(?P<close>/?)(?P<name>[a-z][a-z0-9]*)(?P<attributes>(?: [a-z-]+="[^"]*")*)>')
"""Any tag of clean HTML, which is always written this way."""
_ATTRIBUTE = re.compile(r' ([a-z-]+)="([^"]*)"')
_SCHEME = re.compile(r"(?<![a-z0-9+.-])([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_OPENED = re.compile(r"<([a-zA-Z][^\s<>]*)")

_SIGNS = {
    "\\": ("escape",),
    "`": ("backtick",),
    "[": ("reference", "link", "image_link", "image_reference", "short_reference", "short_image_ref"),
    "<": ("autolink", "automail", "html"),
    "&": ("entity",),
}
"""What a text has if it has anything that these patterns of Python-Markdown find, by their names there."""


class TooDeep(Exception):
    """Lists or quotations inside each other beyond ``MOST_DEPTH``."""


@dataclass(frozen=True, slots=True)
class WrittenLink:
    """A link or an image of a text, as the Markdown parser understood it."""

    label: str
    target: str
    image: bool


@dataclass(frozen=True, slots=True)
class Understood:
    """What a text is made of, once parsed."""

    links: tuple[WrittenLink, ...]
    anchors: frozenset[str]
    removed: tuple[str, ...]
    """Names of the tags that readers will not get, as they are written."""
    swallowed: bool
    """Whether a tag that is never closed would take the text after it away."""


class MarkdownReader:
    """Reads the texts of one language. ``polish`` mends the typography of plain text (French spaces).

    ``cut`` gives what it has polished in pieces, every second one of them raised (``["XVIII", "e", " siècle"]``).
    """

    def __init__(
        self, polish: Callable[[str], str] = str, cut: Callable[[str], Sequence[str]] = lambda text: [text]
    ) -> None:
        self._tree = _PortalTree(lambda text: cut(polish(text)))
        self._markdown = self._fresh()
        self.converted = 0
        """Texts that were converted so far."""
        self._cleaner = self._cleaner_for(URL_SCHEMES)
        self._last = f'<hr title="{secrets.token_hex(8)}">'
        """What no editor can have written: where it is lost, a tag before it has taken it away."""

    @property
    def _inline(self) -> Any:
        return self._markdown.treeprocessors["inline"]

    def _patterns_of(self, text: str) -> list[Any]:
        """The patterns that may find something in the text. Each is tried on every line; most texts need few."""
        every = self._markdown.inlinePatterns
        absent = {every[name] for sign, names in _SIGNS.items() if sign not in text for name in names}
        return [pattern for pattern in every if pattern not in absent]

    def html(self, text: str, anchor_prefix: str = "") -> str:
        """Clean HTML. Headings get anchors, prefixed so that many texts can share a page.

        Raises ``TooDeep``.
        """
        return self._clean(self._convert(text, anchor_prefix), URL_SCHEMES)

    def understand(self, text: str) -> Understood:
        """The links, anchors and lost tags of a text, whatever their addresses. Raises ``TooDeep``."""
        raw = self._convert(text, "")
        schemes = URL_SCHEMES | {scheme.lower() for scheme in _SCHEME.findall(unescape(raw))}
        html = self._clean(f"{raw}\n{self._last}", schemes)
        return Understood(
            links=tuple(_links(html)),
            anchors=frozenset(attributes_of(tag)["id"] for tag in TAG.finditer(html) if ' id="' in tag["attributes"]),
            removed=tuple(_removed(raw)),
            swallowed=self._last not in html,
        )

    def _fresh(self) -> markdown.Markdown:
        extensions = [each() for each in EXTENSIONS]
        return markdown.Markdown(extensions=[*extensions, self._tree], output_format="html")

    def _convert(self, text: str, anchor_prefix: str) -> str:
        self._tree.anchor_prefix = anchor_prefix
        self.converted += 1
        try:
            self._inline.inlinePatterns = self._patterns_of(text)
            return self._markdown.reset().convert(text)
        except (RecursionError, TooDeep):
            self._markdown = self._fresh()  # the parser keeps where it was
            raise TooDeep from None

    def _clean(self, raw: str, schemes: frozenset[str]) -> str:
        cleaner = self._cleaner if schemes <= URL_SCHEMES | {TERRITORY} else self._cleaner_for(schemes)
        return cleaner.clean(raw)

    def _cleaner_for(self, schemes: frozenset[str]) -> nh3.Cleaner:
        return nh3.Cleaner(
            tags=TAGS,
            attributes=ATTRIBUTES,
            attribute_filter=self._tree.own_ids,
            url_schemes={*schemes, TERRITORY},
            link_rel=None,
        )


def attributes_of(tag: re.Match[str]) -> dict[str, str]:
    """The attributes of a match of ``TAG``."""
    return {name: unescape(value) for name, value in _ATTRIBUTE.findall(tag["attributes"])}


def comments_out(text: str, instead: Callable[[str], str] = lambda _: "") -> str:
    """The text without its HTML comments. One that is never closed is none, nor is any after it."""
    pieces, end = [], 0
    while (begin := text.find("<!--", end)) >= 0 and (close := text.find("-->", begin + 4)) >= 0:
        pieces += [text[end:begin], instead(text[begin : close + 3])]
        end = close + 3
    return "".join([*pieces, text[end:]])


def _links(html: str) -> Iterator[WrittenLink]:
    """Links in the order in which they end, images where they stand."""
    href, label = "", ""
    end = 0
    for tag in TAG.finditer(html):
        label += unescape(html[end : tag.start()])
        end = tag.end()
        if tag["name"] == "img":
            attributes = attributes_of(tag)
            label += attributes.get("alt", "")
            yield WrittenLink(attributes.get("alt", ""), attributes.get("src", ""), image=True)
        elif tag["name"] == "a" and tag["close"]:
            yield WrittenLink(" ".join(label.split()), href.replace("\n", " "), image=False)
        elif tag["name"] == "a":
            href, label = attributes_of(tag).get("href", ""), ""


def _removed(raw: str) -> Iterator[str]:
    if "<" not in raw:
        return
    for name in _OPENED.findall(comments_out(raw)):
        if name.rstrip("/").lower() not in TAGS and name != "h1":  # "# Title" has its own problem
            yield name.rstrip("/") or name


class _PortalTree(Extension):
    """Typography and headings of the parsed tree, before it becomes text."""

    def __init__(self, pieces: Callable[[str], Sequence[str]]) -> None:
        super().__init__()
        self.pieces = pieces
        self.anchor_prefix = ""
        self.own = secrets.token_hex(8)
        """Begins our own anchors until the HTML is clean, so that no other ``id`` can pass for one."""

    def extendMarkdown(self, md: markdown.Markdown) -> None:  # noqa: N802 - Python-Markdown names it
        md.treeprocessors.register(_TreeWalk(md, self), "portal", 5)

    def own_ids(self, _tag: str, attribute: str, value: str) -> str | None:
        """The value of an attribute; None for an ``id`` that is not one of our anchors."""
        if attribute != "id":
            return value
        return value.removeprefix(self.own) if value.startswith(self.own) else None


class _TreeWalk(Treeprocessor):
    def __init__(self, md: markdown.Markdown, owner: _PortalTree) -> None:
        super().__init__(md)
        self._owner = owner

    def run(self, root: Element) -> None:
        _refuse_depth(root)
        anchors: set[str] = set()
        for element in list(root.iter()):
            if element.tag not in {"code", "pre"}:
                self._polish(element)
            if element.tag in {"h1", "h2", "h3", "h4", "h5", "h6"}:
                self._heading(element, anchors)

    def _polish(self, element: Element) -> None:
        children, added = list(element), 0
        if element.text:
            element.text, *raised = self._owner.pieces(element.text)
            added = _raise(element, 0, raised)
        for number, child in enumerate(children, start=1):
            if child.tail:
                child.tail, *raised = self._owner.pieces(child.tail)
                added += _raise(element, number + added, raised)

    def _heading(self, element: Element, anchors: set[str]) -> None:
        """An anchor for the first heading of each text; none where nothing of it can be written in ASCII."""
        anchor = slugify("".join(element.itertext()))
        if anchor and anchor not in anchors:
            anchors.add(anchor)
            element.set("id", f"{self._owner.own}{self._owner.anchor_prefix}{anchor}")


def _raise(element: Element, at: int, pieces: list[str]) -> int:
    """Put raised letters and what follows them, in turn, among the children of ``element``; how many they are."""
    for number, (letters, following) in enumerate(zip(pieces[::2], pieces[1::2], strict=True)):
        raised = Element("sup")
        raised.text, raised.tail = letters, following
        element.insert(at + number, raised)
    return len(pieces) // 2


def _refuse_depth(root: Element) -> None:
    level, depth = [root], 0
    while level:
        level, depth = [child for element in level for child in element], depth + 1
        if depth > MOST_DEPTH:
            raise TooDeep
