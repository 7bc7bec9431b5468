"""Times of the day in words: "18 h 30", "6:30pm"."""

from datetime import time

from babel.core import Locale
from babel.dates import format_time

from site_builder.language.tags import is_french
from site_builder.language.typography import NO_BREAK_SPACE


def time_in_words(value: time, locale: Locale) -> str:
    """`value` as the language writes it; as CLDR does where we know no better."""
    if is_french(locale.language):
        return _french_time(value.hour, value.minute)
    if locale.language == "en":
        return _english_time(value.hour, value.minute)
    return format_time(value, "short", locale=locale).replace(" ", NO_BREAK_SPACE)


def _french_time(hour: int, minute: int) -> str:
    if hour == minute == 0:
        return "minuit"
    return f"{hour}\u00a0h\u00a0{minute:02}" if minute else f"{hour}\u00a0h"


def _english_time(hour: int, minute: int) -> str:
    """As the GOV.UK style guide writes: "8:30am", "2pm", "midday", "midnight"."""
    if minute == 0 and hour % 12 == 0:
        return "midday" if hour else "midnight"
    half = "am" if hour < 12 else "pm"
    return f"{hour % 12 or 12}:{minute:02}{half}" if minute else f"{hour % 12}{half}"
