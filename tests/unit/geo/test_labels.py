"""Names on a map: in their own territory, in as few lines as fit, all of them or none."""

import csv
from pathlib import Path

import pytest

from site_builder.geo.labels import Label, place_labels
from site_builder.geo.map_files import svg_file
from site_builder.geo.maps import MapPart, draw_territory
from site_builder.geo.outlines import Outline, read_outlines
from site_builder.geo.projection import Projection
from tests.unit.geo.test_maps import PALETTE

DATA = Path(__file__).resolve().parents[3] / "data/reference"


def box(west: float, east: float) -> Outline:
    """From the equator down to 1° south."""
    return Outline(code="1", rings=(((west, -1), (east, -1), (east, 0), (west, 0)),))


def drawing(outline: Outline) -> Projection:
    """A hundred units for a degree."""
    bounds = outline.bounds
    return Projection.fit(bounds, width=round((bounds.east - bounds.west) * 100), height=100)


@pytest.mark.parametrize(
    ("name", "degrees", "lines"),
    [
        ("Lot-et-Garonne", 2, ("Lot-et-Garonne",)),
        ("Lot-et-Garonne", 0.7, ("Lot-et-", "Garonne")),
        ("Val de Garonne", 0.7, ("Val de", "Garonne")),
        ("Lot-et-Garonne", 0.5, None),
    ],
)
def test_a_name_takes_as_few_lines_as_fit(name: str, degrees: float, lines: tuple[str, ...] | None) -> None:
    outline = box(0, degrees)
    found = place_labels([(name, outline)], drawing(outline))
    assert [label.lines for label in found] == ([lines] if lines else [])


def test_a_name_stands_in_the_middle() -> None:
    outline = box(0, 2)
    assert place_labels([("Landes", outline)], drawing(outline)) == (Label(lines=("Landes",), x=100, y=48),)


def test_a_name_is_never_in_a_bay() -> None:
    """The middle of a deep horseshoe is outside it: the name goes up, into what is there."""
    horseshoe = Outline(code="1", rings=(((0, -3), (1, -3), (1, -1), (2, -1), (2, -3), (3, -3), (3, 0), (0, 0)),))
    projection = Projection.fit(horseshoe.bounds, width=300, height=300)
    (label,) = place_labels([("Landes", horseshoe)], projection)
    assert (label.x, label.y) == (148, 92)


def test_all_names_or_none() -> None:
    wide, narrow = box(0, 2), box(2, 2.2)
    both = Projection.fit(box(0, 2.2).bounds, width=220, height=100)
    assert len(place_labels([("Landes", wide)], both)) == 1
    assert place_labels([("Landes", wide), ("Gers", narrow)], both) == ()


def test_every_departement_of_the_region_has_its_name() -> None:
    outlines = read_outlines((DATA / "departements.geojson").read_text(encoding="utf-8"))
    with (DATA / "departements.csv").open(encoding="utf-8", newline="") as file:
        names = {row["code"]: row["name"] for row in csv.DictReader(file)}
    parts = [MapPart(code=code, name=name, outline=outlines[code]) for code, name in names.items()]
    drawn = draw_territory(parts, named=parts)
    assert {"".join(label.lines) for label in drawn.labels} == set(names.values())
    svg = svg_file(drawn, title="Nouvelle-Aquitaine", palette=PALETTE)
    assert svg.count("<text>") == len(names) == 12
    assert '<g class="names" id="bare" aria-hidden="true"><text><tspan' in svg
    assert "@media(max-width:299px){.names{display:none}}" in svg
    assert ".names" not in svg_file(draw_territory(parts), title="Nouvelle-Aquitaine", palette=PALETTE)
