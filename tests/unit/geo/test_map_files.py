"""Maps as files: what is written, what a script finds in them, what a fragment shows or hides."""

from xml.etree import ElementTree as ET

from site_builder.geo.map_files import MapColours, MapPalette, svg_file, territory_map
from site_builder.geo.maps import MapPart, draw_territory
from tests.unit.geo.test_maps import EAST, FRAME, WEST, box

SVG = "{http://www.w3.org/2000/svg}"


def test_a_map_as_a_file() -> None:
    palette = MapPalette(
        light=MapColours(land="#111", line="#222", edge="#333", around="#444", here="#555"),
        dark=MapColours(land="#666", line="#777", edge="#888", around="#999", here="#aaa"),
    )
    svg = territory_map(title="L’Isle & <co>", parts=(WEST,), frame=FRAME, width=406, height=400, palette=palette)
    assert svg == (
        '<svg xmlns="http://www.w3.org/2000/svg" width="406" height="106" viewBox="0 0 406 106" role="img" '
        'aria-labelledby="name"><title id="name">L’Isle &amp; &lt;co&gt;</title><style>'
        "svg{--land:#111;--line:#222;--edge:#333;--around:#444;--here:#555}"
        "@media(prefers-color-scheme:dark)"
        "{svg{--land:#666;--line:#777;--edge:#888;--around:#999;--here:#aaa}}"
        "@media(forced-colors:active)"
        "{svg{--land:Canvas;--line:CanvasText;--edge:CanvasText;--around:Canvas;--here:Highlight}}"
        "path{stroke-linejoin:round}"
        ".around{fill:var(--around);stroke:var(--edge);stroke-dasharray:2 3}"
        ".edge{stroke:var(--edge);stroke-width:3}"
        ".gaps{stroke:var(--line);stroke-width:1.6}"
        ".members{fill:var(--land);stroke:var(--line);stroke-width:.8}"
        "path:target{fill:var(--here);stroke:var(--here)}</style>"
        '<path class="around" d="M3 103l400 0 0-100-400 0z"/>'
        '<use class="edge" href="#all"/><use class="gaps" href="#all"/>'
        '<g class="members"><g id="all"><path id="t1" d="M3 103l100 0 0-100-100 0z"/></g></g></svg>\n'
    )


def test_a_member_that_has_a_page_says_its_name_and_its_address() -> None:
    member = MapPart(
        code="1", name="L’Île & <co>", outline=box("1", 0, -0.5, 1, 0.5), slug="l-ile", names={"ar": "جزيرة"}
    )
    svg = svg_file(draw_territory((member, EAST)), title="Carte")
    first, second = (path.attrib for path in ET.fromstring(svg).iter(f"{SVG}path") if path.get("id"))  # noqa: S314
    assert {key: value for key, value in first.items() if key != "d"} == {
        "id": "t1",
        "data-name": "L’Île & <co>",
        "data-name-ar": "جزيرة",
        "data-slug": "l-ile",
    }
    assert sorted(second) == ["d", "id"]


def test_words_for_the_script_are_json_in_the_file() -> None:
    svg = svg_file(draw_territory((WEST,)), title="Carte", words={"fr": {"keys": "<Échap>"}})
    assert '</title><metadata>{"fr":{"keys":"&lt;Échap&gt;"}}</metadata><style>' in svg
    assert "<metadata>" not in svg_file(draw_territory((WEST,)), title="Carte")


def test_a_fragment_leaves_the_names_out() -> None:
    named = svg_file(draw_territory((WEST,), named=(WEST,)), title="Carte")
    assert '<g class="names" id="bare" aria-hidden="true">' in named
    assert ".names:target{display:none}" in named


def test_borders_are_one_line_over_the_members() -> None:
    wider = MapPart(code="3", name="Wide", outline=FRAME)
    svg = svg_file(draw_territory((WEST,), wider=(wider,), width=406, height=400), title="Carte")
    assert '</g></g><path class="borders" d="M3 103l400 0 0-100-400 0z"/></svg>' in svg
    assert ".borders{fill:none" in svg
    assert ".borders" not in svg_file(draw_territory((WEST,)), title="Carte")
