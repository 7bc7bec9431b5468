"""Outlines as GeoJSON (RFC 7946), for whoever wants to draw them again."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from site_builder.geo.outlines import Outline, Point, Ring, twice_area


@dataclass(frozen=True, slots=True, kw_only=True)
class Feature:
    """A territory: its outline, and what is said of it."""

    outline: Outline
    properties: Mapping[str, Any]


def feature_collection(features: Iterable[Feature], **about: str) -> str:
    """A FeatureCollection. ``about``: members of the collection beside its features (RFC 7946 §6.1)."""
    collection = {"type": "FeatureCollection", **about, "features": [_feature(feature) for feature in features]}
    return json.dumps(collection, ensure_ascii=False, separators=(",", ":"))


def _feature(feature: Feature) -> dict[str, Any]:
    polygons = list(_polygons(feature.outline))
    geometry: dict[str, Any] = {"type": "Polygon", "coordinates": polygons[0]}
    if len(polygons) > 1:
        geometry = {"type": "MultiPolygon", "coordinates": polygons}
    return {
        "type": "Feature",
        "id": feature.outline.code,
        "properties": dict(feature.properties),
        "geometry": geometry,
    }


def _polygons(outline: Outline) -> Iterator[list[list[Point]]]:
    """Each outer ring with the holes that follow it; rings are closed again (RFC 7946 §3.1.6)."""
    polygon: list[list[Point]] = []
    for ring in outline.rings:
        if _is_outer(ring) and polygon:
            yield polygon
            polygon = []
        polygon.append([*ring, ring[0]])
    yield polygon


def _is_outer(ring: Ring) -> bool:
    """Outer rings run anticlockwise."""
    return twice_area(ring) > 0
