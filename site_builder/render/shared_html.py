"""The HTML of what many pages share: rendered for the first that shows it, and found by its value for the others.

A page's own text has a mark in its place, so that what thousands of pages share is neither copied nor encoded again for
each of them. Composing gives exactly what rendering all of it into one text would give (a test shows it).
"""

from collections.abc import Hashable
from dataclasses import dataclass, field
from functools import partial

from markupsafe import Markup

from site_builder.model.values import Lang
from site_builder.render.scene import Scene
from site_builder.render.terse import terse

SHORTENED = frozenset({"directories", "emergency", "filter", "section", "unrecorded"})
"""Fragments whose HTML is made shorter once it is rendered; the templates of the others are short as they are."""
MARK = "\0"
"""Stands before and after the number of a piece: no text that was read from YAML, CSV or Markdown holds it."""


@dataclass(frozen=True, slots=True)
class SharedHtml:
    """A memo of fragments: what has been rendered so far, in pieces that are numbered as they come."""

    scene: Scene
    _marks: dict[tuple[str, Lang, Hashable], Markup] = field(default_factory=dict)
    _pieces: dict[str, bytes] = field(default_factory=dict)

    def page(self, template: str, lang: Lang, **context: object) -> bytes:
        """A content template, in UTF-8. It calls ``html(name, value)`` for what it shares with other pages.

        That is theme/fragments/``name``.html, which calls the value by the same name.
        """
        return self._compose(self._render(template, lang, **context))

    def _render(self, template: str, lang: Lang, **context: object) -> str:
        return self.scene.template(template, lang, html=partial(self._mark, lang), **context)

    def _mark(self, lang: Lang, name: str, value: Hashable) -> Markup:
        key = (name, lang, value)
        mark = self._marks.get(key)
        if mark is None:
            html = self._render(f"fragments/{name}.html", lang, **{name: value})
            number = str(len(self._marks))
            self._pieces[number] = self._compose(terse(html) if name in SHORTENED else html)
            mark = self._marks[key] = Markup(f"{MARK}{number}{MARK}")  # noqa: S704 - a number
        return mark

    def _compose(self, text: str) -> bytes:
        pieces = str.split(text, MARK)  # Markup would make each piece one of its own
        return b"".join(self._pieces[piece] if at % 2 else piece.encode() for at, piece in enumerate(pieces))
