"""Days as the sentences of a problem say them: in words. What is to be pasted has them as files do."""

from datetime import date

from site_builder.language.dates import format_date
from site_builder.problems import Worded


def in_words(day: date) -> Worded:
    """``1er décembre 2026``, ``1 December 2026``."""
    return Worded(fr=format_date(day, "fr"), en=format_date(day, "en"))
