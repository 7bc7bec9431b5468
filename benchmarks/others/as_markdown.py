"""A guide as an editor of a Markdown generator would write it: the same words, links and pictures.

What Markdown has no sign for is left out: anchors, classes, the languages of parts, what filters show.
"""

import re
from collections.abc import Callable, Iterator

from selectolax.lexbor import LexborNode

_SIGNS = re.compile(r"([\\`*_\[\]<>#|~^])")
_LIST_START = re.compile(r"^(\d+)([.)])(?=\s)|^([-+:])(?=\s)")
_INLINE = frozenset({"a", "b", "br", "em", "i", "img", "q", "small", "span", "strong", "summary", "sup"})
_HEADING = re.compile(r"h([1-6])")


def as_markdown(main: LexborNode) -> str:
    """The content of a page as Markdown with definition lists."""
    return "\n\n".join(_blocks(main)) + "\n"


def _blocks(node: LexborNode) -> Iterator[str]:
    """The paragraphs, headings and lists in ``node``; text that stands beside them is a paragraph too."""
    line: list[str] = []
    for child in node.iter(include_text=True):
        if _is_inline(child):
            line.append(_inline(child))
            continue
        yield from _paragraph(line)
        line = []
        yield from _block(child)
    yield from _paragraph(line)


def _block(node: LexborNode) -> Iterator[str]:
    tag = str(node.tag)
    heading = _HEADING.fullmatch(tag)
    if heading:
        yield f"{'#' * int(heading[1])} {_line(node)}"
    elif tag in _LISTS:
        yield _LISTS[tag](node)
    elif tag == "p":
        yield from _paragraph([_inline(child) for child in node.iter(include_text=True)])
    elif tag == "blockquote":
        yield "\n>\n".join("\n".join(f"> {line}" for line in block.splitlines()) for block in _blocks(node))
    elif tag != "svg":
        yield from _blocks(node)


def _is_inline(node: LexborNode) -> bool:
    return node.is_text_node or str(node.tag) in _INLINE


def _paragraph(pieces: list[str]) -> Iterator[str]:
    text = " ".join("".join(pieces).split(" ")).strip()
    text = re.sub(r"\s*\n\s*", "\n", text)
    if text:
        yield _LIST_START.sub(lambda found: f"{found[1]}\\{found[2]}" if found[1] else f"\\{found[3]}", text)


def _line(node: LexborNode) -> str:
    return " ".join("".join(_inline(child) for child in node.iter(include_text=True)).split("\n")).strip()


def _inline(node: LexborNode) -> str:
    if node.is_text_node:
        return _SIGNS.sub(r"\\\1", re.sub(r"[ \t\n]+", " ", node.text_content or ""))
    tag = str(node.tag)
    if tag == "img":
        return f"![{node.attributes.get('alt') or ''}]({node.attributes['src']})"
    inside = "".join(_inline(child) for child in node.iter(include_text=True))
    if tag == "a" and node.attributes.get("href"):
        return f"[{inside.strip()}]({node.attributes['href']})"
    if tag == "sup":
        return f"<sup>{inside}</sup>"
    mark = {"b": "**", "strong": "**", "em": "*"}.get(tag, "")
    return f"{mark}{inside.strip()}{mark}" if mark and inside.strip() else inside


def _items(node: LexborNode) -> str:
    """A list; what an item holds besides its first line is indented below it."""
    items = [_item("-", item) for item in node.iter() if str(item.tag) == "li"]
    return ("\n\n" if any("\n\n" in item for item in items) else "\n").join(items)


def _item(sign: str, node: LexborNode) -> str:
    first, *more = list(_blocks(node)) or [""]
    text = "\n\n".join((first, *more))
    return f"{sign:<4}" + text.replace("\n", "\n    ").replace("\n    \n", "\n\n")


def _definitions(node: LexborNode) -> str:
    """A list of terms and what is said of each, as Python-Markdown's extension def_list reads it."""
    said = (f"\n{_line(child)}" if str(child.tag) == "dt" else _item(":", child) for child in node.css("dt, dd"))
    return "\n".join(said).strip()


_LISTS: dict[str, Callable[[LexborNode], str]] = {"ul": _items, "ol": _items, "dl": _definitions}
