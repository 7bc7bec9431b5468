"""Markdown to safe HTML, once per entry and language.

Links to other entries are relative ``.md`` links, which also work where the sources are read (on GitHub); links to
guides are written ``territory:40088``. Raw HTML from editors goes through an allow-list (nh3) after rendering.
"""

from collections.abc import Callable
from typing import Protocol
from xml.etree.ElementTree import Element

import markdown
import nh3
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markupsafe import Markup

from site_builder.model.slugs import slugify

EXTENSIONS = ("tables", "sane_lists", "def_list", "abbr")
URL_SCHEMES = {"http", "https", "mailto", "tel"}
TAGS = {
    *(
        "p",
        "br",
        "hr",
        "strong",
        "em",
        "b",
        "i",
        "s",
        "sub",
        "sup",
        "abbr",
        "span",
        "cite",
        "q",
        "time",
        "code",
        "pre",
    ),
    *("ul", "ol", "li", "dl", "dt", "dd", "blockquote", "h2", "h3", "h4", "a", "img", "figure", "figcaption"),
    *("table", "thead", "tbody", "tr", "th", "td", "caption", "details", "summary"),
}
ATTRIBUTES = {
    "*": {"lang", "dir", "title", "id"},
    "a": {"href", "hreflang"},
    "img": {"src", "alt", "width", "height", "loading"},
    "th": {"scope", "colspan", "rowspan"},
    "td": {"colspan", "rowspan"},
    "ol": {"start", "reversed", "type"},
    "time": {"datetime"},
}


class LinkTarget(Protocol):
    """Where a link leads; ``hreflang`` when that page is in another language than the text."""

    @property
    def href(self) -> str: ...
    @property
    def hreflang(self) -> str | None: ...


Resolver = Callable[[str], LinkTarget | None]


class Typesetter:
    """Renders the texts of one language. ``polish`` mends the typography of plain text (French spaces)."""

    def __init__(self, polish: Callable[[str], str]) -> None:
        self._tree = _PortalTree(polish)
        self._markdown = markdown.Markdown(extensions=[*EXTENSIONS, self._tree], output_format="html")

    def body(self, text: str, resolve: Resolver, anchor_prefix: str = "") -> Markup:
        """A body as HTML. Headings get anchors, prefixed so that many bodies can share a page."""
        if not text.strip():
            return Markup("")
        self._tree.resolve, self._tree.anchor_prefix = resolve, anchor_prefix
        html = self._markdown.reset().convert(text)
        clean = nh3.clean(html, tags=TAGS, attributes=ATTRIBUTES, url_schemes=URL_SCHEMES, link_rel=None)
        return Markup(clean.replace("&nbsp;", "\u00a0"))  # noqa: S704 - sanitised on the line above

    def line(self, text: str, resolve: Resolver) -> Markup:
        """One line of Markdown, without its paragraph."""
        html = str(self.body(text, resolve))
        inner = html.removeprefix("<p>").removesuffix("</p>") if html.count("<p>") == 1 else html
        return Markup(inner)  # noqa: S704 - already sanitised by `body`


class _PortalTree(Extension):
    """Links, images and headings of the parsed tree, before it becomes text."""

    def __init__(self, polish: Callable[[str], str]) -> None:
        super().__init__()
        self.polish = polish
        self.resolve: Resolver = _unresolved
        self.anchor_prefix = ""

    def extendMarkdown(self, md: markdown.Markdown) -> None:  # noqa: N802 - Python-Markdown names it
        md.treeprocessors.register(_TreeWalk(md, self), "portal", 5)


def _unresolved(_target: str) -> None:
    return None


class _TreeWalk(Treeprocessor):
    def __init__(self, md: markdown.Markdown, owner: _PortalTree) -> None:
        super().__init__(md)
        self._owner = owner

    def run(self, root: Element) -> None:
        anchors: set[str] = set()
        for element in root.iter():
            if element.tag not in {"code", "pre"}:
                self._polish(element)
            if element.tag == "a":
                self._link(element)
            elif element.tag == "img":
                self._image(element)
            elif element.tag in {"h1", "h2", "h3", "h4", "h5", "h6"}:
                self._heading(element, anchors)

    def _polish(self, element: Element) -> None:
        if element.text:
            element.text = self._owner.polish(element.text)
        for child in element:
            if child.tail:
                child.tail = self._owner.polish(child.tail)

    def _heading(self, element: Element, anchors: set[str]) -> None:
        """An anchor for the first heading of each text; none where nothing of it can be written in ASCII."""
        anchor = slugify("".join(element.itertext()))
        if anchor and anchor not in anchors:
            anchors.add(anchor)
            element.set("id", f"{self._owner.anchor_prefix}{anchor}")

    def _link(self, element: Element) -> None:
        written = element.get("href", "")
        target = self._owner.resolve(written)
        if target is None and not written.startswith("#") and ":" not in written:
            element.tag = "span"  # somebody who is no longer published: the text stays, without a link
            element.attrib.clear()
        elif target:
            element.set("href", target.href)
            if target.hreflang:
                element.set("hreflang", target.hreflang)

    def _image(self, element: Element) -> None:
        target = self._owner.resolve(element.get("src", ""))
        if target is None:  # an image of somebody who is no longer shown: not even its description stays
            element.tag = "span"
            element.attrib.clear()
            return
        element.set("src", target.href)
        element.set("loading", "lazy")
