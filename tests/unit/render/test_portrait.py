"""Portraits of territories: every figure from the portal's own data, and nothing where it has none."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from site_builder.plan.draft import Draft
from site_builder.plan.places import portraits
from site_builder.render.stage import Press
from site_builder.render.views.portrait.around import AroundView, around
from site_builder.render.views.portrait.index import Rank, portrait_index
from site_builder.render.views.portrait.page import PortraitView
from site_builder.render.views.portrait.page import portrait as portrait_view
from site_builder.render.views.portrait.table import TableView
from site_builder.resolve.territories import Territories
from tests.browser.demonstration import cut_demonstration
from tests.unit.render.conftest import press_of

NBSP, THIN = "\u00a0", "\u202f"
SETTLE = "ce que l’on y trouve et comment s’y installer."
Shown = list[tuple[str, tuple[str, str], float]]


@pytest.fixture(scope="module")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> Press:
    root: Path = tmp_path_factory.mktemp("portrait") / "portal"
    cut_demonstration(root)
    return press_of(root)


def portrait(press: Press, code: str, lang: str) -> PortraitView:
    page = press.scene.site.get(f"portrait:{code}", lang)
    assert page is not None
    view = press.view(page)
    assert isinstance(view, PortraitView)
    return view


def rows(table: TableView) -> Shown:
    return [(str(row.name), row.cells, row.bar) for row in table.rows]


def said(view: PortraitView) -> list[tuple[str, str, str]]:
    return [(str(figure.value), str(figure.label), figure.note) for figure in view.figures]


def test_territories_that_others_lie_in_have_a_portrait(presses: Callable[[str], Press]) -> None:
    planned = [
        page.subject for page in presses("districts").scene.site if page.kind == "portrait" and page.lang == "fr"
    ]
    assert planned == ["VD", "A", "B", "A1", "AB", "B1"]
    assert [page for page in presses("minimal").scene.site if page.kind == "portrait"] == []


def test_the_large_figures_of_a_group_of_communes(demonstration: Press) -> None:
    view = portrait(demonstration, "244000675", "fr")
    assert (str(view.level), view.title) == ("intercommunalité", "Portrait du Grand Dax")
    assert said(view) == [
        (f"59{THIN}038", "habitants en 2023", ""),
        ("11e", "place sur 16 intercommunalités, par le nombre d’habitants", ""),
        ("4", "communes", ""),
    ]
    assert [str(sentence) for sentence in view.told] == [
        f"Dax compte 22{THIN}109 habitants, soit 53{NBSP}% du total.",
        f"La moitié des communes ont 3{THIN}387 habitants au plus.",
    ]
    assert [(str(fact.label), fact.value, fact.url) for fact in view.identity] == [
        ("Nom officiel", "Communauté d’agglomération du Grand Dax", ""),
        ("Département", "Landes", "/bienvenue/departement-landes/portrait/"),
        ("Région", "Nouvelle-Aquitaine", "/bienvenue/nouvelle-aquitaine/portrait/"),
        ("Commune la plus peuplée", "Dax", "/bienvenue/dax/"),
    ]


def test_all_communes_with_their_distance_as_the_crow_flies(demonstration: Press) -> None:
    (table,) = portrait(demonstration, "244000675", "en").tables
    assert table.title == "The 4 communes"
    assert table.columns == ("Name", "Residents in 2023", "Distance")
    assert table.lead == "Distances are as the crow flies from Dax."
    assert rows(table) == [
        ("Dax", ("22,109", ""), 100.0),
        ("Saint-Paul-lès-Dax", ("14,481", f"1.9{NBSP}km"), 65.5),
        ("Narrosse", ("3,387", f"3.7{NBSP}km"), 15.3),
        ("Tercis-les-Bains", ("1,359", f"6.2{NBSP}km"), 6.1),
    ]
    assert table.rest == ()


def test_the_largest_communes_then_all_of_them_by_name(demonstration: Press) -> None:
    tables = portrait(demonstration, "75", "fr").tables
    assert [str(table.title) for table in tables] == [
        "Départements",
        "Intercommunalités",
        "Les plus peuplées",
        "Petites et grandes",
    ]
    largest = tables[2]
    assert [row.name for row in largest.rows[:3]] == ["Bordeaux", "Limoges", "Poitiers"]
    assert (len(largest.rows), len(largest.rest), largest.rest_title) == (
        8,
        20,
        "Les 20 communes, par ordre alphabétique",
    )
    assert [row.name for row in largest.rest[:3]] == ["Angoulême", "Bayonne", "Bidache"]
    assert {row.bar for row in largest.rest} == {0}
    assert rows(tables[3]) == [
        ("De 200 à 499", ("2", "695"), 0.5),
        (f"De 500 à 1{THIN}999", ("6", f"7{THIN}567"), 1.0),
        (f"De 2{THIN}000 à 9{THIN}999", ("2", f"11{THIN}401"), 1.5),
        (f"10{THIN}000 et plus", ("10", f"750{THIN}623"), 100.0),
    ]


def test_the_parts_of_a_territory_lead_to_their_portraits(presses: Callable[[str], Press]) -> None:
    (districts, communes) = portrait(presses("districts"), "A", "fr").tables
    assert districts.columns == ("Nom", "Habitants", "Communes")
    assert rows(districts) == [
        ("District du Lac", (f"5{THIN}510", "2"), 100.0),
        ("District des Cols (en partie)", (f"1{THIN}450", "1"), 26.3),  # it lies over A and B: its share in A
    ]
    assert districts.rows[0].url == "/portail/bienvenue/district-district-du-lac/portrait/"
    assert districts.lead == (
        f"Ce qui est marqué «{NBSP}en partie{NBSP}» dépasse ces limites{NBSP}: seule sa part d’ici est comptée."
    )
    assert [row.name for row in communes.rows] == ["Saint-Jean (District du Lac)", "Ardent", "L’Aubépine"]
    whole = portrait(presses("districts"), "VD", "fr").tables[1]  # all of the Cols is in Valdaine
    assert [row.name for row in whole.rows] == ["District du Lac", "District de la Plaine", "District des Cols"]
    assert whole.lead == ""
    assert rows(whole)[2][1] == (f"1{THIN}540", "2")


def test_a_group_across_the_border_of_the_portal_says_on_which_side_its_communes_are(demonstration: Press) -> None:
    scene = demonstration.scene
    beyond = {"members_outside": ("65176", "65018")}
    territories = Territories(
        (t.model_copy(update=beyond) if t.code == "244000675" else t for t in scene.portal.territories),
        scene.portal.territories.levels,
    )
    portal = replace(scene.portal, territories=territories)
    view = portrait(replace(demonstration, scene=replace(scene, portal=portal)), "244000675", "fr")
    assert view.told == ()  # of the communes beyond, nobody knows the population
    assert said(view)[0][2] == "dans toutes ses communes"
    assert said(view)[2] == ("6", "communes", "4 communes en Nouvelle-Aquitaine, 2 au-delà")
    assert str(view.identity[3].label) == "Commune la plus peuplée en Nouvelle-Aquitaine"


def test_ranks_are_among_territories_of_one_level_that_are_all_counted_and_nobody_comes_last(
    presses: Callable[[str], Press],
) -> None:
    press = presses("districts")
    assert press.shared.portraits.ranks == {
        "A": Rank(place=1, total=2),
        "A1": Rank(place=1, total=3),
        "B1": Rank(place=2, total=3),
    }
    portal = press.scene.portal
    unknown = {code: count for code, count in portal.populations.items() if code != "B1"}
    equal = {**portal.populations, "B1": 5510}
    ranks = [
        portrait_index(replace(press.scene, portal=replace(portal, populations=counted))).ranks
        for counted in (unknown, equal)
    ]
    assert sorted(ranks[0]) == ["A"]
    assert {code: rank.place for code, rank in ranks[1].items()} == {"A": 1, "A1": 1, "B1": 1}


@pytest.mark.parametrize(
    ("neighbours", "touching"),
    [
        ({}, {}),
        ({"101": ("102",)}, {}),  # both in A1
        ({"101": ("301",)}, {"A": ("B",), "A1": ("B1",), "B": ("A",), "B1": ("A1",)}),
        ({"101": ("202",)}, {"A1": ("AB",), "AB": ("A1",)}),  # Ardent lies in A by its own parent, as Saint-Jean does
        ({"101": ("202", "301", "99999"), "99999": ("101",)}, {
            "A": ("B",), "A1": ("AB", "B1"), "AB": ("A1",), "B": ("A",), "B1": ("A1",),
        }),
    ],
)  # fmt: skip
def test_territories_touch_where_their_communes_do(
    neighbours: dict[str, tuple[str, ...]], touching: dict[str, tuple[str, ...]], presses: Callable[[str], Press]
) -> None:
    scene = presses("districts").scene
    found = portrait_index(replace(scene, portal=replace(scene.portal, neighbours=neighbours))).touching
    assert found == touching


def test_neighbours_by_the_distance_between_main_towns(presses: Callable[[str], Press]) -> None:
    scene = presses("districts").scene
    index = portrait_index(replace(scene, portal=replace(scene.portal, neighbours={"101": ("202", "301")})))
    found = around(scene, index, scene.portal.territories["A1"], "fr")
    assert found is not None
    assert found.note.startswith("Distances à vol d’oiseau depuis Saint-Jean, plus courtes que la route. Pour un terr")
    assert [(link.title, link.note, link.url) for link in found.neighbours] == [
        ("District des Cols", f"14{THIN}km", "/portail/bienvenue/district-district-des-cols/portrait/"),
        ("District de la Plaine", "", "/portail/bienvenue/district-district-de-la-plaine/portrait/"),
    ]


@pytest.mark.parametrize(
    ("neighbours", "summary", "description"),
    [
        (
            {},
            f"Combien de personnes vivent en Amont, {SETTLE}",
            f"combien de personnes y vivent et où, {SETTLE}",
        ),
        (
            {"101": ("301",)},
            f"Combien de personnes vivent en Amont, qui sont les voisins, {SETTLE}",
            f"combien de personnes y vivent et où, quels sont les voisins, {SETTLE}",
        ),
    ],
)
def test_only_those_with_neighbours_announce_them(
    neighbours: dict[str, tuple[str, ...]],
    summary: str,
    description: str,
    presses: Callable[[str], Press],
) -> None:
    press = presses("districts")
    portal = replace(press.scene.portal, neighbours=neighbours)
    scene = replace(press.scene, portal=portal)
    (page,) = (p for p in portraits(Draft(portal, scene.interface), "fr") if p.subject == "A")
    view = portrait_view(scene, replace(press.shared, portraits=portrait_index(scene)), page)
    assert (view.summary, page.description) == (summary, f"Le portrait d’Amont{NBSP}: {description}")


def test_towns_and_assets_nearby_are_outside_the_territory(demonstration: Press) -> None:
    view = portrait(demonstration, "244000675", "fr")
    assert isinstance(view.around, AroundView)
    assert view.around.title == "Autour du Grand Dax"
    assert view.around.neighbours_title == "Territoires voisins en Nouvelle-Aquitaine"
    assert view.around.note == (
        "Distances à vol d’oiseau depuis Dax, plus courtes que la route. "
        "Nous ne connaissons pas de temps de trajet vérifié."
    )
    assert [(link.title, link.note) for link in view.around.towns] == [
        ("Saint-Vincent-de-Tyrosse", f"21{THIN}km"),
        ("Bayonne", f"42{THIN}km"),
        ("Mont-de-Marsan", f"49{THIN}km"),
    ]
    assert view.around.seen == ()
    assert portrait(demonstration, "75", "fr").around is None


def test_what_is_there_stands_under_its_heading_and_on_the_map(presses: Callable[[str], Press]) -> None:
    view = portrait(presses("districts"), "A", "en")
    (shelf,) = view.offer.shelves
    assert (shelf.heading.title, shelf.heading.url) == ("Natural heritage", "/portail/en/assets/natural-heritage/")
    assert [(entry.number, entry.title, entry.lang, entry.note) for entry in shelf.entries] == [
        (1, "The lake", None, "Saint-Jean"),
        (0, "Le moulin", "fr", "District du Lac · In French"),
    ]
    assert view.offer.map is not None
    assert [(mark.number, mark.title) for mark in view.offer.map.markers] == [(1, "The lake")]
    assert [person.title for person in view.offer.people] == ["Adèle Vernet"]
    nothing = portrait(presses("districts"), "B", "en")
    assert (nothing.offer.shelves, nothing.offer.people) == ((), ())
    page = presses("districts").scene.site.get("portrait:B", "en")
    assert page is not None
    assert "We have not published anything here yet" in presses("districts").content(page)


def test_the_drawing_has_a_disc_for_each_place_whose_position_is_known(presses: Callable[[str], Press]) -> None:
    view = portrait(presses("districts"), "A1", "fr")
    assert view.drawing is not None
    assert view.drawing.view_box == "0 0 480 357"
    assert [(disc.x, disc.y, disc.r) for disc in view.drawing.discs] == [(130.0, 178.5, 57.1), (350.0, 178.5, 13.9)]
    assert [name.text for name in view.drawing.names] == ["Saint-Jean", "L’Aubépine"]
    assert view.drawing.caption == f"Un disque par commune{NBSP}: plus il est grand, plus on y compte d’habitants."
    assert portrait(presses("districts"), "AB", "fr").drawing is None  # nobody drew its outline


def test_what_to_do_next_and_who_says_so(demonstration: Press) -> None:
    view = portrait(demonstration, "244000675", "fr")
    assert (view.guide.title, view.guide.url) == ("Bienvenue dans le Grand Dax", "/bienvenue/ca-du-grand-dax/")
    assert [(link.title, link.url) for link in view.ways] == [
        ("Votre arrivée, pas à pas", "/bienvenue/ca-du-grand-dax/pas-a-pas/"),
        ("Un emploi pour votre conjoint ou conjointe", "/bienvenue/ca-du-grand-dax/emploi-du-conjoint/"),
        (f"Je travaille à Dax{NBSP}: où habiter autour{NBSP}?", "/bienvenue/je-travaille-a/dax/"),
    ]
    assert "INSEE, La Poste et DGCL, édition 2026" in str(view.sources)
    assert "octobre 2026" in str(view.sources)


@pytest.mark.parametrize("code", ["40088", "244000675", "40"])
def test_guides_lead_to_the_portraits_of_what_they_lie_in(code: str, demonstration: Press) -> None:
    page = demonstration.scene.site.get(f"guide:{code}", "fr")
    assert page is not None
    html = demonstration.content(page)
    above = demonstration.scene.portal.territories.ancestors(code)
    assert above
    for ancestor in above:
        assert f'"/bienvenue/{demonstration.scene.portal.slugs[ancestor.code]}/portrait/"' in html
    own = f"/bienvenue/{demonstration.scene.portal.slugs[code]}/portrait/"
    assert (own in html) == (code != "40088")
