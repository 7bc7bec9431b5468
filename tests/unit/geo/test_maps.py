import csv
import gzip
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from site_builder.geo.map_files import MapColours, MapPalette, svg_file
from site_builder.geo.maps import (
    MapPart,
    OutlineDrawing,
    TerritoryDrawing,
    draw_territory,
    map_projection,
    outline_path,
)
from site_builder.geo.outlines import Outline, read_outlines

REFERENCE = Path(__file__).parents[3] / "data" / "reference"
SVG = "{http://www.w3.org/2000/svg}"


def box(code: str, west: float, south: float, east: float, north: float) -> Outline:
    return Outline(code=code, rings=(((west, south), (east, south), (east, north), (west, north)),))


WEST = MapPart(code="1", name="West", outline=box("1", 0, -0.5, 1, 0.5))
EAST = MapPart(code="2", name="East & <more>", outline=box("2", 1, -0.5, 2, 0.5))
WHOLE = box("3", 0, -0.5, 4, 0.5)
PALETTE = MapPalette(
    light=MapColours(land="#111", line="#222", edge="#333", here="#555"),
    dark=MapColours(land="#666", line="#777", edge="#888", here="#aaa"),
)


@pytest.fixture(scope="module")
def territories() -> Mapping[str, tuple[MapPart, ...]]:
    """Every département and EPCI of the committed data, by code."""
    outlines = read_outlines((REFERENCE / "communes.geojson").read_bytes())
    members: dict[str, list[MapPart]] = {}
    with (REFERENCE / "communes.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            part = MapPart(code=row["code"], name=row["name"], outline=outlines[row["code"]])
            for territory in {row["departement"], row["epci"]} - {""}:
                members.setdefault(territory, []).append(part)
    return {code: tuple(parts) for code, parts in members.items()}


def test_a_map_as_values() -> None:
    drawing = draw_territory((WEST, EAST), width=206, height=400)
    assert (drawing.width, drawing.height, drawing.view_box) == (206, 106, "0 0 206 106")
    assert [(drawn.part, drawn.path) for drawn in drawing.parts] == [
        (WEST, "M3 103l100 0 0-100-100 0z"),
        (EAST, "M103 103l100 0 0-100-100 0z"),
    ]


def test_borders_of_wider_territories_lie_over_the_members_on_one_map() -> None:
    """They take their part of the room: the members' own box would be a square."""
    wider = MapPart(code="3", name="Wide", outline=WHOLE)
    drawing = draw_territory((WEST,), wider=(wider,), named=(wider,), width=406, height=400)
    assert drawing.borders == ("M3 103l400 0 0-100-400 0z",)
    assert [drawn.path for drawn in drawing.parts] == ["M3 103l100 0 0-100-100 0z"]
    assert [label.lines for label in drawing.labels] == [("Wide",)]


def test_a_map_s_size_is_known_before_it_is_drawn() -> None:
    projection = map_projection((WEST.outline, EAST.outline), width=406, height=400)
    assert (projection.width, projection.height) == (406, 206)
    drawing = draw_territory((WEST, EAST), width=406, height=400)
    assert (drawing.width, drawing.height) == (406, 206)


def test_the_smallest_member_is_painted_last() -> None:
    """Castelmoron-d'Albret, 3.5 ha, would otherwise lie under the communes around it."""
    small = MapPart(code="0", name="Small", outline=box("0", 0.4, -0.1, 0.6, 0.1))
    assert [drawn.part.code for drawn in draw_territory((small, WEST)).parts] == ["1", "0"]


def test_a_map_of_members_alone_has_no_border_and_no_name() -> None:
    drawing = draw_territory((WEST, EAST), width=206, height=400)
    assert drawing == TerritoryDrawing(width=206, height=106, view_box="0 0 206 106", parts=drawing.parts)


def test_nothing_to_draw_is_said() -> None:
    with pytest.raises(ValueError, match="a map needs a member"):
        draw_territory(())


def test_every_map_of_the_region_is_well_formed_complete_and_light(
    territories: Mapping[str, tuple[MapPart, ...]],
) -> None:
    assert len(territories) == 168
    for code, parts in territories.items():
        svg = svg_file(draw_territory(parts), title=f"Communes : {code}", palette=PALETTE).encode()
        ids = [path.get("id") for path in ET.fromstring(svg).iter(f"{SVG}path")]  # noqa: S314 (our own text)
        assert sorted(map(str, ids)) == sorted(f"t{part.code}" for part in parts)
        assert len(svg) <= 60_000, code
        assert len(gzip.compress(svg)) <= 15_000, code


def test_every_path_of_the_region_stays_inside_its_map(
    territories: Mapping[str, tuple[MapPart, ...]],
) -> None:
    for parts in territories.values():
        drawing = draw_territory(parts)
        for part in drawing.parts:
            xs, ys = zip(*points(part.path), strict=True)
            assert min(xs) >= 2
            assert max(xs) <= drawing.width - 2
            assert min(ys) >= 2
            assert max(ys) <= drawing.height - 2


def test_an_ornament() -> None:
    assert outline_path(WHOLE, 200) == OutlineDrawing(view_box="0 0 200 50", path="M0 50l200 0 0-50-200 0z")


def test_an_ornament_has_no_hole() -> None:
    hole = ((1.0, 0.25), (2.0, 0.25), (2.0, -0.25), (1.0, -0.25))
    pierced = Outline(code="3", rings=(*WHOLE.rings, hole))
    assert outline_path(pierced, 200).path == "M0 50l200 0 0-50-200 0z"


@pytest.mark.parametrize(
    ("file", "most", "usual"),
    [("departements", 3000, 1100), ("epci", 1000, 400), ("communes", 700, 150)],
)
def test_ornaments_are_short(file: str, most: int, usual: int) -> None:
    """The longest path, and the median one, in bytes."""
    outlines = read_outlines((REFERENCE / f"{file}.geojson").read_bytes()).values()
    lengths = sorted(len(outline_path(outline).path) for outline in outlines)
    assert lengths[-1] <= most
    assert lengths[len(lengths) // 2] <= usual


def points(path: str) -> Iterator[tuple[int, int]]:
    """Absolute points of a path made of M x y l dx dy… z."""
    for ring in path.split("M")[1:]:
        x, y, *steps = map(int, re.findall(r"-?\d+", ring))
        yield x, y
        for dx, dy in zip(steps[::2], steps[1::2], strict=True):
            x, y = x + dx, y + dy
            yield x, y
