from math import pi

import pytest

from site_builder.geo import distance
from site_builder.geo.distance import EARTH_RADIUS_KM, Near, Nearby, great_circle_km
from site_builder.geo.outlines import Point

DAX = (-1.0535, 43.7079)
BORDEAUX = (-0.5778, 44.8378)
PAU = (-0.3686, 43.2951)


@pytest.mark.parametrize(
    ("a", "b", "km"),
    [
        (DAX, DAX, 0.0),
        ((0.0, 0.0), (0.0, 1.0), 111.195080),
        ((0.0, 0.0), (1.0, 0.0), 111.195080),
        ((0.0, 60.0), (1.0, 60.0), 55.597011),
        ((0.0, 0.0), (0.0, 90.0), EARTH_RADIUS_KM * pi / 2),
        ((0.0, 0.0), (180.0, 0.0), EARTH_RADIUS_KM * pi),
        ((179.5, 0.0), (-179.5, 0.0), 111.195080),
        (DAX, BORDEAUX, 131.223),
        (BORDEAUX, DAX, 131.223),
    ],
)
def test_great_circle(a: tuple[float, float], b: tuple[float, float], km: float) -> None:
    assert great_circle_km(a, b) == pytest.approx(km, abs=0.001)


def test_nearest_first_then_by_code() -> None:
    places = {"bordeaux": BORDEAUX, "pau": PAU, "b": DAX, "a": DAX}
    assert [near.code for near in Nearby(places).within(DAX, 200)] == ["a", "b", "pau", "bordeaux"]
    assert Nearby({}).within(DAX, 200) == ()


@pytest.mark.parametrize("cell_km", [1.0, 10.0, 300.0])
@pytest.mark.parametrize("km", [0.0, 5.0, 25.0, 80.0, 30_000.0])
@pytest.mark.parametrize("latitude", [-62.0, 0.0, 44.6, 88.9])
def test_nearby_finds_what_a_scan_of_all_places_finds(cell_km: float, km: float, latitude: float) -> None:
    places = {
        f"{column}-{row}": (-1.0 + column * 0.21, latitude + row * 0.1)
        for column in range(-6, 7)
        for row in range(-6, 7)
    }
    origin = (-0.95, latitude + 0.04)
    scanned = sorted((great_circle_km(origin, point), code) for code, point in places.items())
    expected = tuple(Near(code=code, km=distance) for distance, code in scanned if distance <= km)
    index = Nearby(places, cell_km=cell_km)
    assert index.within(origin, km) == expected
    among = frozenset(code for code in places if code.endswith("0"))
    assert tuple(index.nearest_first(origin, km, among.__contains__)) == tuple(n for n in expected if n.code in among)


def test_the_first_few_are_found_without_measuring_all_others(monkeypatch: pytest.MonkeyPatch) -> None:
    index = Nearby({f"{x}-{y}": (x * 0.1, 45 + y * 0.1) for x in range(40) for y in range(40)}, cell_km=10)
    measured: list[Point] = []

    def measure(a: Point, b: Point) -> float:
        measured.append(b)
        return great_circle_km(a, b)

    monkeypatch.setattr(distance, "great_circle_km", measure)
    assert next(index.nearest_first((2.0, 47.0), 200, lambda code: code != "20-20")).code == "19-20"
    assert len(measured) < 1600 // 100


def test_nearby_includes_the_place_at_the_origin_and_the_rim() -> None:
    places = {"dax": DAX, "pau": PAU}
    rim = great_circle_km(DAX, PAU)
    assert Nearby(places).within(DAX, rim) == (Near(code="dax", km=0.0), Near(code="pau", km=rim))
    assert Nearby(places).within(DAX, rim - 0.001) == (Near(code="dax", km=0.0),)


def test_nearby_looks_at_a_few_cells_only() -> None:
    looked_at: list[object] = []

    class Watched(dict[object, object]):
        def get(self, key: object, default: object = None) -> object:
            looked_at.append(key)
            return super().get(key, default)

    index = Nearby({f"{x}-{y}": (x * 0.1, 45 + y * 0.1) for x in range(40) for y in range(40)}, cell_km=10)
    index._cells = Watched(index._cells)  # type: ignore[assignment]
    assert len(index.within((2.0, 47.0), 8.0)) == 3
    assert len(looked_at) <= 9


def test_nothing_is_near_in_an_empty_index() -> None:
    assert Nearby({}).within(DAX, 100) == ()
