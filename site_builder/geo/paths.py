"""Outlines as short SVG paths: simplified at the drawing's resolution, integer, relative."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import hypot

from site_builder.geo.outlines import Outline, Point, twice_area
from site_builder.geo.projection import Projection

Unit = tuple[int, int]

_NUMBER = re.compile(r"-?\d+")
SPECK = 40
"""Square units under which a hole is a speck. On a drawing, y down, it is holes whose area is positive."""


def path_data(outline: Outline, projection: Projection, *, tolerance: float = 0.5, holes_from: float = SPECK) -> str:
    """The value of the SVG attribute d (SVG 2 §9.3).

    `tolerance`, in units of the drawing, is how far the line may stray from the outline. Islands too small
    to be drawn are left out, and holes under `holes_from` square units; when no ring is left, a dot of two
    units stands for the territory, so that none vanishes.
    """
    rings = [_drawn(projection.project_all(ring), tolerance) for ring in outline.rings]
    seen = [ring for ring in rings if len(ring) > 2 and not 0 <= twice_area(ring) < 2 * holes_from]
    if seen:
        return "".join(map(_commands, seen))
    x, y = projection.project(outline.centroid)
    return f"M{round(x) - 1} {round(y) - 1}l2 0 0 2-2 0z"


def rings_of(path: str) -> Iterator[list[Point]]:
    """The points of a path as `path_data` writes it: ``M10 20l3-4 5 6z``, the first one absolute."""
    for written in path.split("z"):
        numbers = [int(number) for number in _NUMBER.findall(written)]
        if numbers:
            x, y = numbers[:2]
            ring: list[Point] = [(x, y)]
            for dx, dy in zip(numbers[2::2], numbers[3::2], strict=True):
                x, y = x + dx, y + dy
                ring.append((x, y))
            yield ring


def simplify(ring: Sequence[Point], tolerance: float) -> list[Point]:
    """A closed ring without the points that stray from the line by `tolerance` or less.

    D. H. Douglas and T. K. Peucker, "Algorithms for the reduction of the number of points required to
    represent a digitized line or its caricature", The Canadian Cartographer 10, 1973; the ring is cut at its
    first point and at the one farthest from it, both of which stay.
    """
    closed = [*ring, ring[0]]
    (x, y), last = ring[0], len(ring)
    away = [hypot(px - x, py - y) for px, py in ring]
    farthest = away.index(max(away))
    kept = {0, farthest}
    spans = [(0, farthest), (farthest, last)]
    while spans:
        start, end = spans.pop()
        stray, index = _farthest_from_line(closed, start, end) if end - start > 1 else (0.0, start)
        if stray > tolerance:
            kept.add(index)
            spans += (start, index), (index, end)
    return [ring[index] for index in sorted(kept)]


def _farthest_from_line(points: Sequence[Point], start: int, end: int) -> tuple[float, int]:
    """How far the points between start and end stray from the straight line, and which strays most."""
    (x1, y1), (x2, y2) = points[start], points[end]
    dx, dy = x2 - x1, y2 - y1
    length = hypot(dx, dy)
    most, farthest = -1.0, start
    for index in range(start + 1, end):
        x, y = points[index]
        stray = abs(dx * (y - y1) - dy * (x - x1)) if length else hypot(x - x1, y - y1)
        if stray > most:
            most, farthest = stray, index
    return most / (length or 1), farthest


def _drawn(ring: Sequence[Point], tolerance: float) -> list[Unit]:
    """The ring on whole units, without points that fall on the one before them."""
    units = [(round(x), round(y)) for x, y in simplify(ring, tolerance)]
    return [unit for before, unit in zip(units[-1:] + units[:-1], units, strict=True) if unit != before]


def _commands(ring: Sequence[Unit]) -> str:
    (x, y), *_ = ring
    steps = [step for (x1, y1), (x2, y2) in pairwise(ring) for step in (x2 - x1, y2 - y1)]
    return f"M{x} {y}l{_joined(steps)}z"


def _joined(numbers: Sequence[int]) -> str:
    """Numbers with a space only where no minus sign separates them already."""
    return " ".join(map(str, numbers)).replace(" -", "-")
