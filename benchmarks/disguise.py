"""Invented names and numbers that have the shape of real ones: as long, with the same articles, and no one's."""

import re
from random import Random
from zlib import crc32

KEPT_WORDS = frozenset(
    """
    a au aux d de des du en et l la le les lès près saint sainte sous sur
    agglomération ca cc communauté communes cu métropole pays
    allée avenue boulevard bourg chemin hôtel impasse mairie place route rue square ville
    area in of the to
    """.split()
)
"""What gives a name or an address its form stays as it is; “lès” and “près” as they are written in names."""
VOWELS, CONSONANTS = "aeiou", "bcdfgjklmnpqrstvwxz"
FICTIONAL_NUMBERS = ("01 99 00", "02 61 91", "03 53 01", "04 65 71", "05 36 49")
"""Ten thousand telephone numbers each that the regulator keeps for fiction (Arcep, decision 2018-0881)."""
_WORD = re.compile(r"[^\W\d_]+")
_TIME = re.compile(r"\b(\d\d):(\d\d)\b")


class Disguise:
    """A cipher, one for each ``key``: vowels become other vowels and consonants others; h, y and accents stay.

    So elisions, articles and namesakes stay too.
    """

    def __init__(self, key: str) -> None:
        random = Random(key)  # noqa: S311 - nothing is kept secret
        other = "".join("".join(random.sample(letters, len(letters))) for letters in (VOWELS, CONSONANTS))
        plain = VOWELS + CONSONANTS
        self._letters = str.maketrans(plain + plain.upper(), other + other.upper())

    def __call__(self, text: str) -> str:
        return _WORD.sub(self._word, text)

    def _word(self, found: re.Match[str]) -> str:
        word = found[0]
        return word if word.lower() in KEPT_WORDS else word.translate(self._letters)


def fictional_telephone(code: str) -> str:
    """One of fifty thousand numbers, for the commune of this code."""
    number = crc32(code.encode()) % 50_000
    return f"{FICTIONAL_NUMBERS[number // 10_000]} {number // 100 % 100:02} {number % 100:02}"


def later(opening_hours: str, minutes: int) -> str:
    """The same hours, ``minutes`` later; as they are where a time would pass midnight."""
    times = [60 * int(hour) + int(minute) + minutes for hour, minute in _TIME.findall(opening_hours)]
    if any(time >= 24 * 60 for time in times):
        return opening_hours
    moved = iter(times)
    return _TIME.sub(lambda _: "{:02}:{:02}".format(*divmod(next(moved), 60)), opening_hours)


def siren(number: int) -> str:
    """A number of nine digits whose last one is right (Luhn), of a series that no group of communes has."""
    digits = f"{21_000_000 + number}"
    doubled = (2 * int(digit) if place % 2 else int(digit) for place, digit in enumerate(digits))
    return f"{digits}{-sum(each - 9 * (each > 9) for each in doubled) % 10}"
