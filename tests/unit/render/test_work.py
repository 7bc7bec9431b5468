"""Where to live around a workplace: what is near, in which band, and what is said where nobody knows."""

import json
from collections.abc import Callable, Mapping

import pytest
from selectolax.lexbor import LexborHTMLParser

from site_builder.geo.distance import EARTH_RADIUS_KM
from site_builder.outputs.nearby import nearby
from site_builder.plan.pages import WORKPLACES, guide_key, workplace_key
from site_builder.render.stage import Press
from site_builder.render.views.guide.page import GuideView
from site_builder.render.views.work.workplaces import WorkplacesView, WorkplaceView, band_of, workplace_link
from tests.conftest import PortalFolder

Presses = Callable[[str], Press]


def workplace(press: Press, code: str, lang: str = "fr") -> WorkplaceView:
    page = press.scene.site.get(workplace_key(code), lang)
    assert page
    view = press.view(page)
    assert isinstance(view, WorkplaceView)
    return view


def workplaces(press: Press, lang: str = "fr") -> WorkplacesView:
    page = press.scene.site.get(WORKPLACES, lang)
    assert page
    view = press.view(page)
    assert isinstance(view, WorkplacesView)
    return view


@pytest.mark.parametrize(
    ("km", "band"),
    [
        (0.0, 0),
        (4.949, 0),
        (4.95, 1),  # it reads "5 km"
        (5.0, 1),
        (9.94, 1),
        (9.96, 2),  # it reads "10 km"
        (10.0, 2),
        (19.49, 2),
        (19.51, 3),
        (20.0, 3),
        (29.9, 3),
        (30.0, 3),
    ],
)
def test_a_distance_is_in_the_band_that_it_reads_as(km: float, band: int) -> None:
    assert band_of(km) == band


def test_the_places_around_a_town_nearest_first(presses: Presses) -> None:
    view = workplace(presses("districts"), "101")
    assert view.title == "Je travaille à Saint-Jean (District du Lac)\u00a0: où habiter\u00a0?"
    assert view.summary == (
        "4 communes en Valdaine sont à moins de 30\u00a0km de Saint-Jean. Les plus proches viennent d’abord."
    )
    assert (view.guide.title, view.guide.url) == ("Bienvenue à Saint-Jean", "/portail/bienvenue/saint-jean-a1/")
    assert view.inhabitants == "5\u202f200 habitants"
    assert [
        (band.id, band.title, [(place.name, place.url, km, place.population) for place, km in band.homes])
        for band in view.bands
    ] == [
        ("km-10", "De 5 à 10\u00a0km", [("L’Aubépine", "/portail/bienvenue/l-aubepine/", "7,7\u202fkm", "310")]),
        (
            "km-20",
            "De 10 à 20\u00a0km",
            [
                ("Le Col", "/portail/bienvenue/le-col/", "11\u202fkm", "90"),
                ("Ardent", "/portail/bienvenue/ardent/", "14\u202fkm", "1\u202f450"),
            ],
        ),
        (
            "km-30",
            "De 20 à 30\u00a0km",
            [("Saint-Jean (District de la Plaine)", "/portail/bienvenue/saint-jean-b1/", "22\u202fkm", "640")],
        ),
    ]
    assert (
        view.measure.border
        == "Seules les communes en Valdaine figurent ici\u00a0: nous n’avons pas de données au-delà."
    )
    assert view.measure.sources == "Sources\u00a0: Registre de Valdaine."


def test_the_same_page_in_english(presses: Presses) -> None:
    view = workplace(presses("districts"), "101", "en")
    assert view.summary == "4 communes in Valdaine are within 30\u00a0km of Saint-Jean. The nearest come first."
    assert [band.title for band in view.bands] == [
        "From 5 to 10\u00a0km",
        "From 10 to 20\u00a0km",
        "From 20 to 30\u00a0km",
    ]
    assert view.bands[0].homes[0][1] == "7.7\u00a0km"


def north(km: float) -> float:
    """The latitude of a point so many kilometres north of the 46th parallel."""
    return 46.0 + km / EARTH_RADIUS_KM * 180 / 3.141592653589793


TOWN = """
data/guide.yml
    sections: [{id: first-steps, title: Premiers pas}]
    roles: [{id: town-hall, title: Mairie}]
data/territories/territories.yml
    territories:
      - {code: pays, level: pays, name: Petit pays, seat: vide}
      - {code: ville, level: commune, name: Ville, parents: [pays], population: 9000}
      - {code: vide, level: commune, name: Vide, parents: [pays]}
"""


def town(places: Mapping[str, float]) -> str:
    """A portal with Ville on the 46th parallel, and communes so many kilometres north of it."""
    territories = "".join(
        f"      - {{code: {code}, level: commune, name: {code}, parents: [pays]}}\n" for code in places
    )
    contacts = "".join(
        f"      - {{id: m-{code}, role: town-hall, covers: [{code}], name: M, verified_on: 2026-01-05,"
        f" position: {{latitude: {north(km)}, longitude: 0.5}}}}\n"
        for code, km in {"ville": 0.0, **places}.items()
    )
    return f"{TOWN.rstrip()}\n{territories}data/contacts.yml\n    contacts:\n{contacts}"


def html(portal: Callable[..., PortalFolder], tree: str, path: str) -> LexborHTMLParser:
    built = portal(tree)
    built.build()
    return LexborHTMLParser(built.html(path))


def test_the_borders_of_the_bands(portal: Callable[..., PortalFolder]) -> None:
    places = {"a5": 5.0, "b499": 4.94, "c10": 10.0, "d20": 20.0, "e30": 29.9999, "f30": 30.001}
    page = html(portal, town(places), "bienvenue/je-travaille-a/ville/")
    rows = {
        band.attributes["id"]: [[cell.text().strip() for cell in row.css("th, td")] for row in band.css("tbody tr")]
        for band in page.css(".band")
    }
    assert rows == {
        "km-5": [["b499", "4,9\u202fkm", "non connu"]],
        "km-10": [["a5", "5\u202fkm", "non connu"]],
        "km-20": [["c10", "10\u202fkm", "non connu"]],
        "km-30": [["d20", "20\u202fkm", "non connu"], ["e30", "30\u202fkm", "non connu"]],
    }


def test_a_town_that_nobody_has_placed_says_so(portal: Callable[..., PortalFolder]) -> None:
    page = html(portal, town({"a": 5.0}), "bienvenue/je-travaille-a/vide/")
    lead = page.css_first(".lead")
    assert lead
    assert lead.text() == (
        "Nous ne connaissons pas encore la position de Vide, et ne pouvons pas dire ce qui est autour."
    )
    assert page.css(".band") == []
    assert [link.attributes["href"] for link in page.css("main a.more")] == [
        "/bienvenue/vide/",
        "/bienvenue/je-travaille-a/",
    ]


def test_a_town_alone_says_so(portal: Callable[..., PortalFolder]) -> None:
    page = html(portal, town({"a": 31.0}), "bienvenue/je-travaille-a/ville/")
    lead = page.css_first(".lead")
    assert lead
    assert lead.text() == "Nous ne connaissons aucune autre commune Petit pays à moins de 30\u00a0km de Ville."


def test_the_towns_by_territory_and_the_bands_that_wait(presses: Presses) -> None:
    view = workplaces(presses("districts"))
    assert [(g.name, g.url, [(t.title, t.url) for t in g.towns]) for g in view.groups] == [
        (
            "Canton d’Amont",
            "/portail/bienvenue/canton-canton-d-amont/",
            [("Saint-Jean (District du Lac)", "/portail/bienvenue/je-travaille-a/saint-jean-a1/")],
        )
    ]
    assert [(band.title, band.homes) for band in view.bands] == [
        ("À moins de 5\u00a0km", ()),
        ("De 5 à 10\u00a0km", ()),
        ("De 10 à 20\u00a0km", ()),
        ("De 20 à 30\u00a0km", ()),
    ]
    assert (view.finder.action, view.data_url, view.guides_url) == (
        "/portail/bienvenue/je-travaille-a/",
        "/portail/nearby.json",
        "/portail/bienvenue/",
    )
    rules = {"limits": [5, 10, 20, 30], "radius": 6371.0088, "decimals": [[1, 2], [10, 1]], "metres": 1}
    assert json.loads(view.rules) == rules


def test_every_place_is_in_the_file_of_positions(presses: Presses) -> None:
    (output,) = nearby(presses("districts").scene)
    assert output.path == "nearby.json"
    assert json.loads(output.data) == {
        "places": [
            ["saint-jean-a1", "Saint-Jean (District du Lac)", 46.05, 6.05, 5200],
            ["l-aubepine", "L’Aubépine", 46.05, 6.15, 310],
            ["le-col", "Le Col", 46.15, 6.05, 90],
            ["ardent", "Ardent", 46.15, 6.15, 1450],
            ["saint-jean-b1", "Saint-Jean (District de la Plaine)", 46.25, 6.05, 640],
            ["les-hauts", "Les Hauts", None, None, 2900],
        ],
        "names": {"en": {}},
    }


def test_without_its_page_there_is_no_file(presses: Presses) -> None:
    assert nearby(presses("minimal").scene) == ()


@pytest.mark.parametrize(
    ("code", "lang", "title", "url"),
    [
        (
            "101",
            "fr",
            "Je travaille à Saint-Jean\u00a0: où habiter autour\u00a0?",
            "/portail/bienvenue/je-travaille-a/saint-jean-a1/",
        ),
        (
            "202",
            "fr",
            "Je travaille à Ardent\u00a0: où habiter autour\u00a0?",
            "/portail/bienvenue/je-travaille-a/?lieu=ardent",
        ),
        ("202", "en", "I work in Ardent: where could I live nearby?", "/portail/en/welcome/working-in/?lieu=ardent"),
    ],
)
def test_the_guide_of_a_commune_leads_there(code: str, lang: str, title: str, url: str, presses: Presses) -> None:
    press = presses("districts")
    page = press.scene.site.get(guide_key(code), lang)
    assert page
    view = press.view(page)
    assert isinstance(view, GuideView)
    assert (title, url) in [(way.title, way.url) for way in view.ways]
    assert f'<li><a href="{url}">{title}</a>' in press.content(page)


@pytest.mark.parametrize(("portal_name", "code"), [("districts", "A1"), ("districts", "VD"), ("minimal", "port-calme")])
def test_nobody_works_in_a_canton_nor_where_nothing_is_near(portal_name: str, code: str, presses: Presses) -> None:
    assert workplace_link(presses(portal_name).scene, code, "fr") is None
