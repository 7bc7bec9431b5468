"""Maps as files: what is written, what a script finds in them, what a fragment shows or hides."""

from xml.etree import ElementTree as ET

from site_builder.geo.map_files import svg_file
from site_builder.geo.maps import MapPart, draw_territory
from tests.unit.geo.test_maps import EAST, PALETTE, WEST, WHOLE, box

SVG = "{http://www.w3.org/2000/svg}"


def test_a_map_as_a_file() -> None:
    svg = svg_file(draw_territory((WEST,), width=106, height=400), title="L’Isle & <co>", palette=PALETTE)
    assert svg == (
        '<svg xmlns="http://www.w3.org/2000/svg" width="106" height="106" viewBox="0 0 106 106" role="img" '
        'aria-labelledby="name"><title id="name">L’Isle &amp; &lt;co&gt;</title><style>'
        "svg{--land:#111;--line:#222;--edge:#333;--here:#555}"
        "@media(prefers-color-scheme:dark)"
        "{svg{--land:#666;--line:#777;--edge:#888;--here:#aaa}}"
        "@media(forced-colors:active)"
        "{svg{--land:Canvas;--line:CanvasText;--edge:CanvasText;--here:Highlight}}"
        "path{stroke-linejoin:round}"
        ".edge{stroke:var(--edge);stroke-width:3}"
        ".gaps{stroke:var(--line);stroke-width:1.6}"
        ".members{fill:var(--land);stroke:var(--line);stroke-width:.8}"
        "path:target{fill:var(--here);stroke:var(--here)}</style>"
        '<use class="edge" href="#all"/><use class="gaps" href="#all"/>'
        '<g class="members"><g id="all"><path id="t1" d="M3 103l100 0 0-100-100 0z"/></g></g></svg>\n'
    )


def test_a_member_that_has_a_page_says_its_name_and_its_address() -> None:
    member = MapPart(
        code="1", name="L’Île & <co>", outline=box("1", 0, -0.5, 1, 0.5), slug="l-ile", names={"ar": "جزيرة"}
    )
    svg = svg_file(draw_territory((member, EAST)), title="Carte", palette=PALETTE)
    first, second = (path.attrib for path in ET.fromstring(svg).iter(f"{SVG}path") if path.get("id"))  # noqa: S314
    assert {key: value for key, value in first.items() if key != "d"} == {
        "id": "t1",
        "data-name": "L’Île & <co>",
        "data-name-ar": "جزيرة",
        "data-slug": "l-ile",
    }
    assert sorted(second) == ["d", "id"]


def test_words_for_the_script_are_json_in_the_file() -> None:
    svg = svg_file(draw_territory((WEST,)), title="Carte", palette=PALETTE, words={"fr": {"keys": "<Échap>"}})
    assert '</title><metadata>{"fr":{"keys":"&lt;Échap&gt;"}}</metadata><style>' in svg
    assert "<metadata>" not in svg_file(draw_territory((WEST,)), title="Carte", palette=PALETTE)


def test_a_fragment_leaves_the_names_out() -> None:
    named = svg_file(draw_territory((WEST,), named=(WEST,)), title="Carte", palette=PALETTE)
    assert '<g class="names" id="bare" aria-hidden="true">' in named
    assert ".names:target{display:none}" in named


def test_borders_are_one_line_over_the_members() -> None:
    wider = MapPart(code="3", name="Wide", outline=WHOLE)
    svg = svg_file(draw_territory((WEST,), wider=(wider,), width=406, height=400), title="Carte", palette=PALETTE)
    assert '</g></g><path class="borders" d="M3 103l400 0 0-100-400 0z"/></svg>' in svg
    assert ".borders{fill:none" in svg
    assert ".borders" not in svg_file(draw_territory((WEST,)), title="Carte", palette=PALETTE)


def test_what_is_of_the_territory_is_tinted_where_members_reach_beyond_it() -> None:
    whole = MapPart(code="3", name="Whole", outline=WHOLE)
    svg = svg_file(draw_territory((WEST,), whole=whole, width=406, height=400), title="Carte", palette=PALETTE)
    assert '</g></g><path class="borders whole" d="' in svg
    assert ".whole{fill:var(--here);fill-opacity:.13;" in svg
    assert "whole" not in svg_file(draw_territory((WEST,)), title="Carte", palette=PALETTE)
