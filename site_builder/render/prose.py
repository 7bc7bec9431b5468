"""Markdown to safe HTML, once per entry and language.

Links to other entries are relative ``.md`` links, which also work where the sources are read (on GitHub); links to
guides are written ``territory:40088``. Links and images that editors write in HTML are read like those in Markdown.
"""

import re
from collections.abc import Callable, Sequence
from html import escape
from typing import Protocol

from markupsafe import Markup

from site_builder.language.typography import NO_BREAK_SPACE
from site_builder.prose.markdown_text import TAG, URL_SCHEMES, MarkdownReader, attributes_of


class ImageSources(Protocol):
    """The files of a picture, as values of ``srcset``."""

    @property
    def webp(self) -> str: ...
    @property
    def fallback(self) -> str: ...


class Note(Protocol):
    """What stands behind a claim instead of a link around it."""

    @property
    def text(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def source(self) -> str: ...
    @property
    def outdated(self) -> bool: ...


class LinkTarget(Protocol):
    """Where a link leads: ``hreflang`` when that page is in another language than the text, an image's ``size``.

    ``sources``: the image in several widths; ``note``: of a claim that is proved; ``until``: from when it is no longer
    shown, empty where it stays.
    """

    @property
    def href(self) -> str: ...
    @property
    def hreflang(self) -> str | None: ...
    @property
    def size(self) -> tuple[int, int] | None: ...
    @property
    def sources(self) -> ImageSources | None: ...
    @property
    def note(self) -> Note | None: ...

    @property
    def until(self) -> str: ...


NOTE_ROLE = "doc-noteref"
"""A link behind a claim that leads to its proof (DPUB-ARIA 1.1)."""
NOTE_SOURCE = "data-source"
"""Its attribute with what paper prints there."""
_HEADING = re.compile("h[1-6]")
DEEPEST = 6
_COLUMN = 608
_SIZES = f"(min-width: {_COLUMN}px) {_COLUMN}px, 100vw"
"""How wide an image of a text is: as the text, which is ``--measure`` (theme/assets/css/tokens.css) at most."""

Resolver = Callable[[str], LinkTarget | None]
Converter = Callable[[str, str], str]
"""A text in Markdown, and what its anchors begin with, to clean HTML."""


class Typesetter:
    """Renders the texts of one language. ``polish`` and ``cut`` mend their typography, as for `MarkdownReader`."""

    def __init__(
        self,
        polish: Callable[[str], str],
        cut: Callable[[str], Sequence[str]] = lambda text: [text],
        remembered: Callable[[Converter], Converter] = lambda convert: convert,
    ) -> None:
        """``remembered``: a converter that need not convert again what it converted in a former build."""
        self._reader = MarkdownReader(polish, cut)
        self._html = remembered(self._reader.html)

    @property
    def converted(self) -> int:
        """Texts that were converted so far."""
        return self._reader.converted

    def body(self, text: str, resolve: Resolver, anchor_prefix: str = "", title_level: int = 1) -> Markup:
        """A body as HTML. Headings get anchors, prefixed so that many bodies can share a page.

        They follow the heading that the title is (RGAA 9.1): ``##`` is one level below it.
        """
        if not text.strip():
            return Markup("")
        html = deepened(self._html(text, anchor_prefix), title_level - 1)
        clean = TAG.sub(_Addresses(resolve), html)
        return Markup(clean.replace("&nbsp;", "\u00a0"))  # noqa: S704 - sanitised by the reader

    def line(self, text: str, resolve: Resolver) -> Markup:
        """One line of Markdown, without its paragraph."""
        html = str(self.body(text, resolve))
        inner = html.removeprefix("<p>").removesuffix("</p>") if html.count("<p>") == 1 else html
        return Markup(inner)  # noqa: S704 - already sanitised by `body`


def deepened(html: str, levels: int) -> str:
    """Clean HTML of which every heading is so many levels deeper; there is none below ``h6``."""
    return TAG.sub(lambda tag: _deeper(tag, levels), html) if levels else html


def _deeper(tag: re.Match[str], levels: int) -> str:
    if not _HEADING.fullmatch(tag["name"]):
        return tag[0]
    level = min(DEEPEST, int(tag["name"][1]) + levels)
    return f"<{tag['close']}h{level}{tag['attributes']}>"


class _Addresses:
    """Gives the links and images of clean HTML their addresses on the site, tag after tag."""

    def __init__(self, resolve: Resolver) -> None:
        self._resolve = resolve
        self._closing = "</a>"

    def __call__(self, tag: re.Match[str]) -> str:
        if tag["name"] == "img":
            return self._image(attributes_of(tag))
        if tag["name"] != "a":
            return tag[0]
        if tag["close"]:
            return self._closing
        return self._link(tag)

    def _link(self, tag: re.Match[str]) -> str:
        attributes = attributes_of(tag)
        written = attributes.get("href", "")
        target = self._resolve(written)
        self._closing = "</a>"
        if target is None and not _complete(written):  # of somebody no longer published: the text stays, unlinked
            self._closing = "</span>"
            return "<span>"
        if target is None:
            return tag[0]
        language = {"hreflang": target.hreflang} if target.hreflang else {}
        if target.note:
            self._closing = _noted(target.note, {"href": target.href, **language})
            return ""
        return _opening("a", {**attributes, "href": target.href, **language})

    def _image(self, attributes: dict[str, str]) -> str:
        target = self._resolve(attributes.get("src", ""))
        if target is None:  # of somebody who is no longer shown, or of another host: not even its description stays
            return "<span></span>"
        image = {**attributes, **_size(target, attributes), "src": target.href, "loading": "lazy"}
        over = {"data-until": target.until} if target.until else {}
        return _picture(image, target.sources, over) if target.sources else _opening("img", {**image, **over})


def _noted(note: Note, attributes: dict[str, str]) -> str:
    """The way to a proof, behind its claim and on the same line."""
    named = {"aria-label": note.name} if note.name else {}
    flagged = {"class": "outdated"} if note.outdated else {}
    link = _opening("a", {**attributes, **named, **flagged, "role": NOTE_ROLE, NOTE_SOURCE: note.source})
    return f"{NO_BREAK_SPACE}{link}{escape(note.text)}</a>"


def _picture(image: dict[str, str], sources: ImageSources, over: dict[str, str]) -> str:
    """The image in the width that the reader's screen needs."""
    width = image.get("width", "")
    sizes = f"{width}px" if width.isdecimal() and int(width) < _COLUMN else _SIZES
    source = {"type": "image/webp", "sizes": sizes, "srcset": sources.webp}
    known = {**image, "decoding": "async", "sizes": sizes, "srcset": sources.fallback}
    return f"{_opening('picture', over)}{_opening('source', source)}{_opening('img', known)}</picture>"


def _size(target: LinkTarget, attributes: dict[str, str]) -> dict[str, str]:
    """The image's own size, by which a page keeps its place; an editor who wrote one has decided."""
    if target.size is None or "width" in attributes or "height" in attributes:
        return {}
    return {"width": str(target.size[0]), "height": str(target.size[1])}


def _complete(written: str) -> bool:
    return written.startswith("#") or written.partition(":")[0].lower() in URL_SCHEMES


def _opening(name: str, attributes: dict[str, str]) -> str:
    pairs = ((key, escape(value, quote=False).replace('"', "&quot;")) for key, value in sorted(attributes.items()))
    return "".join((f"<{name}", *(f' {key}="{value}"' for key, value in pairs), ">"))
