"""What can be dialled: how long a telephone number is, in the countries whose numbering is known."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbering:
    """What is dialled inside a country: the digits of its numbers, and how people write them."""

    digits: re.Pattern[str]
    forms: str


NUMBERINGS: Mapping[str, Numbering] = {
    "+33": Numbering(
        # Short numbers: 15, 115, 3919; 116 117 and 118 000 (ARCEP, plan national de numérotation).
        digits=re.compile(r"0[1-9]\d{8}|\d{2,3}|[13]\d{3}|11[68]\d{3}"),
        forms="0X XX XX XX XX, +33 X XX XX XX XX, 3X XX, 1XX",
    ),
}
"""By telephone code of the country; of the others only the length of an international number is known."""
_INTERNATIONAL = re.compile(r"\d{5,15}")
"""ITU-T E.164: at most fifteen digits, the code of the country among them."""
_INTERNATIONAL_FORMS = "+XX XXX XXX XXX"


def expected_forms(written: str, country_code: str) -> str:
    """How a number that cannot be dialled should look; empty for one that can, as far as anybody knows."""
    digits = "".join(c for c in written if c.isdigit())
    international = written.lstrip().startswith("+") or digits.startswith("00")
    own = NUMBERINGS.get(country_code)
    if not international:
        return own.forms if own and not own.digits.fullmatch(digits) else ""
    number = digits.removeprefix("00")
    code = next((code for code in NUMBERINGS if number.startswith(code[1:])), None)
    if code is None:
        return "" if _INTERNATIONAL.fullmatch(number) else _INTERNATIONAL_FORMS
    numbering = NUMBERINGS[code]
    return "" if numbering.digits.fullmatch(f"0{number[len(code) - 1 :]}") else numbering.forms


_BETWEEN = r"[\s.-]{0,2}"
"""What people write between two digits of a number; no slash, which dates have."""


def mobile_number(prefixes: Sequence[str], country_code: str) -> re.Pattern[str] | None:
    """Finds the mobile numbers of a country in a text: ``06 12 34 56 78``, ``+33 6…``, ``0033 (0)6…``; None of none."""
    if not prefixes:
        return None
    begins = [_spaced(prefix) for prefix in prefixes]
    if country_code:
        abroad = rf"(?:\+|00){_spaced(country_code.removeprefix('+'))}{_BETWEEN}(?:\(0\){_BETWEEN})?"
        begins += [abroad + _spaced(prefix.removeprefix("0")) for prefix in prefixes]
    return re.compile(rf"(?<![\d+])(?<!\d[.-])(?:{'|'.join(begins)})(?:{_BETWEEN}\d){{7,}}")


def _spaced(digits: str) -> str:
    return _BETWEEN.join(digits)
