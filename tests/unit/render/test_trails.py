"""Trails: their stops in order, on the map and in words, and the pages that lead to them."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from site_builder.render.stage import Press
from site_builder.render.structured_data import json_ld
from site_builder.render.views.entries.trail import TrailView
from tests.conftest import PortalFolder, copy_portal
from tests.unit.render.conftest import press_of

KEY = "trail:round-the-lake"
MAKE = """
content/assets/moulin.md
    ---
    id: moulin
    title: Le moulin
    summary: Une roue.
    angle: economy
    position: {latitude: 43.7, longitude: -1.0}
    ---
content/trails/tour.md
    ---
    id: tour
    title: Le tour
    summary: Un parcours.
    territory: hameau
    stops:
      - asset: moulin
      - {name: La croix, position: {latitude: 43.7, longitude: %s}, source: {name: Une carte}}
    %s
    ---
data/outlines/pays.geojson
    {"type": "FeatureCollection", "features": [
    {"type": "Feature", "properties": {"code": "bourg"}, "geometry":
    {"type": "Polygon", "coordinates": [[[-1.2, 43.6], [-0.9, 43.6], [-0.9, 43.8], [-1.2, 43.8], [-1.2, 43.6]]]}},
    {"type": "Feature", "properties": {"code": "hameau"}, "geometry":
    {"type": "Polygon", "coordinates": [[[-0.9, 43.6], [-0.6, 43.6], [-0.6, 43.8], [-0.9, 43.8], [-0.9, 43.6]]]}}]}
"""


def trail_view(press: Press, lang: str, key: str = KEY) -> TrailView:
    page = press.scene.site.get(key, lang)
    assert page
    view = press.view(page)
    assert isinstance(view, TrailView)
    return view


def test_the_stops_are_told_in_order_in_the_language_that_they_have(presses: Callable[[str], Press]) -> None:
    view = trail_view(presses("districts"), "en")
    assert [(s.number, str(s.title), s.url, str(s.text), s.place, s.note, s.next) for s in view.stops] == [
        (1, "The lake", "/portail/en/assets/lake/", "Twelve kilometres of calm water.", "Saint-Jean", "", ""),
        (2, "Le moulin", "/portail/atouts/moulin/", "Listen to the wheel.", "District du Lac", "In French", ""),
        (3, "Le Belvédère", "", "On voit les deux rives.", "", "", "3.3\u00a0km as the crow flies to stop 4"),
        (4, "The cross on the pass", "", "", "", "", ""),
    ]
    assert [str(s.source.name) if s.source else "" for s in view.stops] == ["", "", *["Carte du District du Lac"] * 2]
    foreign = "<span lang=fr>On voit les deux rives.</span>"
    assert view.stops[2].text.__html__() == foreign  # type: ignore[union-attr]
    assert view.distance == ""  # it is not known where the mill is
    assert [(d.by, d.time, str(d.source.name), d.source.lang) for d in view.durations] == [
        ("On foot", "1 h 35 min", "Club de marche de Saint-Jean", "fr")
    ]


def test_the_map_joins_those_whose_place_is_known(presses: Callable[[str], Press]) -> None:
    drawn = trail_view(presses("districts"), "fr").map
    assert drawn
    assert [(m.number, m.title, m.url) for m in drawn.markers] == [
        (1, "Le lac", "#stop-1"),
        (3, "Le Belvédère", "#stop-3"),
        (4, "La croix du Col", "#stop-4"),
    ]
    assert drawn.way == " ".join(f"{m.at_x},{m.at_y}" for m in drawn.markers)


@pytest.mark.parametrize(
    ("latitude", "drawn", "marked"),
    [
        ("46.03", "a1.svg", 3),
        ("46.25", "vd.svg#bare", 3),  # in another canton
        ("47.5", "vd.svg#bare", 2),  # beyond every map: the last one has the others
    ],
)
def test_the_nearest_map_that_has_all_the_stops(tmp_path: Path, latitude: str, drawn: str, marked: int) -> None:
    folder = copy_portal("districts", tmp_path / "p")
    file = folder.root / "content/trails/round-the-lake.md"
    file.write_text(file.read_text("utf-8").replace("latitude: 46.03", f"latitude: {latitude}"), "utf-8")
    found = trail_view(press_of(folder.root), "fr").map
    assert found
    assert found.src.lower() == f"/assets/maps/{drawn}"
    assert len(found.markers) == marked


def test_a_place_without_a_map_is_shown_on_that_round_it(portal: Callable[..., PortalFolder]) -> None:
    found = trail_view(press_of(portal(MAKE % ("-0.8", "")).root), "fr", "trail:tour").map
    assert found
    assert found.src == "/assets/maps/pays.svg#thameau"
    assert [(m.number, m.at_x) for m in found.markers] == [(1, 161), (2, 319)]


def test_the_whole_way_in_straight_lines(portal: Callable[..., PortalFolder]) -> None:
    view = trail_view(press_of(portal(MAKE % ("-0.8", "")).root), "fr", "trail:tour")
    assert view.stops[0].next == "16\u202fkm à vol d’oiseau jusqu’à l’étape 2"
    assert view.distance == (
        "16\u202fkm à vol d’oiseau, d’une étape à la suivante. Les routes et les chemins sont plus longs."
    )


@pytest.mark.parametrize(
    ("minutes", "said"), [(45, "45\u00a0min"), (120, "2\u00a0h"), (65, "1\u00a0h\u00a005"), (95, "1\u00a0h\u00a035")]
)
def test_a_time_that_somebody_gives(portal: Callable[..., PortalFolder], minutes: int, said: str) -> None:
    more = f"durations: [{{by: train, minutes: {minutes}, source: {{name: La gare}}}}]"
    press = press_of(portal(MAKE % ("-0.8", more)).root)
    assert [(d.by, d.time) for d in trail_view(press, "fr", "trail:tour").durations] == [("En train", said)]


def test_what_search_engines_read(presses: Callable[[str], Press]) -> None:
    scene = presses("districts").scene
    page = scene.site.get(KEY, "en")
    assert page
    graph = json.loads(re.sub(r"</?script[^>]*>", "", json_ld(scene, page)))["@graph"]
    (trip,) = (node for node in graph if node["@type"] == "TouristTrip")
    assert trip.keys() == {"@type", "@id", "name", "description", "itinerary"}
    items = trip["itinerary"]["itemListElement"]
    assert trip["itinerary"]["numberOfItems"] == len(items) == 4
    assert items[0] == {
        "@type": "ListItem",
        "position": 1,
        "item": {
            "@type": "TouristAttraction",
            "name": "The lake",
            "url": scene.links.absolute("en/assets/lake/"),
            "geo": {"@type": "GeoCoordinates", "latitude": 46.05, "longitude": 6.05},
        },
    }
    assert items[1]["item"] == {"@type": "Place", "name": "Le moulin", "url": scene.links.absolute("atouts/moulin/")}


def test_pages_that_lead_there(presses: Callable[[str], Press]) -> None:
    """The list of the assets, the pages of its stops, the guides of its territory and of what that lies in."""
    press = presses("districts")
    leading = {
        page.key
        for page in press.scene.site
        if page.lang == "en" and re.search(r"/en/trails/(round-the-lake/)?[\"> ]", str(press.content(page)))
    }
    assert {key for key in leading if not key.startswith("portrait:")} == {
        "asset-list",
        "search",
        "trail-list",
        *(KEY, f"kit:{KEY}"),
        "asset:lake",
        "guide:A1",
        *("guide:102", "guide:AB"),  # they have nothing of their own: what is to see near
        "guide:A",
        "guide:VD",
    }
    asset = press.scene.site.get("asset:lake", "en")
    assert asset
    assert re.search(r"<dt>On a trail</dt><dd>\s*<a href=\"[^\"]*/en/trails/round-the-lake/\">", press.content(asset))
