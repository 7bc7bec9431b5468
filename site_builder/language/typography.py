"""French typography for text that comes from outside (open data, feeds), where keyboards replaced it."""

import re

NO_BREAK_SPACE = "\u00a0"

# A mark counts only when a space, a closing sign or the end follows: "https://" and "12:30" are left alone.
_BEFORE_MARK = re.compile(r"(?<! ) +(?=[;:!?]+(?:[\s»)\]’”\".,…]|$))")
_INSIDE_QUOTES = re.compile(r"(?<! ) +(?=»)|(?<=«) +")
_APOSTROPHE = re.compile(r"(?<=[^\W\d_])'(?=[^\W_])")


def french_spaces(text: str) -> str:
    """`text` with U+00A0 for the ordinary spaces before ; : ! ? » and after «.

    Spaces are exchanged, never added: what has none (a URL, a time, English) stays as it is. Applying it a
    second time changes nothing. U+00A0 rather than U+202F because every font has it.
    """
    return _INSIDE_QUOTES.sub(NO_BREAK_SPACE, _BEFORE_MARK.sub(NO_BREAK_SPACE, text))


def typographic_apostrophes(text: str) -> str:
    """`text` with ’ for the straight apostrophes that follow a letter: "L'Absie" becomes "L’Absie"."""
    return _APOSTROPHE.sub("’", text)
