"""Make data/reference/region.geojson: one outline for the whole region, from those of its départements.

They are simplified each on its own, so that slivers lie between them: a buffer of GAP closes these and is taken back.

    python -m venv /tmp/shapes && /tmp/shapes/bin/pip install shapely
    /tmp/shapes/bin/python scripts/make_region_outline.py

Shapely (BSD 3-Clause) is needed here only, once; the site is built without it.
"""

import json
from pathlib import Path

from shapely.geometry import MultiPolygon, Polygon, mapping, shape
from shapely.ops import unary_union

REFERENCE = Path(__file__).resolve().parent.parent / "data" / "reference"
CODE = "75"
GAP = 0.012
"""Degrees: wider than the slivers, narrower than an arm of the sea worth drawing."""
DECIMALS = 3
SMALLEST = 1e-4
"""Square degrees: smaller islands are dots."""


def main() -> None:
    """Write the outline; the départements' own files are not changed."""
    collection = json.loads((REFERENCE / "departements.geojson").read_text(encoding="utf-8"))
    parts = [shape(feature["geometry"]) for feature in collection["features"]]
    sealed = unary_union([part.buffer(GAP, join_style="mitre") for part in parts])
    whole = sealed.buffer(-GAP, join_style="mitre").union(unary_union(parts)).simplify(0.002)
    polygons = whole.geoms if isinstance(whole, MultiPolygon) else [whole]
    outer = MultiPolygon([Polygon(p.exterior) for p in polygons if p.area > SMALLEST])
    geometry = json.loads(json.dumps(mapping(outer)), parse_float=lambda text: round(float(text), DECIMALS))
    feature = {"type": "Feature", "properties": {"code": CODE}, "geometry": geometry}
    text = json.dumps({"type": "FeatureCollection", "features": [feature]}, separators=(",", ":"))
    (REFERENCE / "region.geojson").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
