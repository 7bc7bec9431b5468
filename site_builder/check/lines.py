"""The lines of an entry that readers get, with their places: what is looked at word by word."""

import re
from collections.abc import Iterator

from site_builder.check.sight import Sight
from site_builder.load.nodes import place_of
from site_builder.model.entry import Content, Entry
from site_builder.model.values import Lang
from site_builder.problems import Place
from site_builder.prose.markdown_text import comments_out
from site_builder.prose.prose_scan import prose_lines

_OTHER_LANGUAGE = r"<(\w+)[^>]*\slang=[^>]*>.*?</\1>"
_NO_PROSE = re.compile(rf"{_OTHER_LANGUAGE}|`[^`]*`|\]\([^)]*\)|<[^>]*>|https?://\S+|^\s*\[[^\]]+\]:\s.*")
"""What is said in another language; code, addresses of links, tags."""
_QUOTED = re.compile(r"«[^»]*»|“[^”]*”|‘[^’]*’(?!\w)")
"""A word that is spoken of, not used; or what somebody else said."""
_ALIKE = str.maketrans({"’": "'", "\u00a0": " ", "\u202f": " "})
_LINES = ("title", "summary", "see")


def published_lines(sight: Sight, entry: Entry[Content], lang: Lang, version: Content) -> Iterator[tuple[Place, str]]:
    """Every line of one version and the place where it begins; what is no prose has become as many spaces."""
    document = sight.document(entry, lang)
    for name in _LINES:
        written = getattr(version, name, None)
        if written and name in document.front.values:
            yield place_of(document.front, (name,)), prose_alone(written)
    body = comments_out(document.body, lambda comment: re.sub(r"[^\n]", " ", comment))
    for number, line in prose_lines(body, document.body_line):
        yield Place(entry.paths[lang], number), prose_alone(line)


def within(place: Place, start: int) -> Place:
    """The place of what stands ``start`` characters into a line; of a value, written in another way, its own."""
    return Place(place.path, place.line, place.column + start) if place.column == 1 else place


def prose_alone(text: str) -> str:
    """The text, with as many spaces for what is no prose."""
    return _NO_PROSE.sub(lambda found: " " * len(found[0]), text)


def unquoted(text: str) -> str:
    """As many signs, and spaces instead of what stands in quotation marks."""
    return _QUOTED.sub(lambda found: " " * len(found[0]), text)


def plain(text: str) -> str:
    """As many letters, without capitals; one apostrophe, one space."""
    lower = text.lower()
    if len(lower) != len(text):  # a capital of which the small letter is two (İ)
        lower = "".join(small if len(small := letter.lower()) == 1 else letter for letter in text)
    return lower.translate(_ALIKE)
