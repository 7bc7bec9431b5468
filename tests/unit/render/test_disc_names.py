"""Names of discs: of the largest only, beside them or at the end of a line, over no disc and no other name."""

from collections.abc import Sequence

import pytest

from site_builder.render.charts import Disc
from site_builder.render.disc_names import DiscName, Frame, disc_names

FRAME = Frame(right=480, bottom=480)
CROWD = [("", Disc(x=float(x), y=y, r=9)) for y in (176.0, 200.0, 224.0) for x in range(0, 481, 24)]
"""Rows of discs across the drawing."""


def named_discs(named: Sequence[tuple[str, Disc]], frame: Frame) -> tuple[DiscName, ...]:
    return disc_names([text for text, _ in named], [disc for _, disc in named], frame)


def names(*named: tuple[str, Disc], frame: Frame = FRAME) -> list[tuple[str, int, int, tuple[int, ...] | None]]:
    return [(name.text, name.x, name.y, name.lead) for name in named_discs(named, frame)]


def test_the_three_largest_have_their_names_above_them_where_nothing_else_is() -> None:
    discs = [
        (text, Disc(x=x, y=240, r=20)) for text, x in (("Dax", 80), ("Pau", 200), ("Mimizan", 320), ("Tarnos", 440))
    ]
    assert names(*discs) == [("Dax", 80, 211, None), ("Pau", 200, 211, None), ("Mimizan", 320, 211, None)]


@pytest.mark.parametrize(
    ("disc", "where"),
    [
        (Disc(x=240, y=30, r=20), (240, 71)),  # no room above: below
        (Disc(x=4, y=240, r=4), (17, 227)),  # it slides along to stay inside
        (Disc(x=478, y=240, r=2), (463, 229)),
    ],
)
def test_a_name_stays_inside_the_drawing(disc: Disc, where: tuple[int, int]) -> None:
    assert names(("Dax", disc)) == [("Dax", *where, None)]


def test_a_narrow_outline_leaves_room_for_names_beside_it() -> None:
    disc = Disc(x=10, y=240, r=9)
    found = names(("Bordeaux Métropole", disc), frame=Frame(left=-100, right=380, bottom=480))
    assert found == [("Bordeaux Métropole", 10, 222, None)]


def test_a_name_avoids_the_disc_that_lies_over_its_own() -> None:
    """Saint-Paul-lès-Dax over the north of Dax: each name begins where its own disc is seen alone."""
    dax, saint_paul = Disc(x=240, y=240, r=60), Disc(x=240, y=200, r=45)
    (first, second) = names(("Dax", dax), ("Saint-Paul", saint_paul))
    assert first == ("Dax", 240, 321, None)
    assert second == ("Saint-Paul", 240, 146, None)


def test_in_a_crowd_a_line_leads_to_the_name() -> None:
    """Beside its disc the name would touch others; the line goes between them."""
    (name, *_) = names(("Dax", Disc(x=252, y=200, r=10)), *CROWD)
    assert name == ("Dax", 252, 153, (252, 190, 252, 157))


def test_who_finds_no_room_has_no_name_and_nobody_takes_its_place() -> None:
    small = Frame(right=60, bottom=60)
    discs = [("A very long name", Disc(x=30, y=30, r=5)), ("B", Disc(x=10, y=50, r=4)), ("C", Disc(x=50, y=50, r=3))]
    found = names(*discs, ("D", Disc(x=50, y=10, r=2)), frame=small)
    assert [text for text, *_ in found] == ["B", "C"]


@pytest.mark.parametrize(("count", "named"), [(5, 3), (60, 3), (300, 1)])
def test_no_name_touches_a_disc_or_another_name(count: int, named: int) -> None:
    """Boxes as wide as the letters at least."""
    discs = [
        (f"Place {at}", Disc(x=(at * 97.3) % 440 + 20, y=(at * 61.7) % 440 + 20, r=max(60 / (at + 1), 1.2)))
        for at in range(count)
    ]
    found = named_discs(discs, FRAME)
    assert len(found) == named
    boxes = [(name.x - 36, name.y - 16, name.x + 36, name.y + 4) for name in found]
    for left, top, right, bottom in boxes:
        for _, disc in discs:
            across, down = max(left - disc.x, 0, disc.x - right), max(top - disc.y, 0, disc.y - bottom)
            assert across**2 + down**2 > disc.r**2
    apart = [
        one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
        for one in boxes
        for other in boxes
        if one is not other
    ]
    assert all(apart)


def test_a_name_that_could_be_another_disc_s_has_a_line() -> None:
    """Two discs that nearly coincide: whatever stands beside one stands beside the other."""
    one, other = Disc(x=200, y=150, r=30), Disc(x=203, y=150, r=32)
    found = names(("Saint-Paul", other), ("Dax", one))
    assert [bool(lead) for *_, lead in found] == [True, True]
