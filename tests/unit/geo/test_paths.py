from math import hypot, inf

import pytest

from site_builder.geo.outlines import Bounds, Outline, Point
from site_builder.geo.paths import path_data, simplify
from site_builder.geo.projection import Projection

UNITS = Projection(
    bounds=Bounds(west=0, south=0, east=100, north=100), scale=1, shrink=1, padding=0, width=100, height=100
)
"""A projection whose units are degrees, upside down."""
SQUARE = ((0.0, 0.0), (100.0, 0.0), (100.0, 100.0), (0.0, 100.0))
HOLE = ((40.0, 48.0), (48.0, 48.0), (48.0, 40.0), (40.0, 40.0))
SMALL_HOLE = ((40.0, 46.0), (46.0, 46.0), (46.0, 40.0), (40.0, 40.0))
ISLET = ((150.0, 50.0), (150.2, 50.0), (150.2, 50.2))


@pytest.mark.parametrize(
    ("rings", "path"),
    [
        ((SQUARE,), "M0 100l100 0 0-100-100 0z"),
        ((SQUARE, HOLE), "M0 100l100 0 0-100-100 0zM40 52l8 0 0 8-8 0z"),
        ((SQUARE, SMALL_HOLE), "M0 100l100 0 0-100-100 0z"),
        ((SQUARE, ISLET), "M0 100l100 0 0-100-100 0z"),
        ((ISLET,), "M149 49l2 0 0 2-2 0z"),
        ((((10.0, 10.0), (20.2, 10.0), (30.0, 10.3), (20.0, 30.0)),), "M10 90l20 0-10-20z"),
    ],
    ids=["square", "hole", "speck of a hole", "islet", "islet alone", "point within the tolerance"],
)
def test_path(rings: tuple[tuple[Point, ...], ...], path: str) -> None:
    assert path_data(Outline(code="x", rings=rings), UNITS) == path


def test_holes_can_be_left_out() -> None:
    outline = Outline(code="x", rings=(SQUARE, HOLE))
    assert path_data(outline, UNITS, holes_from=inf) == "M0 100l100 0 0-100-100 0z"


@pytest.mark.parametrize(
    ("tolerance", "kept"),
    [
        (0.0, [(0, 0), (5, 1), (10, 0), (10, 10), (4, 12), (0, 10)]),
        (1.0, [(0, 0), (10, 0), (10, 10), (4, 12), (0, 10)]),
        (2.0, [(0, 0), (10, 0), (10, 10), (0, 10)]),
        (8.0, [(0, 0), (10, 10)]),
    ],
)
def test_douglas_peucker(tolerance: float, kept: list[Point]) -> None:
    ring: list[Point] = [(0, 0), (5, 1), (10, 0), (10, 10), (4, 12), (0, 10)]
    assert simplify(ring, tolerance) == kept


def test_no_point_left_out_strays_more_than_the_tolerance() -> None:
    ring = [(index * 1.0, (index * 37 % 11) * 0.3) for index in range(60)]
    kept = simplify(ring, 1.0)
    assert 2 < len(kept) < len(ring)
    for point in set(ring) - set(kept):
        sides = zip(kept, [*kept[1:], kept[0]], strict=True)
        assert min(from_segment(point, start, end) for start, end in sides) <= 1.0


def test_a_ring_of_one_place_is_one_point() -> None:
    assert simplify([(1, 1), (1, 1), (1, 1)], 0.5) == [(1, 1)]


def from_segment(point: Point, start: Point, end: Point) -> float:
    (x, y), (x1, y1), (x2, y2) = point, start, end
    share = ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / hypot(x2 - x1, y2 - y1) ** 2
    share = min(1, max(0, share))
    return hypot(x - x1 - share * (x2 - x1), y - y1 - share * (y2 - y1))
