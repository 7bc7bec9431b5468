"""Numbers in the sentences of problems."""

import pytest

from site_builder.problems import Worded
from site_builder.validate.numbers import in_words


@pytest.mark.parametrize(
    ("number", "french", "english"), [(6000, "6\u202f000", "6,000"), (4.5, "4,5", "4.5"), (3.0, "3", "3")]
)
def test_each_language_has_its_separators(number: float, french: str, english: str) -> None:
    assert in_words(number) == Worded(french, english)
