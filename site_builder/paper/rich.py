"""Block text for paper: clean HTML as a tree of tags, which theme/print/rich.typ sets in type."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

from site_builder.language.typography import NO_BREAK_SPACE
from site_builder.render.glosses import ROLE
from site_builder.render.prose import NOTE_ROLE, NOTE_SOURCE

KEPT = ("href", "lang", "alt")
"""Attributes that mean something on paper."""
BARE = frozenset({"hr", "source"})
"""What paper leaves out. Of a picture, made for a screen, it has what is said of it."""
APART = frozenset(
    {
        *("p", "li", "br", "blockquote", "th", "td", "caption", "h2", "h3", "h4", "h5", "h6"),
        *("dt", "dd", "figcaption", "summary", "details", "figure", "pre"),
    }
)
HOLDERS = frozenset({"body", "ul", "ol", "dl", "blockquote", "table", "thead", "tbody", "tfoot", "tr"})
"""Tags of which the blanks between children are none of a text."""
_SPACES = re.compile(" +")
_INDENT = re.compile("^ | (?= )|(?<= ) ")


@dataclass(frozen=True, slots=True)
class Element:
    """A tag; ``children`` are texts and elements."""

    tag: str
    attrs: Mapping[str, str]
    children: tuple["Node", ...]


Node = str | Element


def tree(html: str, origin: str = "") -> tuple[Node, ...]:
    """The nodes of clean HTML. Links to the portal's own pages get its ``origin``; without one they are plain text."""
    body = LexborHTMLParser(f"<body>{html}</body>").body
    return tuple(_children(body, origin)) if body else ()


def plain(nodes: tuple[Node, ...]) -> str:
    """The words alone; what stands apart on the page is parted by a space."""
    return _SPACES.sub(" ", "".join(_texts(nodes))).strip()


def _texts(nodes: tuple[Node, ...]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, str):
            yield node
        else:
            yield node.attrs.get("alt", "") if node.tag == "img" else ""
            yield from _texts(node.children)
            yield " " if node.tag in APART else ""


def _children(parent: LexborNode, origin: str, in_lines: bool = False) -> Iterator[Node]:
    in_lines = in_lines or parent.tag == "pre"
    child = parent.child
    while child is not None:
        if child.tag == "-text":
            text = child.text_content
            if text and in_lines:
                yield from _lines(text if child.next else text.removesuffix("\n"))
            elif text and (text.strip() or parent.tag not in HOLDERS):
                yield text.replace("\n", " ")
        elif child.tag == "a" and child.attributes.get("role") == NOTE_ROLE:
            yield f"({child.attributes.get(NOTE_SOURCE) or ''})"
        elif _is_of_screens(child):
            yield from _children(child, origin, in_lines)
        elif child.tag and not child.tag.startswith("-") and child.tag not in BARE:
            yield Element(child.tag, _attributes(child, origin), tuple(_children(child, origin, in_lines)))
        child = child.next


def _is_of_screens(node: LexborNode) -> bool:
    """A tag of which paper has what it holds: a word that the pack explains at its end; the files of a picture."""
    return node.tag == "picture" or (node.tag == "a" and node.attributes.get("role") == ROLE)


def _lines(text: str) -> Iterator[Node]:
    """Text whose lines and spaces are kept as they are written."""
    for number, line in enumerate(text.split("\n")):
        if number:
            yield Element("br", {}, ())
        if line:
            yield _INDENT.sub(NO_BREAK_SPACE, line)


def _attributes(node: LexborNode, origin: str) -> dict[str, str]:
    found = {name: value for name, value in node.attributes.items() if name in KEPT and value}
    href = found.get("href", "")
    if href.startswith("/"):
        found["href"] = f"{origin}{href}" if origin else ""
    return {name: value for name, value in found.items() if value}
