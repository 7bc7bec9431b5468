import pytest
from babel.numbers import format_decimal

from site_builder.language.locales import locale_of
from site_builder.language.numbers import format_distance, format_number, join_list


@pytest.mark.parametrize(
    ("value", "lang", "expected"),
    [
        (6150451, "fr", "6\u202f150\u202f451"),
        (518, "fr", "518"),
        (-3.5, "fr", "-3,5"),
        (6150451, "en", "6,150,451"),
        (6150451, "de", "6.150.451"),
        (0.12345, "en", "0.123"),
    ],
)
def test_numbers(value: float, lang: str, expected: str) -> None:
    assert format_number(value, lang) == expected


@pytest.mark.parametrize("lang", ["fr", "en", "de", "es", "pt-BR", "pl", "ar", "hi", "de-CH", "sv"])
def test_numbers_are_written_as_cldr_says(lang: str) -> None:
    """Hindi has lakhs and is left to Babel; the others are written by us."""
    values = (0, 7, 1234, 1234567, -1234, 0.5, 0.0005, 0.0015, -0.0004, 999.9996, 44.409, -0.826, 98765.4321, 1e-7)
    locale = locale_of(lang)
    assert [format_number(value, lang) for value in values] == [
        format_decimal(value, locale=locale) for value in values
    ]


def test_numbers_in_the_reference_language() -> None:
    assert format_number(1234, "xx", reference="en") == "1,234"


@pytest.mark.parametrize(
    ("kilometres", "lang", "expected"),
    [
        (12, "fr", "12\u202fkm"),
        (12.4, "fr", "12\u202fkm"),
        (12.6, "en", "13\u00a0km"),
        (3.44, "fr", "3,4\u202fkm"),
        (3.0, "fr", "3\u202fkm"),
        (9.94, "fr", "9,9\u202fkm"),
        (9.96, "fr", "10\u202fkm"),
        (1.0, "en", "1\u00a0km"),
        (0.996, "fr", "1\u202fkm"),
        (0.354, "fr", "350\u202fm"),
        (0.0, "en", "0\u00a0m"),
        (1234.5, "fr", "1\u202f234\u202fkm"),
    ],
)
def test_distances(kilometres: float, lang: str, expected: str) -> None:
    assert format_distance(kilometres, lang) == expected


@pytest.mark.parametrize(
    ("items", "lang", "expected"),
    [
        ([], "fr", ""),
        (["A"], "fr", "A"),
        (["A", "B"], "fr", "A et B"),
        (["A", "B", "C"], "fr", "A, B et C"),
        (["A", "B", "C"], "en", "A, B and C"),
        (["A", "B", "C"], "ar", "A وB وC"),
    ],
)
def test_lists(items: list[str], lang: str, expected: str) -> None:
    assert join_list(items, lang) == expected
