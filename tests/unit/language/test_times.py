"""Times of the day in words."""

from datetime import time

import pytest

from site_builder.language.locales import locale_of
from site_builder.language.times import time_in_words


@pytest.mark.parametrize(
    ("value", "fr", "en", "de"),
    [
        (time(0), "minuit", "midnight", "00:00"),
        (time(0, 5), "0\u00a0h\u00a005", "12:05am", "00:05"),
        (time(9), "9\u00a0h", "9am", "09:00"),
        (time(12), "12\u00a0h", "midday", "12:00"),
        (time(12, 30), "12\u00a0h\u00a030", "12:30pm", "12:30"),
        (time(18, 30), "18\u00a0h\u00a030", "6:30pm", "18:30"),
    ],
)
def test_a_time_in_words(value: time, fr: str, en: str, de: str) -> None:
    assert [time_in_words(value, locale_of(lang)) for lang in ("fr", "en", "de")] == [fr, en, de]
