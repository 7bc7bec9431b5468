"""Language tags: "fr", "fr-CA", "pt-BR"."""

import re

_PARTS = re.compile(r"[-_.@]")


def is_french(lang: str) -> bool:
    """Whether a tag, or a computer's "fr_FR.UTF-8", is of French: "frp" is Arpitan, "fro" Old French."""
    return _PARTS.split(lang, maxsplit=1)[0].lower() == "fr"
