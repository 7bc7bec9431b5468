import json

import pytest

from site_builder.geo.outlines import Bounds, Outline, OutlineError, read_outlines, twice_area

SQUARE = [[0, 0], [2, 0], [2, 2], [0, 2], [0, 0]]
HOLE = [[0.5, 0.5], [1.5, 0.5], [1.5, 1.5], [0.5, 1.5], [0.5, 0.5]]
ISLAND = [[5, 0], [5, 1], [6, 1], [6, 0], [5, 0]]


def collection(*features: object) -> str:
    return json.dumps({"type": "FeatureCollection", "features": features})


def feature(kind: str, coordinates: object, code: object = "40088") -> dict[str, object]:
    return {
        "type": "Feature",
        "properties": {"code": code},
        "geometry": {"type": kind, "coordinates": coordinates},
    }


def test_a_polygon_becomes_open_rings_outer_anticlockwise_holes_clockwise() -> None:
    outlines = read_outlines(collection(feature("Polygon", [SQUARE, HOLE])))
    assert outlines == {
        "40088": Outline(
            code="40088",
            rings=(
                ((0.0, 0.0), (2.0, 0.0), (2.0, 2.0), (0.0, 2.0)),
                ((0.5, 1.5), (1.5, 1.5), (1.5, 0.5), (0.5, 0.5)),
            ),
        )
    }


def test_a_ring_in_the_wrong_direction_is_turned_and_altitudes_are_dropped() -> None:
    clockwise = [[0, 0, 9], [0, 2, 9], [2, 2, 9], [2, 0, 9], [0, 0, 9]]
    (outline,) = read_outlines(collection(feature("Polygon", [clockwise])).encode()).values()
    assert outline.rings == (((2.0, 0.0), (2.0, 2.0), (0.0, 2.0), (0.0, 0.0)),)


def test_an_unclosed_ring_keeps_all_its_points() -> None:
    (outline,) = read_outlines(collection(feature("Polygon", [SQUARE[:-1]]))).values()
    assert len(outline.rings[0]) == 4


def test_a_point_written_twice_in_a_row_counts_once() -> None:
    doubled = [[0, 0], [2, 0], [2, 0], [2, 2], [0, 2], [0, 2], [0, 0], [0, 0]]
    (outline,) = read_outlines(collection(feature("Polygon", [doubled]))).values()
    assert outline.rings == (((0.0, 0.0), (2.0, 0.0), (2.0, 2.0), (0.0, 2.0)),)


def test_the_edges_of_the_world_are_in_it() -> None:
    world = [[-180, -90], [180, -90], [180, 90], [-180, 90]]
    (outline,) = read_outlines(collection(feature("Polygon", [world]))).values()
    assert outline.bounds == Bounds(west=-180, south=-90, east=180, north=90)


def test_islands_and_order_of_the_file_are_kept() -> None:
    outlines = read_outlines(
        collection(feature("MultiPolygon", [[SQUARE, HOLE], [ISLAND]], "b"), feature("Polygon", [ISLAND], "a"))
    )
    assert list(outlines) == ["b", "a"]
    assert [len(outline.rings) for outline in outlines.values()] == [3, 1]
    assert outlines["b"].bounds == Bounds(west=0, south=0, east=6, north=2)
    assert outlines["b"].centroid == (1.0, 1.0), "of the largest ring: neither the island nor the hole counts"


@pytest.mark.parametrize(
    ("ring", "centroid"),
    [
        (((0.0, 0.0), (3.0, 0.0), (0.0, 3.0)), (1.0, 1.0)),
        (((0.0, 0.0), (4.0, 0.0), (4.0, 1.0), (1.0, 1.0), (1.0, 4.0), (0.0, 4.0)), (19 / 14, 19 / 14)),
        (((1.0, 1.0), (2.0, 2.0), (3.0, 3.0)), (2.0, 2.0)),
    ],
    ids=["triangle", "L-shaped", "without area"],
)
def test_centroid(ring: tuple[tuple[float, float], ...], centroid: tuple[float, float]) -> None:
    assert Outline(code="x", rings=(ring,)).centroid == pytest.approx(centroid)


@pytest.mark.parametrize(
    ("point", "margin", "held"),
    [
        ((0.1, 43.5), 0.0, True),
        ((0.0, 43.0), 0.0, True),
        ((-0.1, 43.5), 0.0, False),
        ((0.3, 43.5), 0.0, False),
        ((0.1, 42.9), 0.0, False),
        ((0.1, 44.1), 0.0, False),
        ((-0.1, 44.1), 0.11, True),
    ],
    ids=["inside", "corner", "west", "east", "south", "north", "within the margin"],
)
def test_bounds_hold_a_point(point: tuple[float, float], margin: float, held: bool) -> None:
    assert Bounds(west=0, south=43, east=0.2, north=44).holds(point, margin=margin) is held


def test_twice_area_is_negative_clockwise() -> None:
    assert twice_area([(0, 0), (2, 0), (2, 3), (0, 3)]) == 12
    assert twice_area([(0, 3), (2, 3), (2, 0), (0, 0)]) == -12


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("<kml/>", "not a GeoJSON FeatureCollection: Expecting value: line 1 column 1 (char 0)"),
        ("{}", "not a GeoJSON FeatureCollection: 'features'"),
        ("[]", "not a GeoJSON FeatureCollection: list indices must be integers or slices, not str"),
        (collection({"type": "Feature"}), "feature 1: KeyError: 'properties'"),
        (collection(feature("Polygon", [SQUARE], 40088)), "feature 1: TypeError: code 40088 is not a text"),
        (
            collection(feature("Polygon", [SQUARE]), feature("Point", [0, 0], "2")),
            "feature 2: ValueError: Point is not a Polygon or a MultiPolygon",
        ),
        (collection(feature("Polygon", [])), "feature 1: ValueError: no ring"),
        (
            collection(feature("Polygon", [SQUARE[:2]])),
            "feature 1: ValueError: a ring has fewer than three points",
        ),
        (
            collection(feature("Polygon", [[[0, 0], [0, 0], [1, 1], [1, 1], [0, 0]]])),
            "feature 1: ValueError: a ring has fewer than three points",
        ),
        (
            collection(feature("Polygon", [[[0, 44], [0.1, 44.1], [0.3, 44.3]]])),
            "feature 1: ValueError: a ring has no area",
        ),
        (
            collection(feature("Polygon", [SQUARE, [[1, 1]] * 4])),
            "feature 1: ValueError: a ring has fewer than three points",
        ),
        (
            collection(feature("Polygon", [[[0, 0], [float("nan"), 0], [1, 1]]])),
            "feature 1: ValueError: nan, 0.0 is not a position",
        ),
        (
            collection(feature("Polygon", [[[0, 0], [1, float("-inf")], [1, 1]]])),
            "feature 1: ValueError: 1.0, -inf is not a position",
        ),
        (
            collection(feature("Polygon", [[[0, 0], [10**400, 0], [1, 1]]])),
            "feature 1: OverflowError: int too large to convert to float",
        ),
        (
            collection(feature("Polygon", [[[0, 0], [0, 90.1], [1, 1]]])),
            "feature 1: 0, 90.1 is not a longitude and a latitude",
        ),
        (
            collection(feature("Polygon", [SQUARE]), feature("Polygon", [[[372000, 6302000], [0, 0], [1, 1]]], "2")),
            "feature 2: 372000, 6.302e+06 is not a longitude and a latitude",
        ),
        (collection(feature("Polygon", [[[1]]])), "feature 1: IndexError: list index out of range"),
        (
            collection(feature("Polygon", [SQUARE]), feature("Polygon", [SQUARE])),
            "feature 2: code 40088 appears twice",
        ),
    ],
)
def test_what_is_not_outlines_is_refused_with_its_place(text: str, message: str) -> None:
    with pytest.raises(OutlineError) as error:
        read_outlines(text)
    assert str(error.value) == message
