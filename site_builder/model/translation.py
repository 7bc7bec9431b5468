"""What a translation was read beside: a fingerprint of each part of the original, so that what has changed is known.

A part is a field that each language writes for itself, or a section of the text (a heading and what follows it).
Fingerprints are looked up among those that were written down, in no order: a section that moves has not changed.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from pydantic import BaseModel

from site_builder.model.fences import in_code

_DIGITS = 6
"""Of the fingerprint of a part: a change that stays unseen is one in sixteen million."""
_MARK = re.compile(rf"(?P<day>\d{{4}}-\d\d-\d\d)(?P<parts>(?: [0-9a-f]{{{_DIGITS}}})+)")
ASKED = "new"
"""What an editor without a terminal writes in the place of the mark, to be told the one to put there."""
_HEADING = re.compile(r" {0,3}#{1,6}\s+(?P<title>.*?)\s*#*\s*$")
_TYPOGRAPHY: Mapping[int, str | None] = str.maketrans(
    {
        **dict.fromkeys("\u2019\u2018\u02bc\u201b", "'"),
        **dict.fromkeys("\u201c\u201d\u201e\u00ab\u00bb\u2039\u203a", '"'),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"),
        "\u2026": "...",
        "\u00ad": None,
        "\u200b": None,
    }
)
_ROOM = re.compile(r'\s*([:;!?%"])\s*')
"""Signs around which French and English, and two typists, leave other spaces."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcePart:
    """A part of an original. ``section``: 0 for the text before the first heading, then one for each heading.

    ``name``: the field, or the heading as it is written (empty for section 0); ``section`` is None for a field.
    """

    name: str
    section: int | None
    words: int
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Mark:
    """What ``translated_from`` says: on which day the translation was read beside which parts."""

    day: date
    parts: frozenset[str]

    @classmethod
    def read(cls, written: str) -> "Mark":
        """Raises ValueError for what is no mark."""
        found = _MARK.fullmatch(written)
        if found is None:
            raise ValueError(f"not a mark: {written!r}")
        return cls(date.fromisoformat(found["day"]), frozenset(found["parts"].split()))


def mark_of(parts: tuple[SourcePart, ...], today: date) -> str:
    """``2026-11-23 1a2b3c 4d5e6f``: what a translation says that was read beside these parts on that day."""
    known = dict.fromkeys(part.fingerprint for part in parts)
    return " ".join((today.isoformat(), *known))


def source_parts(fields: Mapping[str, object], text: str) -> tuple[SourcePart, ...]:
    """The parts of an original that are not empty: its ``fields`` that each language writes, then its ``text``."""
    found = (_part(name, None, _as_text(value)) for name, value in fields.items())
    return tuple(part for part in (*found, *_sections(text)) if part.words)


def sections_of(text: str) -> tuple[str, ...]:
    """The headings of a text in Markdown, in order, without what stands in code."""
    return tuple(title for title, _ in _cut(text))[1:]


def _sections(text: str) -> Iterator[SourcePart]:
    for number, (title, lines) in enumerate(_cut(text)):
        yield _part(title, number, "\n".join((title, *lines)))


def _cut(text: str) -> list[tuple[str, list[str]]]:
    found: list[tuple[str, list[str]]] = [("", [])]
    lines = text.splitlines()
    for line, is_code in zip(lines, in_code(lines), strict=True):
        heading = None if is_code else _HEADING.match(line)
        if heading:
            found.append((heading["title"], []))
        else:
            found[-1][1].append(line)
    return found


def _part(name: str, section: int | None, text: str) -> SourcePart:
    read = _as_read(text)
    digest = sha256(read.encode()).hexdigest()[:_DIGITS]
    return SourcePart(name=name, section=section, words=len(text.split()), fingerprint=digest)


def _as_read(text: str) -> str:
    """Without what changes nothing for a translator: spaces, the shape of quotes, apostrophes and dashes."""
    plain = unicodedata.normalize("NFKC", text).translate(_TYPOGRAPHY)
    return " ".join(_ROOM.sub(r"\1", plain).split())


def _as_text(value: object) -> str:
    if isinstance(value, BaseModel):
        return "\n".join(_as_text(getattr(value, name)) for name in type(value).model_fields)
    if isinstance(value, tuple):
        return "\n".join(map(_as_text, value))
    return "" if value is None else str(value)
