"""Numbers as the sentences of a problem say them: with each language's separators."""

from site_builder.language.numbers import format_number
from site_builder.problems import Worded


def in_words(number: int | float) -> Worded:
    """``4,5`` and ``6 000`` in French, ``4.5`` and ``6,000`` in English."""
    return Worded(fr=format_number(number, "fr"), en=format_number(number, "en"))
