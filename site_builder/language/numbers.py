"""Numbers, distances and lists."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import cache, lru_cache

from babel.core import Locale
from babel.lists import format_list
from babel.numbers import format_decimal, get_decimal_symbol, get_group_symbol
from babel.units import format_unit

from site_builder.language.locales import locale_of
from site_builder.language.typography import NO_BREAK_SPACE

DECIMALS_BELOW = ((1, 2), (10, 1))
"""Below so many kilometres, how many decimals are of use: tens of metres, then tenths of a kilometre, then none."""

METRES_BELOW_KM = 1
"""Below it a distance is said in metres."""


def format_number(value: int | float, lang: str, *, reference: str | None = None) -> str:
    """`value` with the language's separators: "6 150 451" (U+202F) in French, "6,150,451" in English.

    At most three decimals, as in CLDR's standard pattern. Babel follows it anew for each number, and a portal has ten
    thousand of them: where the pattern is the ordinary one, Python writes the number, and Babel says the separators.
    """
    locale = locale_of(lang, reference=reference)
    separators = _separators(locale)
    if separators is None:
        return format_decimal(value, locale=locale)
    whole, _, decimals = f"{Decimal(str(value)):,.3f}".partition(".")
    shown = decimals.rstrip("0")
    return (f"{whole}.{shown}" if shown else whole).translate(separators)


@cache
def _separators(locale: Locale) -> Mapping[int, str] | None:
    """The locale's separators by Python's; None where digits do not stand in threes, or are others."""
    if locale.decimal_formats[None].pattern != "#,##0.###" or locale.default_numbering_system != "latn":
        return None
    return str.maketrans({",": get_group_symbol(locale), ".": get_decimal_symbol(locale)})


def format_distance(kilometres: float, lang: str, *, reference: str | None = None) -> str:
    """A straight-line distance, no more precise than it is useful: "12 km", "3,4 km", "350 m".

    The unit stays on the same line as its number.
    """
    locale = locale_of(lang, reference=reference)
    shown = shown_km(kilometres)
    if shown < METRES_BELOW_KM:
        text = format_unit(round(shown * 1000), "length-meter", length="short", locale=locale)
    else:
        text = format_unit(shown, "length-kilometer", length="short", locale=locale)
    return text.replace(" ", NO_BREAK_SPACE)


def shown_km(kilometres: float) -> float:
    """The distance as precise as it is shown: distances that round to the same one read the same."""
    for below, decimals in DECIMALS_BELOW:
        rounded = round(kilometres, decimals)
        if rounded < below:
            return rounded
    return round(kilometres)


def join_list(items: Sequence[str], lang: str, *, reference: str | None = None) -> str:
    """The items in one phrase: "A, B et C" in French, "A, B and C" in English; nothing for no item."""
    if len(items) < 2:
        return "".join(items)
    return _joined(tuple(items), lang, reference)


@lru_cache(maxsize=1000)
def _joined(items: tuple[str, ...], lang: str, reference: str | None) -> str:
    """Opening hours join the same days and the same times again and again."""
    return format_list(items, locale=locale_of(lang, reference=reference))
