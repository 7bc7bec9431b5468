"""Text to the ASCII words of an address, and to the key that a finder compares."""

import re
import unicodedata

LONGEST_SLUG = 80
"""Characters."""
_LIGATURES = str.maketrans({"œ": "oe", "Œ": "OE", "æ": "ae", "Æ": "AE", "ß": "ss"})
_SEPARATORS = re.compile(r"[\W_]+")
_NOT_ASCII = re.compile(r"[^a-z0-9]+")


def fold(text: str) -> str:
    """``Saint-Vincent-de-Tyrosse`` → ``saint vincent de tyrosse``: no case, no accent, no punctuation.

    Letters and digits of every script stay: a name in Arabic is compared like any other.
    """
    decomposed = unicodedata.normalize("NFKD", text.translate(_LIGATURES))
    if not decomposed.isascii():
        decomposed = "".join(c for c in decomposed if not unicodedata.category(c).startswith("M"))
    return _SEPARATORS.sub(" ", decomposed.lower()).strip()


def slugify(text: str) -> str:
    """``L'Isle-d'Espagnac`` → ``l-isle-d-espagnac``; empty when nothing of ``text`` can be written in ASCII."""
    return _NOT_ASCII.sub("-", fold(text)).strip("-")
