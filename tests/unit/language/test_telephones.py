"""Telephone numbers that can be dialled, and those that cannot."""

import pytest

from site_builder.language.telephones import expected_forms

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
