"""Who to talk to first: the concierge of the place or of a wider one, else the town hall; and who else answers."""

from collections.abc import Callable

import pytest
from selectolax.lexbor import LexborHTMLParser

from site_builder.render.views.guide.contact import towns_of_contact
from tests.conftest import PortalFolder, files_of, write_files
from tests.unit.render.conftest import press_of

TREE = """
data/territories/territories.yml
    territories:
      - {{code: pays, level: pays, name: Petit pays, {seat}}}
      - {{code: bourg, level: commune, name: Le Bourg, parents: [pays], population: 300}}
      - {{code: hameau, level: commune, name: Hameau, parents: [pays], {population}}}
data/contacts.yml
    contacts:
      - {{id: bourg, role: town-hall, covers: [bourg], name: Mairie du Bourg, telephone: "0100"}}
      - {{id: hameau, role: town-hall, covers: [hameau], name: Mairie de Hameau, telephone: "0200"}}
"""
CHOOSE = "Choisir ma commune"


@pytest.mark.parametrize(
    ("seat", "population", "note", "numbers"),
    [
        ("", "population: 20", "Mairie de la commune la plus peuplée, Le Bourg.", ["tel:0100"]),
        ("", "", "", []),  # nobody knows who lives in Hameau: the largest commune is not known
        ("seat: hameau", "", "Mairie du chef-lieu, Hameau.", ["tel:0200"]),
    ],
)
def test_the_main_town_answers_where_it_is_known(
    portal: Callable[..., PortalFolder], seat: str, population: str, note: str, numbers: list[str]
) -> None:
    folder = portal(TREE.format(seat=seat, population=population))
    assert not folder.build().failed
    page = LexborHTMLParser(folder.html("bienvenue/petit-pays/"))
    first = page.css_first(".first")
    assert first is not None
    assert CHOOSE in first.text()
    assert [link.attributes["href"] for link in first.css("a[href^='tel:']")] == numbers
    assert ("la plus peuplée" in first.text(), "du chef-lieu" in first.text()) == (
        "la plus peuplée" in note,
        "du chef-lieu" in note,
    )
    assert note in " ".join(first.text().replace("\u00a0", " ").split())
    ids = [node.attributes["id"] for node in page.css("[id]")]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(
    ("seat", "telephone", "slugs"),
    [
        ("seat: hameau", 'telephone: "0100"', "hameau"),
        ("seat: hameau", "address: 1 rue du Bourg", "hameau le-bourg"),  # nobody can be called there
        ("", 'telephone: "0100"', ""),  # the main town is not known: no contact is shown
    ],
)
def test_whose_readers_a_town_s_contact_is_for(
    portal: Callable[..., PortalFolder], seat: str, telephone: str, slugs: str
) -> None:
    tree = TREE.format(seat=seat, population="").replace('telephone: "0100"', telephone)
    assert towns_of_contact(press_of(portal(tree).root).scene, "pays") == slugs


CONCIERGE = """
data/portal.yml
    name: {fr: Petit pays, en: Small country}
    tagline: {fr: Bienvenue, en: Welcome}
    languages:
      - {code: fr, name: Français}
      - {code: en, name: English}
    territory: pays
    first_contacts: [concierge, town-hall]
    levels:
      - {id: pays, name: {fr: pays, en: country}, plural: {fr: pays, en: countries}}
      - {id: vallee, name: {fr: vallée, en: valley}, plural: {fr: vallées, en: valleys}}
      - {id: commune, name: {fr: commune, en: commune}, plural: {fr: communes, en: communes}}
    colours: {paper: "#FBF8F2", ink: "#16242B", ocean: "#0F4C5C", pine: "#2E6B4F", wine: "#7B2740", ochre: "#C8821E", line: "#DDD5C7"}
    dark_colours: {paper: "#101C24", ink: "#F1EADC", ocean: "#8CCBD6", pine: "#93CFAF", wine: "#EBA5B8", ochre: "#E0A040", line: "#33434D"}
data/guide.yml
    sections: [{id: first-steps, title: Premiers pas}]
    roles:
      - {id: childcare, title: {fr: Crèche, en: Nursery}}
      - {id: town-hall, title: {fr: Mairie, en: Town hall}}
      - {id: concierge, title: {fr: Votre contact pour l’accueil, en: Your welcome contact}}
data/territories.yml
    territories:
      - {code: pays, level: pays, name: Petit pays}
      - {code: haute, level: vallee, name: Haute, parents: [pays], seat: bourg}
      - {code: basse, level: vallee, name: Basse, parents: [pays]}
      - {code: bourg, level: commune, name: Le Bourg, parents: [haute]}
      - {code: col, level: commune, name: Le Col, parents: [haute]}
      - {code: plaine, level: commune, name: La Plaine, parents: [basse]}
      - {code: gue, level: commune, name: Le Gué, parents: [basse]}
      - {code: seul, level: commune, name: Le Seul, parents: [pays]}
    contacts:
      - id: accueil
        role: concierge
        covers: [haute]
        name: {fr: Accueil de la vallée, en: Valley welcome desk}
        telephone: "0300"
        opening_hours: Mo-Fr 09:00-12:00
        languages: [fr, de]
        verified_on: 2026-10-02
        position: {latitude: 46.0, longitude: 6.0}
      - {id: bourg, role: town-hall, covers: [bourg], name: Mairie du Bourg, telephone: "0100", position: {latitude: 46.1, longitude: 6.0}}
      - {id: plaine, role: town-hall, covers: [plaine], name: Mairie de La Plaine, telephone: "0200", position: {latitude: 46.2, longitude: 6.0}}
    absences:
      - {role: concierge, covers: [basse], checked_by: la vallée, checked_on: 2026-03-01}
content/steps/visit.md
    ---
    id: visit
    title: Passer à la mairie
    stage: first-week
    day: 3
    role: town-hall
    ---
    Allez-y.
content/welcome/school.md
    ---
    id: school
    title: L’école
    section: first-steps
    needs: [town-hall, concierge]
    see: La cour.
    ---
    Un texte.
"""  # noqa: E501


@pytest.fixture(scope="module")
def welcoming(tmp_path_factory: pytest.TempPathFactory) -> PortalFolder:
    folder = PortalFolder(tmp_path_factory.mktemp("welcoming"))
    write_files(folder.root, files_of(CONCIERGE))
    assert not folder.build().failed
    return folder


def said(folder: PortalFolder, address: str, selector: str) -> list[str]:
    """The texts of the elements, their lines apart."""
    nodes = LexborHTMLParser(folder.html(address)).css(selector)
    return [" ".join(node.text(separator=" ").replace("\u00a0", " ").split()) for node in nodes]


HOURS = "Du lundi au vendredi : de 9 h à 12 h Fermé : samedi et dimanche"
DESK = (
    f"Accueil de la vallée {{whose}}Téléphone 0300 {HOURS} "
    "On y parle : français et allemand. Vérifié le 2 octobre 2026."
)
ENGLISH = (
    "Your welcome contact Valley welcome desk Telephone 0300 "
    "Monday to Friday: 9am to midday Closed: Saturday and Sunday "
    "Languages spoken: French and German. Checked on 2 October 2026."
)
HALL = "Mairie du Bourg {whose}Téléphone 0100 Horaires non publiés : téléphonez avant de vous déplacer."


@pytest.mark.parametrize(
    ("address", "first", "others"),
    [
        (
            "bienvenue/vallee-haute/",
            ["Votre contact pour l’accueil " + DESK.format(whose="")],
            ["Mairie Mairie du chef-lieu, Le Bourg. " + HALL.format(whose="")],
        ),
        (
            "bienvenue/le-bourg/",
            [
                "Votre contact pour l’accueil "
                + DESK.format(whose="Contact valable pour : Haute. Il est à 11 km à vol d’oiseau. ")
            ],
            ["Mairie " + HALL.format(whose="")],
        ),
        (  # nobody knows where Le Col is
            "bienvenue/le-col/",
            ["Votre contact pour l’accueil " + DESK.format(whose="Contact valable pour : Haute. ")],
            [],
        ),
        (
            "bienvenue/la-plaine/",
            ["Mairie de La Plaine Téléphone 0200 Horaires non publiés : téléphonez avant de vous déplacer."],
            [
                "Votre contact pour l’accueil Pas de contact ici : la vallée l’a vérifié le 1er mars 2026. "
                "Le plus proche : Haute, à 22 km à vol d’oiseau. " + DESK.format(whose="")
            ],
        ),
        (
            "bienvenue/le-gue/",  # nor where Le Gué is
            [],
            ["Votre contact pour l’accueil Pas de contact ici : la vallée l’a vérifié le 1er mars 2026."],
        ),
        ("bienvenue/le-seul/", [], []),
    ],
)
def test_the_concierge_comes_first_and_the_town_hall_is_never_lost(
    address: str, first: list[str], others: list[str], welcoming: PortalFolder
) -> None:
    assert said(welcoming, address, "#contact .contact") == first
    assert said(welcoming, address, "#who .answers > li") == others


@pytest.mark.parametrize(
    ("address", "unrecorded"),
    [
        ("bienvenue/vallee-haute/", ["Crèche"]),
        ("bienvenue/le-col/", ["Mairie", "Crèche"]),
        ("bienvenue/le-seul/", ["Mairie", "Crèche"]),  # of a concierge that nobody recorded, not a word
        ("bienvenue/la-plaine/", ["Crèche"]),
        ("bienvenue/vallee-basse/", ["Mairie", "Crèche"]),
        ("bienvenue/petit-pays/", ["Mairie", "Crèche"]),
    ],
)
def test_what_nobody_recorded(address: str, unrecorded: list[str], welcoming: PortalFolder) -> None:
    assert said(welcoming, address, ".elsewhere b") == unrecorded


@pytest.mark.parametrize(
    "place", ["petit-pays", "vallee-haute", "vallee-basse", "le-bourg", "le-col", "la-plaine", "le-gue", "le-seul"]
)
def test_every_role_has_its_anchor_on_every_guide(place: str, welcoming: PortalFolder) -> None:
    page = LexborHTMLParser(welcoming.html(f"bienvenue/{place}/"))
    ids = [node.attributes["id"] for node in page.css("[id]")]
    assert len(ids) == len(set(ids))
    assert {"contact", "role-concierge", "role-town-hall", "role-childcare"} <= set(ids)
    needs = [link.attributes["href"] for link in page.css("#school .nd a, #school ~ .nd a")]
    assert needs == ["#role-town-hall", "#role-concierge"]


@pytest.mark.parametrize(
    ("address", "contact", "nearer", "town"),
    [
        (
            "bienvenue/vallee-haute/pas-a-pas/",
            ["Votre contact pour l’accueil " + DESK.format(whose="")],
            ["/bienvenue/vallee-haute/#level-commune"],
            False,
        ),
        ("bienvenue/vallee-basse/pas-a-pas/", [], ["/bienvenue/vallee-basse/#level-commune"], False),
        (
            "en/welcome/vallee-haute/step-by-step/",
            [ENGLISH],
            ["/en/welcome/vallee-haute/#level-commune"],
            False,
        ),
        ("bienvenue/petit-pays/pas-a-pas/", [], ["/bienvenue/petit-pays/#contact"], False),
    ],
)
def test_the_steps_say_whom_to_call(
    address: str, contact: list[str], nearer: list[str], town: bool, welcoming: PortalFolder
) -> None:
    assert said(welcoming, address, ".first .contact") == contact
    page = LexborHTMLParser(welcoming.html(address))
    links = page.css(".first .here")
    assert [link.attributes["href"] for link in links] == nearer
    choose = "Choose my commune" if address.startswith("en/") else "Choisir ma commune"
    assert {link.text() for link in links} == {choose}
    (guide, _, anchor) = nearer[0].partition("#")
    assert LexborHTMLParser(welcoming.html(guide.removeprefix("/"))).css_first(f"#{anchor}")
    assert [("data-town" in node.attributes) for node in page.css(".first")] == [town]


def test_the_steps_show_a_town_s_contact_for_what_it_is(portal: Callable[..., PortalFolder]) -> None:
    step = (
        "content/steps/a.md\n    ---\n    id: visit\n    title: A\n    stage: first-week\n    day: 1\n    ---\n    B\n"
    )
    folder = portal(TREE.format(seat="seat: hameau", population="") + step)
    assert not folder.build().failed
    first = LexborHTMLParser(folder.html("bienvenue/petit-pays/pas-a-pas/")).css_first(".first")
    assert first is not None
    assert first.attributes["data-town"] == "hameau"
    assert "Mairie du chef-lieu, Hameau." in first.text().replace("\u00a0", " ")
