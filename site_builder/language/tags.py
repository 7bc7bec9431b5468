"""Language tags: "fr", "fr-CA", "pt-BR"."""

_AFTER_LANGUAGE = "-_.@"


def is_french(lang: str) -> bool:
    """Whether a tag, or a computer's "fr_FR.UTF-8", is of French: "frp" is Arpitan, "fro" Old French."""
    return lang[:2].lower() == "fr" and lang[2:3] in _AFTER_LANGUAGE  # nothing after it, as well
