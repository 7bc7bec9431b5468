"""Text to the ASCII words of an address, and to the key that a finder compares."""

import re
import unicodedata

_LIGATURES = str.maketrans({"œ": "oe", "Œ": "OE", "æ": "ae", "Æ": "AE", "ß": "ss"})
_SEPARATORS = re.compile(r"[^a-z0-9]+")


def fold(text: str) -> str:
    """``Saint-Vincent-de-Tyrosse`` → ``saint vincent de tyrosse``: no case, no accent, no punctuation."""
    decomposed = unicodedata.normalize("NFKD", text.translate(_LIGATURES))
    plain = "".join(c for c in decomposed if not unicodedata.combining(c)).lower()
    return _SEPARATORS.sub(" ", plain).strip()


def slugify(text: str) -> str:
    """``L'Isle-d'Espagnac`` → ``l-isle-d-espagnac``; empty when nothing of ``text`` can be written in ASCII."""
    return fold(text).replace(" ", "-")
