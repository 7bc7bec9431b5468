from xml.etree import ElementTree as ET

from site_builder.geo.outlines import Outline
from site_builder.geo.vignettes import BLEED, Inks, draw_vignette, vignette_file

SVG = "{http://www.w3.org/2000/svg}"
LIGHT = Inks(sea="#1", water="#2", land="#3", around="#4", own="#5", mark="#6")
DARK = Inks(sea="#a", water="#b", land="#c", around="#d", own="#e", mark="#f")


def box(code: str, west: float, south: float, east: float, north: float) -> Outline:
    return Outline(code=code, rings=(((west, south), (east, south), (east, north), (west, north)),))


LAND = box("land", -5, -5, 5, 5)
AROUND = box("around", -0.4, -0.4, 0.4, 0.4)
OWN = box("own", 0.1, 0.1, 0.3, 0.3)


def test_the_territory_round_the_place_fills_four_fifths_and_the_picture_leans_towards_the_place() -> None:
    drawing = draw_vignette(land=(LAND,), around=AROUND, own=OWN, at=(0.2, 0.2), size=(300, 200))
    assert (drawing.width, drawing.height) == (300, 200)
    assert drawing.around == "M52 198l160 0 0-160-160 0z"  # 0.8° high in a picture of 1°
    assert drawing.own == "M152 98l40 0 0-40-40 0z"
    assert drawing.at == (172, 78)


def test_outlines_end_beyond_the_edge_and_no_farther() -> None:
    drawing = draw_vignette(land=(LAND,), around=AROUND, own=OWN, at=None, size=(300, 200))
    bleed_wide, bleed_high = 300 * BLEED, 200 * BLEED
    assert drawing.land == f"M{-bleed_wide:.0f} {-bleed_high:.0f}l0 280 420 0 0-280z"
    assert drawing.at is None


def test_a_territory_that_stands_alone_is_shown_whole() -> None:
    drawing = draw_vignette(land=(LAND,), around=None, own=AROUND, at=(0.3, 0.3), size=(300, 200))
    assert drawing.around == ""
    assert drawing.own == "M62 188l176 0 0-176-176 0z"  # 88 % of the height, in the middle


def test_a_small_place_is_not_shown_larger_than_its_outline_can_bear() -> None:
    drawing = draw_vignette(land=(LAND,), around=None, own=box("own", 0, 0, 0.04, 0.04), at=None, size=(300, 200))
    assert drawing.own == "M140 110l20 0 0-20-20 0z"  # a tenth of 0.4°


def test_the_file() -> None:
    drawing = draw_vignette(land=(LAND,), around=AROUND, own=OWN, at=(0.2, 0.2), size=(300, 200))
    text = vignette_file(drawing, light=LIGHT, dark=DARK)
    tree = ET.fromstring(text)  # noqa: S314 - ours
    assert tree.attrib["viewBox"] == "0 0 300 200"
    classes = [
        element.attrib.get("class") for element in tree if element.tag in {f"{SVG}use", f"{SVG}path", f"{SVG}circle"}
    ]
    assert classes == [*(["water", "sea"] * 4), "land", "around", "own", "mark", "ring"]
    assert "svg{--sea:#1;--water:#2;--land:#3;--around:#4;--own:#5;--mark:#6}" in text
    assert "dark){svg{--sea:#a;--water:#b;--land:#c;--around:#d;--own:#e;--mark:#f}}" in text
    assert "style=" not in text


def test_nothing_is_marked_where_nothing_is_known() -> None:
    drawing = draw_vignette(land=(LAND,), around=None, own=OWN, at=None, size=(300, 200))
    text = vignette_file(drawing, light=LIGHT, dark=DARK)
    assert "<circle" not in text
    assert 'class="around"' not in text


def test_the_stops_of_a_trail_are_joined() -> None:
    way = ((0.1, 0.1), (0.2, 0.2))
    drawing = draw_vignette(land=(LAND,), around=None, own=AROUND, at=None, way=way, size=(300, 200))
    assert drawing.way == ((172, 78), (194, 56))
    text = vignette_file(drawing, light=LIGHT, dark=DARK)
    assert text.count('points="172,78 194,56"') == 2  # the line, and the border that parts it from the sea
    assert text.count('class="stop"') == 2
    ET.fromstring(text)  # noqa: S314 - ours
