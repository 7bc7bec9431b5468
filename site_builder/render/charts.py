"""Charts as values: lengths and discs that templates print as SVG. Their figures always stand beside, in a table."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import pi, sqrt

from site_builder.geo.outlines import Point

FULL = 100
"""Units of the longest bar."""

INK = 0.16
"""Part of the drawing that all discs together would cover, if none lay over another."""
LARGEST = 0.16
"""Part of the drawing's shorter side that a radius has at most."""
SMALLEST = 1.2
"""Units under which a disc would not be seen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Disc:
    """A disc whose area says how many: its middle and its radius, in units of the drawing."""

    x: float
    y: float
    r: float


def bars(values: Sequence[int]) -> tuple[float, ...]:
    """The length of each bar, the longest being `FULL`; what is not nothing is seen."""
    most = max(values, default=0)
    return tuple(max(round(value / most * FULL, 1), 0.5) if value else 0.0 for value in values)


def discs(counted: Mapping[str, int], at: Mapping[str, Point], *, width: int, height: int) -> dict[str, Disc]:
    """A disc for each that has a place (in units of the drawing), the largest first: none is painted over by it."""
    shown = {code: count for code, count in counted.items() if code in at and count > 0}
    if not shown:
        return {}
    scale = sqrt(INK * width * height / pi / sum(shown.values()))
    scale = min(scale, LARGEST * min(width, height) / sqrt(max(shown.values())))
    ordered = sorted(shown, key=lambda code: (-shown[code], code))
    return {
        code: Disc(
            x=round(at[code][0], 1), y=round(at[code][1], 1), r=max(round(scale * sqrt(shown[code]), 1), SMALLEST)
        )
        for code in ordered
    }
