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
_LINES = ("title", "summary", "see")


def published_lines(sight: Sight, entry: Entry[Content], lang: Lang, version: Content) -> Iterator[tuple[Place, str]]:
    """Every line of one version and the place where it begins; what is no prose has become as many spaces."""
    document = sight.document(entry, lang)
    for name in _LINES:
        written = getattr(version, name, None)
        if written and name in document.front.values:
            yield place_of(document.front, (name,)), _without_code(written)
    body = comments_out(document.body, lambda comment: "\n" * comment.count("\n"))
    for number, line in enumerate(body.splitlines()):
        yield Place(entry.paths[lang], document.body_line + number), _without_code(line)


def _without_code(text: str) -> str:
    return _NO_PROSE.sub(lambda found: " " * len(found[0]), text)
