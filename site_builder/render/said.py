"""What a page says, and the language of the parts that are not in the page's (WCAG 2.2 §3.1.2, RGAA 8.7)."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from site_builder.model.values import Lang

_SPAN = Markup("<span lang=%s>%s</span>")
_MARK = re.compile("\0([0-9]+)\0")
"""No text that was read from YAML, CSV or Markdown holds a null character."""


@dataclass(frozen=True, slots=True)
class Mixed:
    """A text of which some part is in another language than the page; of the page's own parts the language is None.

    Templates print it like any text, and foreign parts stand in ``<span lang=…>``. Without quotes: an attribute that
    prints it by mistake stays closed; there, ``text | string`` gives the words alone.
    """

    parts: tuple[tuple[str, Lang | None], ...]

    def __str__(self) -> str:
        return "".join(text for text, _ in self.parts)

    def __len__(self) -> int:
        return len(str(self))

    def __html__(self) -> str:
        return Markup("").join(_SPAN % (lang, text) if lang else escape(text) for text, lang in self.parts)

    def capitalize(self) -> "Mixed":
        """As `str.capitalize` does, for a heading."""
        (first, lang), *rest = self.parts
        return Mixed(((first.capitalize(), lang), *rest))


Said = str | Mixed
"""A plain text is all in the page's language: nearly every one is."""


def language_of(text: Said) -> Lang | None:
    """The language of a text that is wholly in another one than the page's; None where it is not."""
    langs = {lang for _, lang in text.parts} if isinstance(text, Mixed) else {None}
    return langs.pop() if len(langs) == 1 else None


def joined(texts: Iterable[Said], between: str = " ") -> Said:
    """The texts that say something, one after the other."""
    found = [text for text in texts if text]
    return filled(between.join(mark(at) for at in range(len(found))), found)


def mark(at: int) -> str:
    """What stands in a sentence for the text that `filled` puts there."""
    return f"\0{at}\0"


def filled(sentence: str, texts: Sequence[Said], lang: Lang | None = None) -> Said:
    """``sentence`` with each of ``texts`` in the place of its mark; ``lang`` where the sentence is not the page's."""
    parts: list[tuple[str, Lang | None]] = []
    for at, piece in enumerate(_MARK.split(sentence)):
        text = texts[int(piece)] if at % 2 else piece
        own = None if at % 2 else lang
        parts.extend(text.parts if isinstance(text, Mixed) else [(text, own)] if text else [])
    if any(lang for _, lang in parts):
        return Mixed(tuple(parts))
    return "".join(text for text, _ in parts)
