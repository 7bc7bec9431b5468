"""In which widths a picture is made."""

from collections.abc import Sequence

from site_builder.pictures.picture import Size

WIDTHS = (360, 720, 1080, 1600)
"""Pixels: a telephone, its sharper screen, a column of text twice as sharp, a large screen."""
TALLEST = 2400
_WORTH_IT = 1.2
"""How much wider the next picture is at least."""


def ladder(original: Size) -> tuple[Size, ...]:
    """The sizes made of an original, smallest first: none is larger than it, all have its proportions."""
    width, height = original
    shrunk = min(1.0, WIDTHS[-1] / width, TALLEST / height)
    largest = max(1, round(width * shrunk))
    return tuple(_scaled(original, step) for step in (*_steps(largest), largest))


def _steps(largest: int) -> Sequence[int]:
    return [width for width in WIDTHS if width * _WORTH_IT <= largest]


def _scaled(original: Size, width: int) -> Size:
    return width, min(TALLEST, max(1, round(original[1] * width / original[0])))
