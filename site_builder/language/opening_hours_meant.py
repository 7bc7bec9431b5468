"""Opening hours written in French or English words, as OpenStreetMap's notation: for a fix that invents nothing."""

import re
import unicodedata

from site_builder.language.opening_hours import DAYS, Unparsed, parse

_NAMES = (
    ("lundi", "lun", "lu", "monday", "mon", "mo"),
    ("mardi", "ma", "tuesday", "tues", "tue", "tu"),
    ("mercredi", "mer", "me", "wednesday", "wed", "we"),
    ("jeudi", "jeu", "je", "thursday", "thurs", "thu", "th"),
    ("vendredi", "ven", "ve", "friday", "fri", "fr"),
    ("samedi", "sam", "sa", "saturday", "sat"),
    ("dimanche", "dim", "di", "sunday", "sun", "su"),
)
"""What people call the days, from Monday on. ``mar`` is left out: it is March too."""
_DAY_OF = {name: day for day, names in zip(DAYS, _NAMES, strict=True) for name in names}
_DAY_NAME = re.compile(rf"\b({'|'.join(sorted(_DAY_OF, key=len, reverse=True))})\b\.?(?:s\b)?")
_TIME = re.compile(r"(?<![\d:])(\d{1,2}) ?(?:h|:)(?: ?(\d\d))?(?![\d:])")
_WORDS = (
    (re.compile(r"[\u2010-\u2015]"), "-"),
    (re.compile(r"\b(?:du|de|des|le|les|from|on)\b"), " "),
    (re.compile(r"\b(?:jusqu.?a|au|a|to|until)\b"), "-"),
    (re.compile(r"\b(?:et|and|puis|then)\b|&"), ","),
    (re.compile(r"\b(?:fermee?|closed)\b"), "off"),
)
_DAYS = "|".join(DAYS)
_SPACED = (
    (re.compile(r"\s*([-,;])\s*"), r"\1"),
    (re.compile(rf"({_DAYS})\s*:?\s+(?=\d|off)"), r"\1 "),
    (re.compile(rf"(?<=\d)[,\s](?=(?:{_DAYS})\b)"), "; "),
    (re.compile(r";"), "; "),
    (re.compile(r"\s+"), " "),
)


def hours_meant(written: str) -> str | None:
    """``Lu-Ve 9h-12h`` → ``Mo-Fr 09:00-12:00``; None where nobody can be sure of what was meant."""
    decomposed = unicodedata.normalize("NFD", written.lower())
    text = "".join(c for c in decomposed if not unicodedata.combining(c))
    for pattern, sign in _WORDS:
        text = pattern.sub(sign, text)
    text = _DAY_NAME.sub(lambda match: _DAY_OF[match[1]], text)
    text = _TIME.sub(lambda match: f"{int(match[1]):02}:{match[2] or '00'}", text)
    for pattern, form in _SPACED:
        text = pattern.sub(form, text)
    text = text.strip(" ,;.")
    return None if isinstance(parse(text), Unparsed) else text
