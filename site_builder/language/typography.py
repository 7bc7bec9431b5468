"""French typography for text that keyboards wrote: by editors, in open data."""

import re

from site_builder.language.tags import is_french

NO_BREAK_SPACE = "\u00a0"

_MAY_NEED_THEM = re.compile(r"[;:!?«»°\d]|siècle")
"""What stands near any space that French holds: most texts of one line have nothing of it."""
# A mark counts only when a space, a closing sign or the end follows: "https://" and "12:30" are left alone.
_BEFORE_MARK = re.compile(r"(?<! ) +(?=[;:!?]+(?:[\s»)\]’”\".,…]|$))")
_INSIDE_QUOTES = re.compile(r"(?<! ) +(?=»)|(?<=«) +")
_MONTHS = "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
_HELD_TOGETHER = re.compile(
    rf"(?:(?<=\d)|(?<=\b1er)) (?=(?:{_MONTHS})\b)"
    r"|(?:(?<=[IVX]e)|(?<=\bIer)) (?=siècle)|(?<=\b[Nn]°) (?=\d)"
)
_RAISED = re.compile(
    r"(?<![\w/.#])(?:1(?P<first>ers?|res?)|I(?P<roman_first>ers?|res?)|\d+(?P<later>es?)"
    r"|(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})(?P<roman>es?)|[Nn](?P<number>°)(?=[\s\u00a0]?\d))(?!\w)"
)
_APOSTROPHE = re.compile(r"(?<=[^\W\d_])'(?=[^\W_])")


def french_spaces(text: str) -> str:
    """`text` with U+00A0 for the ordinary spaces before ; : ! ? » and after «, and inside "24 mai", "XVIIIe siècle".

    Spaces are exchanged, never added: what has none (a URL, a time, English) stays as it is. Applying it a
    second time changes nothing. U+00A0 rather than U+202F because every font has it.
    """
    if not _MAY_NEED_THEM.search(text):
        return text
    spaced = _HELD_TOGETHER.sub(NO_BREAK_SPACE, _BEFORE_MARK.sub(NO_BREAK_SPACE, text))
    return _INSIDE_QUOTES.sub(NO_BREAK_SPACE, spaced)


def spaced(text: str, lang: str) -> str:
    """`text` with the spaces that the typography of its language asks for."""
    return french_spaces(text) if is_french(lang) else text


def french_raised(text: str) -> list[str]:
    """`text` cut where French raises letters: on the line and raised in turn, so raised ones have odd numbers.

    "1re commune" → ["1", "re", " commune"]; "XVIIIe siècle" → ["XVIII", "e", " siècle"]; "n° 5" → ["n", "o", " 5"].
    """
    pieces, end = [], 0
    for found in _RAISED.finditer(text):
        start, after = found.span(found.lastgroup or 0)
        pieces += [text[end:start], text[start:after].replace("°", "o")]
        end = after
    return [*pieces, text[end:]]


def typographic_apostrophes(text: str) -> str:
    """`text` with ’ for the straight apostrophes that follow a letter: "L'Absie" becomes "L’Absie"."""
    return _APOSTROPHE.sub("’", text)
