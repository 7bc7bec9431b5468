"""Files of the open data, read and judged by the schemas that are published beside them."""

import json
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator, FormatChecker  # type: ignore[import-untyped]

from tests.conftest import REPOSITORY

SCHEMAS = REPOSITORY / "site_builder" / "outputs" / "open_data" / "schemas"
READ = (".json", ".geojson")


def closed(schema: Any) -> Any:
    """The same for whoever must know every field: one that the schema does not name is a mistake."""
    if not isinstance(schema, dict):
        return [closed(each) for each in schema] if isinstance(schema, list) else schema
    made = {
        word: {name: closed(field) for name, field in said.items()} if word == "properties" else closed(said)
        for word, said in schema.items()
    }
    return {**made, "additionalProperties": False} if "properties" in made else made


@cache
def judge(schema: Path) -> Draft202012Validator:
    """Of the files that keep the schema of that file."""
    said = json.loads(schema.read_text(encoding="utf-8"))
    assert said["$schema"] == Draft202012Validator.META_SCHEMA["$id"]
    Draft202012Validator.check_schema(said)
    return Draft202012Validator(closed(said), format_checker=FormatChecker())


def mistakes(api: Path, path: Path) -> Iterator[str]:
    """What a file says otherwise than the published schema whose address it names."""
    said = json.loads(path.read_text(encoding="utf-8"))
    for error in judge(api / said["$schema"].partition("/api/v1/")[2]).iter_errors(said):
        yield f"{path.name} {error.json_path}: {error.message}"


def data_files(api: Path) -> list[Path]:
    """The JSON and GeoJSON files, but for schemas and descriptions."""
    files = (path for path in sorted(api.rglob("*")) if path.suffix in READ)
    others = ("-metadata.json", "openapi.json")
    return [path for path in files if path.parent.name != "schemas" and not path.name.endswith(others)]


def places_said_otherwise(api: Path) -> Iterator[str]:
    """Features whose position is not, longitude first, the one that the record of the same id has beside it."""
    for path in sorted(api.glob("*.geojson")):
        records = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))[path.stem]
        known = {record.get("code", record.get("id")): record.get("position") for record in records}
        for feature in json.loads(path.read_text(encoding="utf-8"))["features"]:
            at = known[feature["id"]]  # a trail has none of its own, but stops
            expected = [at["longitude"], at["latitude"]] if at else None
            if feature["geometry"]["type"] == "Point" and feature["geometry"]["coordinates"] != expected:
                yield f"{path.name} {feature['id']}"


def turned_rings(feature: Mapping[str, Any]) -> Iterator[str]:
    """Rings that do not follow the right-hand rule: land is on their left, holes are clockwise (RFC 7946 §3.1.6)."""
    geometry = feature["geometry"]
    polygons = {"Polygon": [geometry["coordinates"]], "MultiPolygon": geometry["coordinates"]}
    for rings in polygons.get(geometry["type"], ()):
        for number, ring in enumerate(rings):
            area = sum(x * after_y - after_x * y for (x, y), (after_x, after_y) in pairwise(ring))
            if ring[0] != ring[-1] or (area > 0) != (number == 0):
                yield f"{feature['properties']}: ring {number}"
