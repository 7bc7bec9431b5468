"""Maps on pages: what is drawn, what is marked on it, and what the script and other programs find in their files."""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from site_builder.geo.markers import MOST
from site_builder.geo.outlines import Point
from site_builder.outputs.maps import map_paths, territory_maps
from site_builder.render.map_plans import MapPlan
from site_builder.render.scene import Scene
from site_builder.render.stage import Press
from site_builder.render.views.doors.places import PlacesView
from site_builder.render.views.entries.entry import AssetView
from site_builder.render.views.entries.lists import ListView
from site_builder.render.views.maps import MarkedPlace, MarkerView, territory_map

LAKE = MarkerView(
    number=1,
    title="The lake",
    url="/portail/en/assets/lake/",
    lang=None,
    x=58,
    y=398,
    at_x=58,
    at_y=398,
    is_beside=False,
)


@pytest.fixture
def scene(presses: Callable[[str], Press]) -> Scene:
    return presses("districts").scene


def view(press: Press, key: str, lang: str) -> object:
    page = press.scene.site.get(key, lang)
    assert page is not None
    return press.view(page)


def marks(scene: Scene, *places: Point) -> tuple[MarkerView, ...]:
    marked = [MarkedPlace(number=number, at=at) for number, at in enumerate(places, start=1)]
    shown = territory_map(scene, scene.portal.territories["VD"], "fr", marked=marked)
    assert shown is not None
    return shown.markers


def test_every_territory_with_drawn_members_has_one_map(scene: Scene) -> None:
    """Two of three districts have no outline: Valdaine has a map of its cantons, and none of some districts."""
    drawn = {key: [member.code for member in plan.members] for key, plan in scene.geography.map_plans.items()}
    assert drawn == {
        ("VD", ""): ["A", "B"],
        ("A", ""): ["A1"],
        ("B", ""): ["201"],
        ("A1", ""): ["102", "101"],
        ("AB", ""): ["202", "201"],
        ("B1", ""): ["301"],
    }
    paths = [path for path, _ in map_paths([scene.geography.map_plans["A1", ""]])]
    assert paths == ["assets/maps/a1.svg", "assets/maps/a1.geojson"]


@pytest.mark.parametrize(
    ("code", "src", "alt"),
    [
        ("VD", "vd.svg", "Map of Valdaine"),
        ("101", "a1.svg#t101", "Map District du Lac, with Saint-Jean in colour"),
        ("A1", "a1.svg", "Map District du Lac"),
    ],
)
def test_a_place_without_members_is_marked_on_the_map_of_the_nearest_territory_above(
    scene: Scene, code: str, src: str, alt: str
) -> None:
    shown = territory_map(scene, scene.portal.territories[code], "en")
    assert shown is not None
    assert (shown.src, shown.alt) == (f"/portail/assets/maps/{src}", alt)
    assert (shown.explore, shown.markers) == ("Explore the map", ())


def test_a_list_and_its_map_have_the_same_numbers(presses: Callable[[str], Press]) -> None:
    """The mill says no position: it has no number. Names make room for the discs."""
    shown = view(presses("districts"), "asset-list", "en")
    assert isinstance(shown, ListView)
    assert [(card.title, card.number) for group in shown.groups for card in group.cards] == [
        ("The lake", 1),
        ("Le moulin", 0),
    ]
    assert shown.map is not None
    assert shown.map.src == "/portail/assets/maps/vd.svg#bare"
    assert shown.map.markers == (LAKE,)


def test_an_asset_is_marked_on_the_map_of_its_page_without_number_or_link(presses: Callable[[str], Press]) -> None:
    shown = view(presses("districts"), "asset:lake", "en")
    assert isinstance(shown, AssetView)
    assert shown.map is not None
    own = replace(LAKE, number=0, title="", url="", x=121, y=174, at_x=121, at_y=174)
    assert shown.map.markers == (own,)
    html = presses("districts").page(next(page for page in presses("districts").scene.site if page.key == "asset:lake"))
    assert b'<g><circle cx="121" cy="174" r="18"/></g>' in html.data


def test_a_portal_without_outlines_has_no_map_and_no_number(presses: Callable[[str], Press]) -> None:
    shown = view(presses("minimal"), "asset-list", "fr")
    assert isinstance(shown, ListView)
    assert shown.map is None
    assert {card.number for group in shown.groups for card in group.cards} == {0}


def test_what_lies_beyond_the_map_is_not_marked(scene: Scene) -> None:
    assert [mark.number for mark in marks(scene, (6.05, 46.05), (-0.5, 44.8), (6.15, 46.05))] == [1, 3]


def test_discs_keep_apart_and_are_led_to_their_places(scene: Scene) -> None:
    first, second, third = marks(scene, (6.05, 46.05), (6.05, 46.05), (6.05, 46.05))
    assert (first.x, first.y, first.is_beside) == (58, 398, False)
    assert {(mark.at_x, mark.at_y) for mark in (first, second, third)} == {(58, 398)}
    assert second.is_beside
    assert third.is_beside


def test_stops_of_a_trail_are_joined_from_place_to_place(scene: Scene) -> None:
    marked = [MarkedPlace(number=number, at=at) for number, at in enumerate([(6.05, 46.05), (6.15, 46.05)], start=1)]
    joined = territory_map(scene, scene.portal.territories["VD"], "fr", marked=marked, joined=True)
    assert joined is not None
    assert joined.way == "58,398 167,398"
    assert (joined.dots, joined.data) == (False, "/portail/assets/maps/vd.geojson")


def test_too_many_marks_are_points(scene: Scene) -> None:
    marked = [MarkedPlace(number=number, at=(6.05, 46.05)) for number in range(1, MOST + 2)]
    shown = territory_map(scene, scene.portal.territories["VD"], "fr", marked=marked)
    assert shown is not None
    assert shown.dots


def test_places_are_chosen_on_the_map_of_all(presses: Callable[[str], Press]) -> None:
    shown = view(presses("districts"), "places", "fr")
    assert isinstance(shown, PlacesView)
    assert shown.map is not None
    assert shown.map.src == "/portail/assets/maps/vd.svg"


# Files


def files(scene: Scene, code: str) -> Iterator[str]:
    return (output.data.decode() for output in territory_maps(scene, [scene.geography.map_plans[code, ""]]))


def test_a_map_s_file_has_the_words_and_addresses_of_every_language(scene: Scene) -> None:
    svg, _ = files(scene, "A1")
    words = json.loads(svg.partition("<metadata>")[2].partition("</metadata>")[0])
    assert {lang: said["guides"] for lang, said in words.items()} == {
        "fr": "/portail/bienvenue/",
        "en": "/portail/en/welcome/",
    }
    assert words["en"]["keys"] == "Arrow keys: from one place to the next. Enter: its guide. Escape: leave the map."
    assert words["en"]["touch"] == "Touch a place to read its name, then touch the name to open its guide."
    assert '<path id="t101" data-name="Saint-Jean" data-slug="saint-jean-a1" d="M' in svg


def said_of(scene: Scene, plan: MapPlan) -> Scene:
    """With that map among those of the portal."""
    plans = {**scene.geography.map_plans, (plan.code, plan.level): plan}
    return replace(scene, geography=replace(scene.geography, map_plans=plans))


@pytest.mark.parametrize(("member", "borders"), [("AB", 1), ("B1", 0)])
def test_a_border_is_drawn_where_members_reach_beyond_it(member: str, borders: int, scene: Scene) -> None:
    """Of Aval, where the District des Cols lies half in Amont; else the members' own edge is the border."""
    outlines = {**scene.geography.outlines, member: scene.geography.outlines["B"]}
    plan = replace(scene.geography.map_plans["B", ""], members=(scene.portal.territories[member],))
    drawn = replace(scene, geography=replace(scene.geography, outlines=outlines))
    svg = next(territory_maps(drawn, [plan])).data.decode()
    assert svg.count('class="borders whole"') == borders
    shown = territory_map(said_of(drawn, plan), scene.portal.territories["B"], "en")
    assert shown is not None
    explained = "The line is the boundary Canton d’Aval; outside it, some districts reach beyond."
    assert (shown.beyond, shown.alt.endswith(f". {explained}")) == ((explained, True) if borders else ("", False))


def test_geojson_says_where_each_guide_is(scene: Scene) -> None:
    _, geojson = files(scene, "A1")
    collection = json.loads(geojson)
    assert collection["title"] == "District du Lac"
    assert [feature["properties"] for feature in collection["features"]] == [
        {
            "code": code,
            "name": name,
            "level": "commune",
            "guide": {
                "fr": f"https://valdaine.example/portail/bienvenue/{slug}/",
                "en": f"https://valdaine.example/portail/en/welcome/{slug}/",
            },
        }
        for code, name, slug in (("102", "L’Aubépine", "l-aubepine"), ("101", "Saint-Jean", "saint-jean-a1"))
    ]
    assert collection["features"][1]["geometry"]["coordinates"] == [
        [[6.0, 46.0], [6.1, 46.0], [6.1, 46.1], [6.0, 46.1], [6.0, 46.0]]
    ]
