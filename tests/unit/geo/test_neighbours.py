import csv
from collections.abc import Mapping
from pathlib import Path

import pytest

from scripts.make_neighbours import main, with_pairs
from site_builder.geo.neighbours import neighbours, touching_lengths
from site_builder.geo.outlines import Outline, read_outlines

REFERENCE = Path(__file__).parents[3] / "data" / "reference"
KM = 1 / 111.195
"""Degrees for a kilometre, on the equator."""


def box(code: str, west: float, south: float, east: float, north: float) -> Outline:
    """A rectangle, in kilometres from the origin."""
    corners = ((west, south), (east, south), (east, north), (west, north))
    return Outline(code=code, rings=(tuple((x * KM, y * KM) for x, y in corners),))


def by_code(*outlines: Outline) -> Mapping[str, Outline]:
    return {outline.code: outline for outline in outlines}


@pytest.mark.parametrize(
    ("outlines", "expected"),
    [
        (by_code(), {}),
        (by_code(box("a", 0, 0, 1, 1)), {"a": ()}),
        (by_code(box("a", 0, 0, 1, 1), box("b", 1, 0, 2, 1)), {"a": ("b",), "b": ("a",)}),
        (by_code(box("a", 0, 0, 1, 1), box("b", 1.1, 0, 2, 1)), {"a": ("b",), "b": ("a",)}),
        (by_code(box("a", 0, 0, 1, 1), box("b", 0.9, 0, 2, 1)), {"a": ("b",), "b": ("a",)}),
        (by_code(box("a", 0, 0, 1, 1), box("b", 1.3, 0, 2, 1)), {"a": (), "b": ()}),
        (
            by_code(box("a", 0, 0, 2, 2), box("b", 2, 0, 2.1, 2), box("c", 2.1, 0, 4, 2)),
            {"a": ("b",), "b": ("a", "c"), "c": ("b",)},
        ),
        (
            by_code(box("nw", 0, 1, 1, 2), box("ne", 1, 1, 2, 2), box("sw", 0, 0, 1, 1), box("se", 1, 0, 2, 1)),
            {"nw": ("ne", "sw"), "ne": ("nw", "se"), "sw": ("nw", "se"), "se": ("ne", "sw")},
        ),
    ],
    ids=[
        "nobody",
        "an island",
        "a common border",
        "a gap",
        "an overlap",
        "water between",
        "a strip between",
        "four that meet at a corner",
    ],
)
def test_neighbours(outlines: Mapping[str, Outline], expected: Mapping[str, tuple[str, ...]]) -> None:
    assert neighbours(outlines) == expected


def test_touching_lengths_are_in_metres() -> None:
    outlines = by_code(box("a", 0, 0, 1, 1), box("b", 1.02, 0, 2, 3))
    lengths = touching_lengths(outlines, tolerance_m=30, step_m=10)
    # The common 1,000 m, and beyond each end what is still at most 30 m away: 10 m round the corner,
    # √(30² − 20²) = 22 m where the border of b goes on straight.
    assert lengths == {
        ("a", "b"): pytest.approx(1000 + 10 + 10, abs=5),
        ("b", "a"): pytest.approx(1000 + 10 + 22, abs=5),
    }


def test_a_border_too_short_to_be_sure_of_is_none() -> None:
    outlines = by_code(box("a", 0, 0, 1, 1), box("b", 1, 0.98, 2, 2))
    assert neighbours(outlines, tolerance_m=5, step_m=5, shared_m=40) == {"a": (), "b": ()}
    assert neighbours(outlines, tolerance_m=5, step_m=5, shared_m=15) == {"a": ("b",), "b": ("a",)}


def test_pairs_are_added_both_ways_and_sorted() -> None:
    found = {"a": ("c",), "b": (), "c": ("a",)}
    assert with_pairs(found, [("b", "a"), ("a", "c"), ("a", "elsewhere")]) == {
        "a": ("b", "c"),
        "b": ("a",),
        "c": ("a",),
    }


def test_the_script_writes_a_row_for_each_commune(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "communes.geojson").write_text(
        '{"features": [{"properties": {"code": "2"}, "geometry": {"type": "Polygon", "coordinates":'
        " [[[0, 0], [0.1, 0], [0.1, 0.1], [0, 0.1], [0, 0]]]}},"
        ' {"properties": {"code": "1"}, "geometry": {"type": "Polygon", "coordinates":'
        " [[[0.1, 0], [0.2, 0], [0.2, 0.1], [0.1, 0.1], [0.1, 0]]]}},"
        ' {"properties": {"code": "3"}, "geometry": {"type": "Polygon", "coordinates":'
        " [[[5, 0], [6, 0], [6, 1], [5, 0]]]}}]}",
        encoding="utf-8",
    )
    assert main(["--reference", str(tmp_path)]) == 0
    assert (tmp_path / "neighbours.csv").read_bytes() == b"commune,neighbours\n1,2\n2,1\n3,\n"
    assert capsys.readouterr().out == f"{tmp_path / 'neighbours.csv'}: 3 communes, 1 pairs\n"


@pytest.fixture(scope="module")
def committed() -> Mapping[str, tuple[str, ...]]:
    with (REFERENCE / "neighbours.csv").open(encoding="utf-8", newline="") as file:
        return {row["commune"]: tuple(row["neighbours"].split()) for row in csv.DictReader(file)}


def test_the_committed_file_is_complete_sorted_and_mutual(committed: Mapping[str, tuple[str, ...]]) -> None:
    with (REFERENCE / "communes.csv").open(encoding="utf-8", newline="") as file:
        assert list(committed) == sorted(row["code"] for row in csv.DictReader(file))
    for commune, codes in committed.items():
        assert list(codes) == sorted(set(codes))
        assert commune not in codes
        assert all(commune in committed[code] for code in codes), commune


def test_the_committed_file_is_what_the_outlines_of_a_departement_give(
    committed: Mapping[str, tuple[str, ...]],
) -> None:
    """The Landes, with the communes of other départements that lie about their border."""
    outlines = read_outlines((REFERENCE / "communes.geojson").read_bytes())
    bounds = read_outlines((REFERENCE / "departements.geojson").read_bytes())["40"].bounds
    around = {
        code: outline
        for code, outline in outlines.items()
        if bounds.west - 0.3 < outline.centroid[0] < bounds.east + 0.3
        and bounds.south - 0.2 < outline.centroid[1] < bounds.north + 0.2
    }
    found = neighbours(around)
    landes = [code for code in outlines if code.startswith("40")]
    assert len(landes) == 327
    assert {code: found[code] for code in landes} == {code: committed[code] for code in landes}


@pytest.mark.parametrize(
    ("commune", "expected"),
    [
        # Dax: Mées, Narrosse, Œyreluy, Saint-Pandelon, Saint-Paul-lès-Dax, Seyresse, Tercis-les-Bains, Yzosse
        ("40088", "40179 40202 40207 40277 40279 40300 40314 40334"),
        # Bordeaux: Bassens, Bègles, Blanquefort, Le Bouscat, Bruges, Cenon, Eysines, Floirac, Lormont,
        # Mérignac, Pessac, Talence
        ("33063", "33032 33039 33056 33069 33075 33119 33162 33167 33249 33281 33318 33522"),
        # La Rochelle: Aytré, L'Houmeau, Lagord, Périgny, Puilboreau; not Rivedoux-Plage across the water
        ("17300", "17028 17190 17200 17274 17291"),
        # Île-d'Aix
        ("17004", ""),
    ],
)
def test_known_neighbours(committed: Mapping[str, tuple[str, ...]], commune: str, expected: str) -> None:
    assert " ".join(committed[commune]) == expected
