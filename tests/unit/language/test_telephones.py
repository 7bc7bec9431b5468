"""Telephone numbers that can be dialled, and those that cannot."""

import pytest

from site_builder.language.telephones import expected_forms, mobile_number

FRENCH = "0X XX XX XX XX, +33 X XX XX XX XX, 3X XX, 1XX"
INTERNATIONAL = "+XX XXX XXX XXX"


@pytest.mark.parametrize(
    ("written", "country_code", "forms"),
    [
        ("05 58 56 80 00", "+33", ""),
        ("05.58.56.80.00", "+33", ""),
        ("15", "+33", ""),
        ("115", "+33", ""),
        ("39 19", "+33", ""),
        ("1014", "+33", ""),
        ("116 117", "+33", ""),
        ("0 805 00 00 00", "+33", ""),
        ("05 58 56 80 0", "+33", FRENCH),
        ("05 58 56 80 000", "+33", FRENCH),
        ("5 58 56 80 00", "+33", FRENCH),
        ("00 58 56 80 00", "+33", ""),  # as long as a number of another country
        ("4455", "+33", FRENCH),
        ("+33 5 58 56 80 00", "+33", ""),
        ("0033 5 58 56 80 00", "+33", ""),
        ("+33 5 58 56 80 0", "+33", FRENCH),
        ("+33 (0)5 58 56 80 00", "+33", FRENCH),
        ("+33 5 58 56 80 0", None, FRENCH),
        ("+34 943 00 00 00", "+33", ""),
        ("+34 9", "+33", INTERNATIONAL),
        ("+1 234 567 890 123 456", "+33", INTERNATIONAL),
        ("021 000 00 0", "+41", ""),
        ("117", "+41", ""),
        ("05 58 56 80 0", None, ""),
    ],
)
def test_the_length_of_a_number(written: str, country_code: str | None, forms: str) -> None:
    assert expected_forms(written, country_code or "") == forms


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("06 12 34 56 78", True),
        ("0612345678", True),
        ("Appelez Jeanne au 07.12.34.56.78.", True),
        ("06-12-34-56-78", True),
        ("06\u00a012\u202f34 56 78", True),
        ("+33612345678", True),
        ("+33 6 12 34 56 78", True),
        ("+33 (0)6 12 34 56 78", True),
        ("0033 7 12 34 56 78", True),
        ("05 58 56 80 00", False),
        ("+34 612 345 678", False),
        ("10612345678", False),
        ("06.12.2026", False),
        ("06/12/2026 18:30", False),
        ("2026-06-12 18 30 45 10", False),
        ("06 12 34", False),
    ],
)
def test_a_mobile_number_in_a_text(text: str, found: bool) -> None:
    pattern = mobile_number(("06", "07"), "+33")
    assert pattern is not None
    assert bool(pattern.search(text)) is found


@pytest.mark.parametrize(
    ("prefixes", "country_code", "text"),
    [
        (("079",), "+41", "079 123 45 67"),
        (("079",), "+41", "+41 79 123 45 67"),
        (("6",), "+34", "612 345 678"),
        (("6",), "+34", "+34 612 345 678"),
        (("06",), "", "06 12 34 56 78"),
    ],
)
def test_a_mobile_number_of_another_country(prefixes: tuple[str, ...], country_code: str, text: str) -> None:
    pattern = mobile_number(prefixes, country_code)
    assert pattern is not None
    assert pattern.search(text)


def test_where_nobody_says_how_they_begin_none_is_known() -> None:
    assert mobile_number((), "+33") is None
