"""Which territories touch, from outlines simplified each on its own, whose borders do not coincide.

Walking along a border, the nearest other outline is the neighbour's: each step votes for it. A neighbour is
one with enough steps, in metres, so that a corner where several territories meet makes no neighbours.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, product
from math import ceil, cos, floor, hypot, radians

from site_builder.geo.outlines import Outline, Point, bounds_of

METRES_PER_DEGREE = 111_195.0
"""Length of a degree of latitude on the sphere of distance.py."""

Cell = tuple[int, int]


@dataclass(frozen=True, slots=True, eq=False)
class _Side:
    """A straight piece of a territory's border, in metres on a plane."""

    code: str
    start: Point
    end: Point


def neighbours(
    outlines: Mapping[str, Outline],
    *,
    tolerance_m: float = 200.0,
    step_m: float = 50.0,
    shared_m: float = 25.0,
) -> Mapping[str, tuple[str, ...]]:
    """Codes of the neighbours of each territory, sorted; none for an island.

    Outlines touch where they are at most `tolerance_m` apart with no other one nearer; territories are
    neighbours when they touch over `shared_m`, the mean of what is seen from either side. The defaults suit
    outlines rounded to 10 m (data/reference/README.md says with what errors). Thousands of outlines take
    some ten seconds: not for each build.
    """
    seen = touching_lengths(outlines, tolerance_m=tolerance_m, step_m=step_m)
    found: dict[str, set[str]] = {code: set() for code in outlines}
    for (one, other), metres in seen.items():
        if (metres + seen.get((other, one), 0.0)) / 2 >= shared_m:
            found[one].add(other)
            found[other].add(one)
    return {code: tuple(sorted(codes)) for code, codes in found.items()}


def touching_lengths(
    outlines: Mapping[str, Outline], *, tolerance_m: float, step_m: float
) -> Mapping[tuple[str, str], float]:
    """Metres of the first territory's border along which the second one's is the nearest."""
    sides = tuple(_sides(outlines))
    cell_m = tolerance_m + step_m
    grid = _grid(sides, cell_m, step_m)
    lengths: dict[tuple[str, str], float] = defaultdict(float)
    for side in sides:
        for point, metres in _steps(side, step_m):
            nearest = _nearest(grid[_cell(point, cell_m)], point, side.code, tolerance_m)
            if nearest:
                lengths[side.code, nearest] += metres
    return dict(lengths)


def _sides(outlines: Mapping[str, Outline]) -> Iterator[_Side]:
    """The sides of all rings on one plane; over a region its lengths are right within some percent."""
    points = tuple(chain.from_iterable(chain.from_iterable(outline.rings for outline in outlines.values())))
    bounds = bounds_of(points or ((0.0, 0.0),))
    shrink = cos(radians((bounds.south + bounds.north) / 2))
    for outline in outlines.values():
        for ring in outline.rings:
            plane = [(x * shrink * METRES_PER_DEGREE, y * METRES_PER_DEGREE) for x, y in ring]
            for start, end in zip(plane, plane[1:] + plane[:1], strict=True):
                yield _Side(outline.code, start, end)


def _steps(side: _Side, step_m: float) -> Iterator[tuple[Point, float]]:
    """The middles of equal steps along a side, none longer than `step_m`, with their length."""
    (x1, y1), (x2, y2) = side.start, side.end
    length = hypot(x2 - x1, y2 - y1)
    count = ceil(length / step_m)
    for index in range(count):
        share = (index + 0.5) / count
        yield (x1 + share * (x2 - x1), y1 + share * (y2 - y1)), length / count


def _grid(sides: Sequence[_Side], cell_m: float, step_m: float) -> Mapping[Cell, Iterable[_Side]]:
    """For each cell, all sides with a step in it or in one of the eight cells around."""
    cells: dict[Cell, dict[_Side, None]] = defaultdict(dict)
    for side in sides:
        for column, row in {_cell(point, cell_m) for point, _ in _steps(side, step_m)}:
            for right, up in product((-1, 0, 1), repeat=2):
                cells[column + right, row + up][side] = None
    return cells


def _cell(point: Point, cell_m: float) -> Cell:
    return floor(point[0] / cell_m), floor(point[1] / cell_m)


def _nearest(sides: Iterable[_Side], point: Point, code: str, tolerance_m: float) -> str:
    """Code of the nearest territory but `code`; empty when it is farther than the tolerance."""
    best, best_code = tolerance_m, ""
    for side in sides:
        if side.code != code:
            distance = _distance(point, side)
            if distance < best:
                best, best_code = distance, side.code
    return best_code


def _distance(point: Point, side: _Side) -> float:
    """Metres from a point to the nearest point of a side."""
    (x, y), (x1, y1), (x2, y2) = point, side.start, side.end
    dx, dy = x2 - x1, y2 - y1
    along = ((x - x1) * dx + (y - y1) * dy) / (dx * dx + dy * dy)
    share = min(1.0, max(0.0, along))
    return hypot(x - x1 - share * dx, y - y1 - share * dy)
