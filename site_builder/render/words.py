"""How values are said in one language: numbers, distances, dates, opening hours. Each is worded once."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import cache, lru_cache

from site_builder.interface import Interface
from site_builder.language.dates import format_date
from site_builder.language.locales import locale_of
from site_builder.language.numbers import format_distance, format_number, join_list, shown_km
from site_builder.language.opening_hours import Unparsed, parse
from site_builder.language.opening_hours_in_words import in_words
from site_builder.language.tags import is_french
from site_builder.language.typography import french_raised, spaced
from site_builder.model.values import Lang, Localized, Text, pick
from site_builder.render.raised import Line, line
from site_builder.render.said import Mixed, Said, filled, mark

_read = lru_cache(maxsize=100)(parse)
"""A memo: the languages of a page follow each other, and opening hours mean the same in all of them."""


class Words:
    """The words of one language of the portal; what has none borrows the reference language's."""

    def __init__(self, lang: Lang, reference: Lang, interface: Interface) -> None:
        self.lang = lang
        self.reference = reference
        self._interface = interface
        self._plain: Callable[[str], str] = cache(lambda key: interface.t(lang, key, {}))
        self.number: Callable[[float], str] = cache(lambda value: format_number(value, lang, reference=reference))
        self._distance: Callable[[float], str] = cache(lambda km: format_distance(km, lang, reference=reference))
        self.date: Callable[[date], str] = cache(lambda day: format_date(day, lang, reference=reference))
        self.hours: Callable[[str], tuple[tuple[str, ...], Lang]] = cache(self._hours)

    def t(self, key: str, /, n: float | None = None, **values: object) -> str:
        """A text of the interface; ``{n}`` is written as the language writes numbers, and chooses the plural."""
        if n is None:
            text = self._plain(key)
            return text.format(**values) if values else text
        return self._interface.t(self.lang, key, {**values, "n": self.number(n)}, count=n)

    def own(self, key: str) -> str:
        """A text of the interface, empty where it would be borrowed."""
        return self.t(key) if self._interface.has(self.lang, key) else ""

    def nth(self, key: str, n: int, **values: object) -> str:
        """A text of the interface for the place ``n`` in an order."""
        return self._interface.nth(self.lang, key, {**values, "n": self.number(n)}, n)

    def distance(self, km: float) -> str:
        """A distance, no more precise than it is useful: few are worded, many are said."""
        return self._distance(shown_km(km))

    def label(self, label: Localized) -> Text:
        """A label of the portal's data, with the language it really is in."""
        return pick(label, self.lang, self.reference)

    def said(self, label: Localized) -> Said:
        """A label of the portal's data as a page prints it."""
        return label.get(self.lang) or self.shown(self.label(label))

    def shown(self, text: Text) -> Said:
        """A text as a page prints it: it keeps its language where that is not the page's."""
        return text.text if text.lang == self.lang else Mixed(((text.text, text.lang),))

    def say(self, key: str, /, **values: Said) -> Said:
        """A text of the interface, which may be borrowed, filled with what may be in another language."""
        marks = {name: mark(at) for at, name in enumerate(values)}
        spoken = self.foreign(self._interface.spoken(self.lang, key))
        return filled(self.t(key, None, **marks), tuple(values.values()), spoken)

    def listed(self, items: Sequence[Said]) -> Said:
        """``A, B et C``, of what may be in another language."""
        return filled(self.list([mark(at) for at in range(len(items))]), items)

    def list(self, items: list[str]) -> str:
        """``A, B et C``."""
        return join_list(items, self.lang, reference=self.reference)

    def degrees(self, value: float) -> str:
        """A coordinate to about a hundred metres, with a true minus sign (U+2212)."""
        return self.number(round(value, 3) + 0.0).replace("-", "\u2212")

    def language(self, code: str) -> str:
        """A language's name for this one's readers: the interface's, else CLDR's, else its code."""
        key = f"language.{code}"
        if self._interface.has(self.lang, key):
            return self.t(key)
        named = locale_of(self.lang, reference=self.reference).languages.get(code.replace("-", "_"))
        return str(named or (self.t(key) if self._interface.has(self.reference, key) else code))

    def keyword(self, family: str, value: str) -> Text:
        """An editor's own word (``use`` and ``tourism``): as strings/ says ``use.tourism``, else as written."""
        key = f"{family}.{value}"
        for lang in (self.lang, self.reference):
            if self._interface.has(lang, key):
                return Text(text=self._interface.t(lang, key, {}), lang=lang)
        return Text(text=value, lang=self.reference)

    def polish(self, text: str) -> str:
        """Plain text with the spaces that the language's typography asks for."""
        return spaced(text, self.lang)

    def cut(self, text: str) -> Sequence[str]:
        """Plain text in pieces, every second one of which the language raises: French ordinals and nᵒ."""
        return french_raised(text) if is_french(self.lang) else [text]

    def raised(self, text: str) -> Line:
        """One line of text as a page prints it, with the letters that the language raises."""
        return line(self.cut(text))

    def foreign(self, lang: Lang) -> Lang | None:
        """``lang`` when it is not the page's, for a ``lang`` attribute; else None."""
        return None if lang == self.lang else lang

    def _hours(self, written: str) -> tuple[tuple[str, ...], Lang]:
        """The lines and the language they are really in; no line when the hours were not understood."""
        schedule = _read(written)
        if isinstance(schedule, Unparsed):
            return (), self.lang
        try:
            return in_words(schedule, self.lang), self.lang
        except ValueError:  # it has no words for such a schedule
            return in_words(schedule, self.reference), self.reference
