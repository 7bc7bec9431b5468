"""Dates in words: "1er juin 2024", "12 March 2026"."""

import re
from datetime import date
from typing import Literal, TypeAlias

from babel.core import Locale
from babel.dates import format_date as babel_format_date

from site_builder.language.locales import locale_of
from site_builder.language.tags import is_french

DateStyle: TypeAlias = Literal["full", "long", "month", "day-month", "short"]

_SKELETONS = {"month": "yMMMM", "day-month": "MMMMd"}
_DAY = re.compile(r"(?<!d)d(?!d)")


def format_date(value: date, lang: str, style: DateStyle = "long", *, reference: str | None = None) -> str:
    """`value` written in `lang`, or in `reference` when CLDR does not know `lang`.

    | style     | fr                  | en                    |
    |-----------|---------------------|-----------------------|
    | full      | samedi 1er juin 2024| Saturday, 1 June 2024 |
    | long      | 1er juin 2024       | 1 June 2024           |
    | month     | juin 2024           | June 2024             |
    | day-month | 1er juin            | 1 June                |
    | short     | 01/06/2024          | 01/06/2024            |
    """
    locale = locale_of(lang, reference=reference)
    pattern = _pattern(locale, style)
    if is_french(locale.language) and value.day == 1:
        # CLDR gives "1 juin"; the first of a month is an ordinal in French.
        pattern = _DAY.sub("d'er'", pattern)
    return babel_format_date(value, pattern, locale=locale)


def _pattern(locale: Locale, style: DateStyle) -> str:
    if style in _SKELETONS:
        return str(locale.datetime_skeletons[_SKELETONS[style]])
    return str(locale.date_formats[style].pattern)
