import pytest

from site_builder.geo.clipping import clipped
from site_builder.geo.outlines import Bounds, Outline, Ring, twice_area

BOX = Bounds(west=0, south=0, east=2, north=2)
SQUARE: Ring = ((-1, -1), (1, -1), (1, 1), (-1, 1))
COMB: Ring = ((-1, 0.5), (1, 0.5), (1, 0.8), (-0.5, 0.8), (-0.5, 1.2), (1, 1.2), (1, 1.5), (-1, 1.5))


@pytest.mark.parametrize(
    ("ring", "area"),
    [
        (((0.5, 0.5), (1, 0.5), (1, 1), (0.5, 1)), 0.25),
        (SQUARE, 1),
        (((-1, -1), (3, -1), (3, 3), (-1, 3)), 4),
        (COMB, 0.6),
        (SQUARE[::-1], -1),
    ],
    ids=["inside", "one corner inside", "all round it", "in and out again", "a hole"],
)
def test_what_is_inside_stays(ring: Ring, area: float) -> None:
    found = clipped(Outline(code="1", rings=(ring,)), BOX)
    assert found is not None
    (kept,) = found.rings
    assert twice_area(kept) / 2 == pytest.approx(area)
    assert all(0 <= x <= 2 and 0 <= y <= 2 for x, y in kept)


def test_what_is_beyond_is_gone() -> None:
    beyond = tuple((x + 5, y) for x, y in SQUARE)
    assert clipped(Outline(code="1", rings=(beyond,)), BOX) is None
    both = clipped(Outline(code="1", rings=(beyond, SQUARE)), BOX)
    assert both is not None
    assert len(both.rings) == 1
