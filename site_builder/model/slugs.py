"""Text to the ASCII words of an address, and to the key that a finder compares."""

import re
import unicodedata
from functools import lru_cache

LONGEST_SLUG = 80
"""Characters."""
_LIGATURES = str.maketrans({"œ": "oe", "Œ": "OE", "æ": "ae", "Æ": "AE", "ß": "ss"})
_SEPARATORS = re.compile(r"[\W_]+")
_NOT_ASCII = re.compile(r"[^a-z0-9]+")


@lru_cache(maxsize=2**16)  # pure; a place's name is compared, sorted and looked for many times
def fold(text: str) -> str:
    """``Saint-Vincent-de-Tyrosse`` → ``saint vincent de tyrosse``: no case, no accent, no punctuation.

    Letters and digits of every script stay: a name in Arabic is compared like any other.
    """
    if not text.isascii():
        decomposed = unicodedata.normalize("NFKD", text.translate(_LIGATURES))
        text = "".join(c for c in decomposed if not unicodedata.category(c).startswith("M"))
    return _SEPARATORS.sub(" ", text.lower()).strip()


def slugify(text: str) -> str:
    """``L'Isle-d'Espagnac`` → ``l-isle-d-espagnac``; empty when nothing of ``text`` can be written in ASCII."""
    return _NOT_ASCII.sub("-", fold(text)).strip("-")
