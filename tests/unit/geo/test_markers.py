"""Numbered discs: over their places, or beside them where they would hide each other."""

from itertools import combinations
from math import hypot
from random import Random

import pytest

from site_builder.geo.markers import APART, MOST, RADIUS, STEP, Spread, spread
from site_builder.geo.outlines import Point

WIDTH, HEIGHT = 480, 400


def gaps(found: tuple[Spread, ...]) -> list[float]:
    return [hypot(a.disc[0] - b.disc[0], a.disc[1] - b.disc[1]) for a, b in combinations(found, 2)]


def test_a_disc_stands_on_its_place() -> None:
    (only,) = spread(((100.4, 200.6),), WIDTH, HEIGHT)
    assert only == Spread(disc=(100, 201), place=(100, 201))
    assert not only.is_beside


@pytest.mark.parametrize(
    ("place", "disc"), [((0, 0), (20, 20)), ((480, 400), (460, 380)), ((2, 390), (20, 380)), ((240, 3), (240, 20))]
)
def test_a_disc_stays_on_the_map(place: Point, disc: tuple[int, int]) -> None:
    (only,) = spread((place,), WIDTH, HEIGHT)
    assert only.disc == disc


def test_the_second_of_two_that_are_too_near_gives_way() -> None:
    first, second = spread(((200.0, 200.0), (220.0, 200.0)), WIDTH, HEIGHT)
    assert first.disc == (200, 200)
    assert hypot(second.disc[0] - 200, second.disc[1] - 200) == pytest.approx(APART, abs=STEP)
    assert hypot(second.disc[0] - 220, second.disc[1] - 200) <= 24


def test_those_at_one_point_are_led_back_to_it() -> None:
    found = spread(((200.0, 200.0),) * 5, WIDTH, HEIGHT)
    assert min(gaps(found)) >= APART - 1
    assert {each.place for each in found} == {(200, 200)}
    assert any(each.is_beside for each in found)


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize(("count", "room"), [(10, 40), (27, 480), (MOST, 100)])
def test_every_disc_can_be_hit(seed: int, count: int, room: int) -> None:
    """A town’s, a region’s, and as many as there may be in a corner of it."""
    chance = Random(seed)  # noqa: S311 - places, not secrets
    places = tuple((chance.uniform(0, room), chance.uniform(0, room)) for _ in range(count))
    found = spread(places, WIDTH, HEIGHT)
    assert min(gaps(found)) >= 2 * RADIUS - 1
    assert all(RADIUS <= each.disc[0] <= WIDTH - RADIUS for each in found)
    assert all(RADIUS <= each.disc[1] <= HEIGHT - RADIUS for each in found)


def test_too_many_are_left_where_they_are() -> None:
    places = tuple((100.0 + number, 200.0) for number in range(MOST + 1))
    assert [each.disc for each in spread(places, WIDTH, HEIGHT)] == [(100 + number, 200) for number in range(MOST + 1)]
