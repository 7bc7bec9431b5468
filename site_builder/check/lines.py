"""The lines of an entry that readers get, with their places: what is looked at word by word."""

import re
from collections.abc import Iterator

from site_builder.check.sight import Sight
from site_builder.load.nodes import place_of
from site_builder.model.entry import Content, Entry
from site_builder.model.values import Lang
from site_builder.problems import Place
from site_builder.prose.markdown_text import comments_out

_NO_PROSE = re.compile(r"`[^`]*`|\]\([^)]*\)|<[^>]*>|https?://\S+")
"""Code, addresses of links, tags."""
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
            yield place_of(document.front, (name,)), without_code(written)
    body = comments_out(document.body, lambda comment: "\n" * comment.count("\n"))
    for number, line in enumerate(body.splitlines()):
        yield Place(entry.paths[lang], document.body_line + number), without_code(line)


def without_code(text: str) -> str:
    """As many signs, and spaces instead of what is no prose."""
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
