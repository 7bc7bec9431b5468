"""A Markdown file cut into what can change places without changing itself: each key of its front matter, the rest."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from site_builder.load.front_matter import Document
from site_builder.load.nodes import Node, Plain, Scalar, plain
from site_builder.load.sources import document_of

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|$)")
_MARK = "\ufeff"
_BESIDE = re.compile(r"[ \t]*(?:[#\r\n]|$)")
"""What a line holds that is no value: nothing, or a comment."""


def lines_of(text: str) -> list[str]:
    """The lines of a text with their ends, as they are: joined, they are the text."""
    return _LINE.findall(text.removeprefix(_MARK))


def read(data: bytes, path: str) -> Document | None:
    """The document; None where anything is wrong with how it is written."""
    document, problems = document_of(data, path)
    return None if problems else document


@dataclass(frozen=True, slots=True)
class Field:
    """A key with its value, and the comments and empty lines above it.

    ``first``: the index of the key's line among ``lines``; ``number``: which line of the file that is, from 1.
    """

    key: str
    lines: tuple[str, ...]
    first: int
    number: int

    @property
    def line(self) -> str:
        """The line of the key."""
        return self.lines[self.first]

    def index(self, number: int) -> int:
        """Where among ``lines`` a line of the file is."""
        return number - self.number + self.first

    def with_line(self, line: str, index: int | None = None) -> "Field":
        """With another line at that place, by default that of the key."""
        at = self.first if index is None else index
        return replace(self, lines=(*self.lines[:at], line, *self.lines[at + 1 :]))


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontMatter:
    """A file in pieces, which joined are the file: up to the first key, the keys, the last comments, the rest."""

    document: Document
    before: str
    fields: tuple[Field, ...]
    foot: str
    after: str

    def __str__(self) -> str:
        return f"{self.before}{''.join(line for field in self.fields for line in field.lines)}{self.foot}{self.after}"

    @property
    def data(self) -> bytes:
        return str(self).encode()

    @property
    def values(self) -> dict[str, Plain]:
        """What the keys say."""
        values = plain(self.document.front)
        assert isinstance(values, dict)
        return values

    def node(self, key: str) -> Node | None:
        return self.document.front.values.get(key)


def cut(data: bytes, path: str) -> FrontMatter | None:
    """The pieces of a file; None where it cannot be read, or where a key does not begin a line of its own."""
    document = read(data, path)
    if document is None:
        return None
    text = data.decode("utf-8")
    lines = lines_of(text)
    places = sorted(document.front.keys.items(), key=lambda each: each[1])
    starts = [place.line - 1 for _, place in places]
    margins = {lines[place.line - 1][: place.column - 1] for _, place in places}
    if len(set(starts)) < len(starts) or len(margins) > 1 or "".join(margins).strip():
        return None
    opening = next(index for index, line in enumerate(lines) if line.strip()) + 1
    closing = document.body_line - 2
    margin = len("".join(margins))
    begins = [_begin(lines, start, above, margin) for start, above in zip(starts, [opening, *starts], strict=False)]
    first = _after_heading(lines, begins[0], starts[0]) if starts else closing
    ends = _begin(lines, closing, starts[-1] + 1 if starts else opening, margin)
    limits = [first, *begins[1:], ends] if starts else []
    fields = tuple(
        Field(key, tuple(lines[begin:end]), start - begin, start + 1)
        for (key, _), start, begin, end in zip(places, starts, limits, limits[1:], strict=False)
    )
    return FrontMatter(
        document=document,
        before=(_MARK if text.startswith(_MARK) else "") + "".join(lines[:first]),
        fields=fields,
        foot="".join(lines[ends:closing]) if starts else "",
        after="".join(lines[closing:]),
    )


def put_in_order(front: FrontMatter, order: Sequence[str]) -> FrontMatter | None:
    """The same with its keys in order; None where that would change more than the order.

    Raises ValueError for a key that has no place in it.
    """
    fields = tuple(sorted(front.fields, key=lambda field: order.index(field.key)))
    made = replace(front, fields=fields)
    after = read(made.data, front.document.path)
    if after is None or after.front.values.keys() != front.document.front.values.keys():
        return None
    return made if says(after) == says(front.document) and after.body == front.document.body else None


def says(document: Document) -> Plain:
    """What the front matter says: empty lines at the end of a text are no part of it, for no reader gets them."""
    return _without_ends(plain(document.front))


def _without_ends(value: Plain) -> Plain:
    if isinstance(value, dict):
        return {key: _without_ends(each) for key, each in value.items()}
    return [*map(_without_ends, value)] if isinstance(value, list) else value and value.rstrip("\n")


def line_changed(line: str, node: Scalar, value: str) -> str | None:
    """The line with another value at the node's place; None where the value is not written there as it is read."""
    before, rest = line[: node.place.column - 1], line[node.place.column - 1 :]
    quote = rest[:1] if node.quoted else ""
    written = f"{quote}{node.text or ''}{quote}"
    if not rest.startswith(written):
        return None
    space = " " if before.endswith(":") else ""
    return f"{before}{space}{quote}{value}{quote}{rest[len(written) :]}"


def ending_of(line: str) -> str:
    """How the line ends."""
    return line[len(line.rstrip("\r\n")) :]


def _begin(lines: Sequence[str], start: int, above: int, margin: int) -> int:
    """Where the comments and empty lines right above ``start`` begin: those that stand as far left as the keys."""
    begin = start
    while begin > above and _BESIDE.match(lines[begin - 1]) and _indent(lines[begin - 1]) <= margin:
        begin -= 1
    return begin


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" \t")) if line.strip() else 0


def _after_heading(lines: Sequence[str], begin: int, start: int) -> int:
    """Comments with an empty line below them, above the first key, speak of the whole file."""
    empty = [index for index in range(begin, start) if not lines[index].strip()]
    return empty[-1] + 1 if empty else begin
