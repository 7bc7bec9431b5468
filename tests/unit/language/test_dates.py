from datetime import date

import pytest

from site_builder.language.dates import DateStyle, format_date

FIRST = date(2024, 6, 1)
OTHER = date(2026, 3, 12)


@pytest.mark.parametrize(
    ("value", "lang", "style", "expected"),
    [
        (FIRST, "fr", "long", "1er juin 2024"),
        (FIRST, "fr", "full", "samedi 1er juin 2024"),
        (FIRST, "fr", "day-month", "1er juin"),
        (FIRST, "fr", "month", "juin 2024"),
        (FIRST, "fr", "short", "01/06/2024"),
        (OTHER, "fr", "long", "12 mars 2026"),
        (date(2026, 8, 11), "fr", "long", "11 août 2026"),
        (FIRST, "en", "long", "1 June 2024"),
        (OTHER, "en", "long", "12 March 2026"),
        (OTHER, "en", "full", "Thursday, 12 March 2026"),
        (OTHER, "en", "month", "March 2026"),
        (OTHER, "en", "day-month", "12 March"),
        (OTHER, "en", "short", "12/03/2026"),
        (OTHER, "en-US", "long", "March 12, 2026"),
        (OTHER, "ar", "long", "12 مارس 2026"),
        (FIRST, "fr-CA", "long", "1er juin 2024"),
    ],
)
def test_dates_in_words(value: date, lang: str, style: DateStyle, expected: str) -> None:
    assert format_date(value, lang, style) == expected


def test_an_unknown_language_is_dated_in_the_reference_language() -> None:
    assert format_date(FIRST, "xx", reference="fr") == "1er juin 2024"


@pytest.mark.parametrize(("lang", "reference"), [("xx", None), ("xx", "xx"), ("xx", "yy")])
def test_an_unknown_language_without_reference_is_an_error(lang: str, reference: str | None) -> None:
    with pytest.raises(ValueError, match=r"no locale for the language '(xx|yy)'"):
        format_date(FIRST, lang, reference=reference)
