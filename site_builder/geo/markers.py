"""Numbered discs on a map: each over its place, or beside it where another disc is in the way."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from math import cos, hypot, pi, sin, sqrt

from site_builder.geo.outlines import Point

RADIUS = 20
"""Of a disc, in units of the drawing: 24 px across (WCAG 2.5.8) where 480 units are 288 px wide, on a screen of 320."""
APART = 2 * RADIUS + 1
"""Between two middles: each disc can be hit."""
MOST = 40
"""Discs beyond which they would hide the map: places are then points without a number."""
GOLDEN_ANGLE = pi * (3 - sqrt(5))
STEP = 4
"""Units between the turns of the spiral on which a free place is looked for (H. Vogel's, of the sunflower)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """Where the middle of a disc is drawn, and the place that it stands for, in units."""

    disc: tuple[int, int]
    place: tuple[int, int]

    @property
    def is_beside(self) -> bool:
        """Whether the disc leaves its place bare, so that a line has to lead there."""
        (x, y), (at_x, at_y) = self.disc, self.place
        return hypot(x - at_x, y - at_y) > RADIUS


@lru_cache(maxsize=512)
def spread(places: tuple[Point, ...], width: int, height: int) -> tuple[Spread, ...]:
    """Discs for these places (units) that lie inside the drawing and, up to MOST of them, apart from each other.

    Each stands on its place, or as near to it as those before it leave room. Remembered, for the other languages of a
    page: the same numbers give the same discs.
    """
    discs = [_inside(place, width, height) for place in places]
    if len(places) <= MOST:
        for number, disc in enumerate(discs):
            free = (at for at in _spiral(disc, width, height) if _is_free(at, discs[:number]))
            discs[number] = next(free, disc)
    return tuple(
        Spread(disc=disc, place=(round(x), round(y))) for disc, (x, y) in zip(map(_whole, discs), places, strict=True)
    )


def _spiral(middle: Point, width: int, height: int) -> Iterator[Point]:
    """Points of the drawing farther and farther from the middle, which is the first."""
    (x, y), farthest = middle, hypot(width, height)
    for number in range(round((farthest / STEP) ** 2)):
        away, turn = STEP * sqrt(number), number * GOLDEN_ANGLE
        point = (x + away * cos(turn), y + away * sin(turn))
        if point == _inside(point, width, height):
            yield point


def _is_free(point: Point, discs: Iterable[Point]) -> bool:
    x, y = point
    return all(hypot(x - other_x, y - other_y) >= APART for other_x, other_y in discs)


def _whole(point: Point) -> tuple[int, int]:
    return round(point[0]), round(point[1])


def _inside(point: Point, width: int, height: int) -> Point:
    """The point, or the nearest from which a disc stays on the drawing."""
    x, y = point
    return min(max(x, RADIUS), width - RADIUS), min(max(y, RADIUS), height - RADIUS)
