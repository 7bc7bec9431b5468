"""Outlines written as GeoJSON: polygons, holes and islands as they were read (RFC 7946)."""

import json

import pytest

from site_builder.geo.geojson import Feature, feature_collection
from site_builder.geo.outlines import Outline, Ring, read_outlines

SQUARE: Ring = ((0, 0), (4, 0), (4, 4), (0, 4))
HOLE: Ring = ((1, 1), (1, 2), (2, 2), (2, 1))
ISLAND: Ring = ((6, 0), (7, 0), (7, 1))


def closed(ring: Ring) -> list[list[float]]:
    return [list(point) for point in (*ring, ring[0])]


@pytest.mark.parametrize(
    ("rings", "kind", "coordinates"),
    [
        ((SQUARE,), "Polygon", [closed(SQUARE)]),
        ((SQUARE, HOLE), "Polygon", [closed(SQUARE), closed(HOLE)]),
        ((SQUARE, HOLE, ISLAND), "MultiPolygon", [[closed(SQUARE), closed(HOLE)], [closed(ISLAND)]]),
        ((ISLAND, SQUARE, HOLE), "MultiPolygon", [[closed(ISLAND)], [closed(SQUARE), closed(HOLE)]]),
    ],
)
def test_rings_make_polygons(rings: tuple[Ring, ...], kind: str, coordinates: list[object]) -> None:
    outline = Outline(code="40088", rings=rings)
    text = feature_collection(
        [Feature(outline=outline, properties={"code": "40088", "name": "Dax"})], title="Grand Dax"
    )
    assert json.loads(text) == {
        "type": "FeatureCollection",
        "title": "Grand Dax",
        "features": [
            {
                "type": "Feature",
                "id": "40088",
                "properties": {"code": "40088", "name": "Dax"},
                "geometry": {"type": kind, "coordinates": coordinates},
            }
        ],
    }
    assert read_outlines(text) == {"40088": outline}


def test_nothing_is_escaped_and_nothing_is_blank() -> None:
    outline = Outline(code="é", rings=(ISLAND,))
    text = feature_collection([Feature(outline=outline, properties={"code": "é"})])
    assert text.startswith(
        '{"type":"FeatureCollection","features":[{"type":"Feature","id":"é","properties":{"code":"é"},'
    )
