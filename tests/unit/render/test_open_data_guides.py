"""Guides of a portal made from French open data tables: facts, neighbours, town halls, EPCI that cross a border."""

from collections.abc import Callable

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.conftest import PortalFolder, portal_in

TREE = """
data/portal.yml
    name: {fr: Petite région, en: Small region}
    tagline: {fr: Bienvenue, en: Welcome}
    languages:
      - {code: fr, name: Français}
      - {code: en, name: English}
    territory: "75"
    first_contacts: [town-hall]
    telephone_country_code: "+33"
    levels:
      - {id: region, name: {fr: région, en: region}, plural: {fr: régions, en: regions}}
      - {id: departement, name: {fr: département, en: département}, plural: {fr: départements, en: départements}}
      - {id: epci, name: {fr: intercommunalité, en: intercommunality}, plural: {fr: intercommunalités, en: intercommunalities}}
      - {id: commune, name: {fr: commune, en: commune}, plural: {fr: communes, en: communes}}
    open_data:
      - id: directory
        name: Annuaire DILA
        licence: Licence Ouverte 2.0
        contacts: {role: town-hall, name: {fr: "Mairie {of}", en: "{name} town hall (mairie)"}}
      - {id: insee, name: INSEE, licence: Licence Ouverte 2.0}
    colours: {paper: "#FBF8F2", ink: "#16242B", ocean: "#0F4C5C", pine: "#2E6B4F", wine: "#7B2740", ochre: "#C8821E", line: "#DDD5C7"}
    dark_colours: {paper: "#101C24", ink: "#F1EADC", ocean: "#8CCBD6", pine: "#93CFAF", wine: "#EBA5B8", ochre: "#E0A040", line: "#33434D"}
data/territories/territories.yml
    territories:
      - {code: "75", level: region, name: Petite région, names: {fr: {at: en Petite région}, en: {at: in Petite région}}}
data/reference/departements.csv
    code,name,seat
    40,Landes,40088
data/reference/epci.csv
    code,name,type,population,members_outside_region
    200069417,CA du Grand Dax,CA,30500,
    248200016,CC des Deux Rives,CC,19023,82186 82101
    244000675,CC du Bord,CC,900,32001
data/reference/communes.csv
    code,name,departement,epci,postal_codes,population,seat_rank
    40088,Dax,40,200069417,40100,22109,3
    40279,Saint-Paul-lès-Dax,40,200069417,40990,8000,0
    40008,Angoumé,40,200069417,40990 40991,391,0
    40010,Clermont,40,248200016,40180,300,0
    40020,Garrey,40,248200016,40180,200,0
    40030,Bordère,40,244000675,40270,300,0
data/reference/town_halls.csv
    commune,address,telephone,email,website,opening_hours,longitude,latitude,accessibility
    40088,"Rue Saint-Pierre, 40100 Dax",05 58 56 80 00,accueil@dax.example,https://www.dax.example/,Mo-Fr 08:30-17:00,-1.05,43.71,ACC
    40279,,,,,,-1.06,43.72,DEM
    40008,Le Bourg,05 58 00 00 00,,,,1.1,43.7,NAC
    40010,Le Bourg,05 58 00 00 01,,,"Mo 08:00-12:00; Fr 00:00-12:00",,,NAC
data/reference/neighbours.csv
    commune,neighbours
    40008,40279 99999
data/reference/communes.geojson
    {"type": "FeatureCollection", "features": [
      {"type": "Feature", "properties": {"code": "40088"}, "geometry": {"type": "Polygon", "coordinates": [[[-1.1, 43.7], [-1, 43.7], [-1, 43.75], [-1.1, 43.75], [-1.1, 43.7]]]}},
      {"type": "Feature", "properties": {"code": "40008"}, "geometry": {"type": "Polygon", "coordinates": [[[-1.2, 43.7], [-1.1, 43.7], [-1.1, 43.75], [-1.2, 43.75], [-1.2, 43.7]]]}}
    ]}
"""  # noqa: E501


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> PortalFolder:
    """Not to be changed."""
    folder = portal_in(tmp_path_factory.mktemp("open_data_guides"), TREE)
    result = folder.build()
    assert [p.message("en") for p in result.problems if p.severity == "error"] == []
    return folder


def facts(folder: PortalFolder, address: str) -> dict[str, str]:
    dom = LexborHTMLParser(folder.html(address))
    found = {}
    for row in dom.css(".facts dl > div"):
        label, value = row.css_first("dt"), row.css_first("dd")
        assert label is not None
        assert value is not None
        found[label.text()] = " ".join(value.text().split())
    return found


def test_a_territory_in_two_departements_says_both_under_one_name(portal: Callable[..., PortalFolder]) -> None:
    """HTML allows a name once in a list, and several values after it."""
    tree = TREE.replace("    40,Landes,40088\n", "    40,Landes,40088\n    33,Gironde,\n").replace(
        "    40030,Bordère,40,244000675,40270,300,0\n",
        "    40030,Bordère,40,244000675,40270,300,0\n    33001,Aillas,33,244000675,33124,200,0\n",
    )
    folder = portal(tree, needed=True)
    folder.build()
    rows = LexborHTMLParser(folder.html("bienvenue/cc-du-bord/")).css(".facts dl > div")
    said = [(row.css("dt")[0].text(), [" ".join(value.text().split()) for value in row.css("dd")]) for row in rows]
    assert [(label, values) for label, values in said if len(values) > 1] == [("Département", ["Landes", "Gironde"])]
    assert len({label for label, _ in said}) == len(said) > 3


def text(folder: PortalFolder, address: str, selector: str) -> str:
    found = LexborHTMLParser(folder.html(address)).css(selector)
    assert len(found) == 1
    return " ".join(found[0].text(separator=" ").split())


def test_facts_of_a_commune(built: PortalFolder) -> None:
    found = facts(built, "bienvenue/angoume/")
    assert found["Population"] == "391 habitants"
    assert found["Codes postaux"] == "40990 et 40991"
    assert found["Intercommunalité"] == "Communauté d’agglomération du Grand Dax"
    assert found["Département"] == "Landes"
    assert [value for label, value in found.items() if "Rang" in label] == ["3e sur 3 communes (Grand Dax)"]
    assert len(found) >= 6


def test_an_ordinal_is_written_as_french_writes_it(built: PortalFolder) -> None:
    assert "<dd>3<sup>e</sup> sur 3 communes (Grand Dax)" in built.html("bienvenue/angoume/")
    assert "<dd>3rd of 3 communes (Grand Dax)" in built.html("en/welcome/angoume/")
    assert "<sup>" not in built.html("en/welcome/angoume/")


def test_a_territory_is_not_said_to_be_far_from_one_of_its_own_towns(portal: Callable[..., PortalFolder]) -> None:
    square = '{"type": "Polygon", "coordinates": [[[-1.4, 43.7], [-1.2, 43.7], [-1.2, 43.9], [-1.4, 43.7]]]}'
    feature = '{"type": "Feature", "properties": {"code": "%s"}, "geometry": ' + square + "}"
    drawn = ", ".join(feature % code for code in ("200069417", "248200016"))
    outlines = f'data/reference/epci.geojson\n    {{"type": "FeatureCollection", "features": [{drawn}]}}\n'
    folder = portal(TREE.replace(COMMUNES, f"{outlines}{COMMUNES}"), needed=True)
    folder.build()
    distances = {
        address: [label for label in facts(folder, f"bienvenue/{address}/") if label.startswith("Distance")]
        for address in ("angoume", "ca-du-grand-dax", "cc-des-deux-rives")
    }
    assert distances == {
        "angoume": ["Distance de Dax"],
        "ca-du-grand-dax": [],
        "cc-des-deux-rives": ["Distance de Dax"],
    }


def test_facts_of_an_intercommunality_that_crosses_the_border(built: PortalFolder) -> None:
    found = facts(built, "bienvenue/cc-des-deux-rives/")
    assert found["Population"].replace("\u202f", " ") == "19 023 habitants dans toutes ses communes"
    assert found["Communes"] == "2 communes en Petite région, 2 au-delà"
    assert facts(built, "en/welcome/cc-des-deux-rives/")["Communes"] == "2 communes in Petite région, 2 beyond"
    assert facts(built, "bienvenue/cc-du-bord/")["Communes"] == "1 commune en Petite région, 1 au-delà"
    within = facts(built, "bienvenue/ca-du-grand-dax/")
    assert (within["Population"].replace("\u202f", " "), within["Communes"]) == ("30 500 habitants", "3 communes")


@pytest.mark.parametrize("address", ["bienvenue/clermont/", "bienvenue/garrey/", "bienvenue/bordere/"])
def test_no_rank_among_communes_that_the_portal_does_not_know(built: PortalFolder, address: str) -> None:
    found = facts(built, address)
    assert "Intercommunalité" in found
    assert [label for label in found if "Rang" in label] == []


def test_the_largest_commune_is_said_of_those_that_the_portal_knows(built: PortalFolder) -> None:
    across = text(built, "bienvenue/cc-des-deux-rives/", "#contact")
    assert "Mairie de la plus peuplée de ses communes situées en Petite région, Clermont." in across
    assert "Town hall of Clermont: of its communes in Petite région, the one with the most residents." in text(
        built, "en/welcome/cc-des-deux-rives/", "#contact"
    )
    within = text(built, "bienvenue/ca-du-grand-dax/", "#contact")
    assert "Mairie de la commune la plus peuplée, Dax." in within
    assert "du chef-lieu, Dax." in text(built, "bienvenue/departement-landes/", "#contact")


def test_a_wider_guide_leads_to_its_communes_and_the_whole_portal_s_to_the_finder(built: PortalFolder) -> None:
    addresses = {
        "departement-landes": "#level-commune",
        "ca-du-grand-dax": "#level-commune",
        "petite-region": "/bienvenue/",
    }
    for address, target in addresses.items():
        dom = LexborHTMLParser(built.html(f"bienvenue/{address}/"))
        assert [link.attributes["href"] for link in dom.css("a.choose, .reach a + a")] == [target, target]
    dax = LexborHTMLParser(built.html("bienvenue/dax/"))
    assert [link.attributes["href"] for link in dax.css("a.choose, .reach a + a")] == ["tel:+33558568000"]


COMMUNES = """data/reference/communes.csv
    code,name,departement,epci,postal_codes,population,seat_rank
"""
NAMESAKE = """data/reference/place_names.yml
    "40":
      fr: {at: dans les Landes, of: des Landes}
      en: {at: in the Landes, of: of the Landes}
"""


def test_a_commune_that_bears_a_wider_territory_s_name_says_so(portal: Callable[..., PortalFolder]) -> None:
    commune = "    40140,Landes,40,244000675,40270,80,0\n"
    folder = portal(TREE.replace(COMMUNES, f"{NAMESAKE}{COMMUNES}{commune}"), needed=True)
    folder.build()
    said = {
        "bienvenue/landes/": "Vous cherchez le guide des Landes (département)\xa0?",
        "en/welcome/landes/": "Are you looking for the Landes (département)?",
    }
    for address, words in said.items():
        links = LexborHTMLParser(folder.html(address)).css(".place-head a")
        lead = address.removesuffix("landes/")
        assert [(link.text(), link.attributes["href"]) for link in links] == [(words, f"/{lead}departement-landes/")]
    for address in ("bienvenue/dax/", "bienvenue/departement-landes/"):
        assert LexborHTMLParser(folder.html(address)).css(".place-head a") == []


def test_the_position_is_the_town_hall_s_unless_it_is_elsewhere(built: PortalFolder) -> None:
    """Angoumé's town hall is 180 km off (a longitude that lost its minus sign): the middle of the outline instead."""
    assert facts(built, "bienvenue/dax/")["Position"].startswith("43,71°")
    assert "\u22121,15" in facts(built, "bienvenue/angoume/")["Position"]


def test_around(built: PortalFolder) -> None:
    around = text(built, "bienvenue/angoume/", ".around")
    assert "Saint-Paul-lès-Dax" in around
    assert "Dax" in around
    assert "km" in around
    assert "Communes voisines en Petite région" in around
    assert "Communes plus peuplées à proximité" in around
    assert "Communes situées en Petite région, distances à vol d’oiseau." in around
    assert "99999" not in built.html("bienvenue/angoume/")


ORGANISATION = """data/organisations.yml
    organisations:
      - {id: club, name: {fr: Le Club, en: The Club}, kind: club, covers: ["75"]}
"""
SIGHT = """content/assets/source.md
    ---
    id: source
    title: La source
    angle: health
    territory: "40088"
    ---
    Chaude.
"""


@pytest.mark.parametrize(
    ("address", "sights", "headings"),
    [
        ("bienvenue/petite-region/", "", ["Organismes qui agissent ici"]),
        (
            "bienvenue/petite-region/",
            SIGHT,
            ["À connaître en Petite région", "À voir ici", "Organismes qui agissent ici"],
        ),
        (
            "bienvenue/angoume/",
            "",
            [
                "Autour d’Angoumé",
                "Communes voisines en Petite région",
                "Communes plus peuplées à proximité",
                "Organismes qui agissent ici",
            ],
        ),
        ("en/welcome/petite-region/", "", ["Organisations at work here"]),
    ],
)
def test_only_what_is_around_is_said_to_be(
    address: str, sights: str, headings: list[str], portal: Callable[..., PortalFolder]
) -> None:
    folder = portal(TREE.replace(COMMUNES, f"{ORGANISATION}{sights}{COMMUNES}"), needed=True)
    folder.build()
    assert [heading.text() for heading in LexborHTMLParser(folder.html(address)).css(".around :is(h2, h3)")] == headings


def test_an_address_has_typographic_apostrophes(portal: Callable[..., PortalFolder]) -> None:
    folder = portal(TREE.replace('"Rue Saint-Pierre, 40100 Dax"', '"Quai de l\'Adour, 40100 Dax"'), needed=True)
    folder.build()
    for address in ("bienvenue/dax/", "en/welcome/dax/"):
        assert text(folder, address, "#contact .address").endswith("Quai de l’Adour, 40100 Dax")


def test_the_portal_s_name_is_in_a_title_once(built: PortalFolder) -> None:
    assert text(built, "bienvenue/petite-region/", "head title") == "Bienvenue en Petite région"
    assert text(built, "bienvenue/dax/", "head title") == "Bienvenue à Dax – Petite région"


def test_a_licence_is_said_once(built: PortalFolder) -> None:
    assert "Données ouvertes : Annuaire DILA · INSEE. Licence Ouverte 2.0." in text(built, "index.html", ".foot")


def test_the_town_hall_and_where_it_was_found(built: PortalFolder) -> None:
    contact = text(built, "bienvenue/dax/", "#contact")
    for part in ("Mairie de Dax", "05 58 56 80 00", "Rue Saint-Pierre, 40100 Dax", "Annuaire DILA"):
        assert part in contact.replace("\u00a0", " ")
    assert 'href="tel:+33558568000"' in built.html("bienvenue/dax/")
    assert "Dax town hall (mairie)" in text(built, "en/welcome/dax/", "#contact")
    assert "Vérifié" not in contact


def test_titles_have_their_articles(built: PortalFolder) -> None:
    assert text(built, "bienvenue/ca-du-grand-dax/", "h1") == "Bienvenue dans le Grand Dax"
    assert text(built, "en/welcome/saint-paul-les-dax/", "h1") == "Welcome to Saint-Paul-lès-Dax"


@pytest.mark.parametrize(
    ("page", "label", "official"),
    [
        ("bienvenue/ca-du-grand-dax/", "Nom officiel", ["Communauté d’agglomération du Grand Dax"]),
        ("en/welcome/ca-du-grand-dax/", "Official name", ["Communauté d’agglomération du Grand Dax"]),
        ("bienvenue/dax/", "Nom officiel", []),
        ("bienvenue/departement-landes/", "Nom officiel", []),
    ],
)
def test_an_official_name_that_the_title_does_not_say_is_a_fact(
    built: PortalFolder, page: str, label: str, official: list[str]
) -> None:
    assert [value for name, value in facts(built, page).items() if name == label] == official


def test_the_region_lists_its_levels(built: PortalFolder) -> None:
    children = text(built, "bienvenue/petite-region/", ".children")
    assert "Landes" in children
    page = text(built, "bienvenue/departement-landes/", ".children")
    for name in ("Grand Dax", "Angoumé", "Dax", "Saint-Paul-lès-Dax"):
        assert name in page


FORMS = """
data/reference/place_names.yml
    "40": {fr: {at: dans les Landes, of: des Landes}, en: {of: of the Landes}}
"""


@pytest.mark.parametrize(
    ("address", "expected"),
    [("bienvenue/", "Toutes les communes des Landes"), ("en/welcome/", "All communes of the Landes")],
)
def test_the_page_of_all_places_leads_to_the_communes_of_each_territory(
    address: str, expected: str, portal: Callable[..., PortalFolder]
) -> None:
    folder = portal(TREE + FORMS)
    assert not folder.build().failed
    assert text(folder, address, ".groups .more") == expected
