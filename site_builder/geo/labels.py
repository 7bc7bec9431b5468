"""Names on a map, each inside its own territory, where all of them fit."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial
from itertools import combinations, pairwise

from site_builder.geo.outlines import Outline, Point, twice_area
from site_builder.geo.paths import simplify
from site_builder.geo.projection import Projection

SIZE = 13.5
LEADING = 15
"""Height of the letters and of a line, in units of the drawing."""
LETTER = 0.5
"""Mean width of a letter in heights: a font is not known before the reader's own."""
STEP = 4
"""Units between the places that are tried."""
TOLERANCE = 1.5
ACROSS, DOWN = (-1, -0.5, 0, 0.5, 1), (-0.8, 0, 0.8)
"""Where a name's box is looked at, in halves of its width and height; letters leave its corners free."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A name in lines, and the middle of its box."""

    lines: tuple[str, ...]
    x: int
    y: int


def place_labels(territories: Sequence[tuple[str, Outline]], projection: Projection) -> tuple[Label, ...]:
    """One label for each name and outline; none at all where one would not fit: half of the names mislead."""
    labels = [_place(name, outline, projection) for name, outline in territories]
    found = tuple(label for label in labels if label)
    return found if len(found) == len(labels) else ()


def _place(name: str, outline: Outline, projection: Projection) -> Label | None:
    """In as few lines as fit, as near as can be to the middle of the outline."""
    largest = max(outline.rings, key=twice_area)
    ring = simplify(projection.project_all(largest), TOLERANCE)
    crossings = cache(partial(_crossings, [*ring, ring[0]]))  # thousands of points are looked at, on few heights
    middle_x, middle_y = projection.project(outline.centroid)
    places = sorted(_grid(ring), key=lambda place: (place[0] - middle_x) ** 2 + (place[1] - middle_y) ** 2)
    for lines in _layouts(name):
        wide, high = max(map(len, lines)) * SIZE * LETTER / 2 + 1, len(lines) * LEADING / 2 + 1
        box = [(wide * across, high * down) for across in ACROSS for down in DOWN]
        for x, y in places:
            if all(_is_inside(x + dx, crossings(y + dy)) for dx, dy in box):
                return Label(lines=lines, x=x, y=y)
    return None


def _layouts(name: str) -> Iterator[tuple[str, ...]]:
    """``Lot-et-Garonne``; ``Lot-et-``, ``Garonne``; … : in one line, in two, each time as narrow as can be."""
    words = re.findall(r"[^- ]+[- ]?", name)
    for count in range(len(words)):
        cuts = ((0, *inner, len(words)) for inner in combinations(range(1, len(words)), count))
        layouts = [tuple("".join(words[a:b]).strip() for a, b in pairwise(cut)) for cut in cuts]
        yield min(layouts, key=lambda lines: max(map(len, lines)))


def _grid(ring: Sequence[Point]) -> list[tuple[int, int]]:
    xs, ys = [round(x) for x, _ in ring], [round(y) for _, y in ring]
    return [(x, y) for x in range(min(xs), max(xs), STEP) for y in range(min(ys), max(ys), STEP)]


def _crossings(closed: Sequence[Point], y: float) -> list[float]:
    """Where a level line crosses a ring."""
    return [(x2 - x1) * (y - y1) / (y2 - y1) + x1 for (x1, y1), (x2, y2) in pairwise(closed) if (y1 > y) != (y2 > y)]


def _is_inside(x: float, crossings: Sequence[float]) -> bool:
    """By the even–odd rule: how often a line to the right crosses the ring."""
    return sum([x < crossing for crossing in crossings]) % 2 == 1
