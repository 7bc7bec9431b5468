"""Charts as values: lengths of bars, areas of discs."""

import pytest

from site_builder.render.charts import Disc, bars, discs


@pytest.mark.parametrize(
    ("values", "lengths"),
    [
        ((), ()),
        ((0, 0), (0.0, 0.0)),
        ((400, 200, 1, 0), (100.0, 50.0, 0.5, 0.0)),
        ((22_109, 14_481), (100.0, 65.5)),
    ],
)
def test_the_longest_bar_is_a_hundred_long_and_the_shortest_is_seen(
    values: tuple[int, ...], lengths: tuple[float, ...]
) -> None:
    assert bars(values) == lengths


def test_areas_of_discs_are_as_populations_and_the_largest_comes_first() -> None:
    at = {"a": (10.0, 20.0), "b": (300.0, 200.0), "c": (5.0, 5.0), "d": (400.04, 400.0), "e": (50.0, 50.0)}
    found = discs({"a": 100, "b": 10_000, "c": 0, "d": 2500, "e": 1, "gone": 50}, at, width=480, height=480)
    assert list(found) == ["b", "d", "a", "e"]
    assert found["b"] == Disc(x=300.0, y=200.0, r=76.8)  # 16 % of 480, as far as a radius goes
    assert found["d"] == Disc(x=400.0, y=400.0, r=38.4)  # a quarter of the inhabitants, half the radius
    assert (found["a"].r, found["e"].r) == (7.7, 1.2)


def test_many_discs_cover_a_sixth_of_the_drawing() -> None:
    codes = [str(number) for number in range(100)]
    found = discs(dict.fromkeys(codes, 500), dict.fromkeys(codes, (1.0, 1.0)), width=400, height=300)
    assert {disc.r for disc in found.values()} == {7.8}  # √(16 % of 120,000 / 100 π)


def test_nobody_lives_anywhere() -> None:
    assert discs({"a": 0}, {"a": (1.0, 1.0)}, width=10, height=10) == {}
