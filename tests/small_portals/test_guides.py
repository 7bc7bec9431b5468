"""Guides: whose blocks they hold, whom to call, and absence that is said honestly."""

from collections.abc import Mapping

import pytest

from tests.small_portals.reading import Page, Site, attribute, said, words


def blocks(page: Page) -> dict[str, list[str]]:
    """The ids of the blocks of each section of a guide."""
    return {
        attribute(section, "id"): [attribute(n, "id") for n in section.css(".bs > *")]
        for section in page.all(".sections > .s")
    }


@pytest.mark.parametrize(
    ("slug", "expected"),
    [
        ("valdaine", {"first-steps": ["register"], "housing": ["waste"]}),
        ("canton-canton-d-amont", {"first-steps": ["register"], "housing": ["waste-a"]}),
        ("canton-canton-d-aval", {"first-steps": ["register"], "housing": ["waste-b"]}),
        (  # over two cantons: the one named first speaks for all, the other for its part
            "district-district-des-cols",
            {"first-steps": ["register", "snow"], "housing": ["waste-a", "waste-b"]},
        ),
        ("le-col", {"first-steps": ["register", "snow"], "housing": ["waste-b"]}),
        ("ardent", {"first-steps": ["register", "snow"], "housing": ["waste-a"]}),
        ("saint-jean-a1", {"first-steps": ["register"], "housing": ["waste-a"]}),
        ("saint-jean-b1", {"first-steps": ["register"], "housing": ["waste-b"]}),
        ("l-aubepine", {"first-steps": ["register"]}),
    ],
)
def test_a_guide_holds_what_its_territories_wrote(
    slug: str, expected: dict[str, list[str]], sites: Mapping[str, Site]
) -> None:
    assert blocks(sites["districts"].pages[f"/bienvenue/{slug}/"]) == expected
    assert blocks(sites["districts"].pages[f"/en/welcome/{slug}/"]) == expected


def test_provenance_is_said_once_and_for_each_block_that_differs(sites: Mapping[str, Site]) -> None:
    page = sites["districts"].pages["/bienvenue/le-col/"]
    said = {attribute(s, "id"): [words(n) for n in s.css(".pv")] for s in page.all(".sections > .s")}
    assert said == {
        "first-steps": [
            "Écrit par : Valdaine (démonstration). Texte pas encore vérifié.",
            "Complété par : District des Cols (démonstration).",
        ],
        "housing": ["Adapté par : Aval (démonstration). Texte pas encore vérifié."],
    }


def test_a_block_that_is_not_translated_says_its_language(sites: Mapping[str, Site]) -> None:
    english = sites["districts"].pages["/en/welcome/le-col/"]
    assert {attribute(n, "id"): attribute(n, "lang") for n in english.all(".bs > *")} == {
        "register": "",
        "snow": "fr",
        "waste-b": "fr",
    }
    arabic = sites["minimal"].pages["/ar/bienvenue/port-calme/"]
    assert {attribute(n, "id"): attribute(n, "lang") for n in arabic.all(".bs > *")} == {
        "town-hall-first": "",
        "market": "fr",
    }


LAKE = {"name": "District du Lac", "of": "District du Lac"}
ABSENT_LAKE = {
    lang: said(lang, "answer.absent", by=by, date=day)
    for lang, by, day in (
        ("fr", "la commune de L’Aubépine", "1er février 2026"),
        ("en", "the commune of L’Aubépine", "1 February 2026"),
    )
}


@pytest.mark.parametrize(
    ("address", "role", "parts"),
    [
        ("/bienvenue/district-district-du-lac/", "childcare", ["Garde d’enfants", "Crèche du Lac"]),
        (
            "/bienvenue/saint-jean-a1/",
            "childcare",
            ["Garde d’enfants", said("fr", "answer.known_above_far", km="1,1\u00a0km", **LAKE), "Crèche du Lac"],
        ),
        (
            "/bienvenue/l-aubepine/",
            "childcare",
            [
                "Garde d’enfants",
                ABSENT_LAKE["fr"],
                said("fr", "answer.nearest_far", km="7,8\u00a0km", **LAKE),
                "Crèche du Lac",
            ],
        ),
        (
            "/en/welcome/l-aubepine/",
            "childcare",
            [
                "Childcare",
                ABSENT_LAKE["en"],
                said("en", "answer.nearest_far", km="7.8\u00a0km", **LAKE),
                "Lake nursery",
            ],
        ),
        (
            "/bienvenue/le-col/",
            "health-centre",
            ["Centre de santé", said("fr", "answer.absent", by="le canton d’Aval", date="30 juin 2026")],
        ),
        (
            "/bienvenue/le-col/",
            "social-services",
            ["Services sociaux", said("fr", "answer.known_above", of="de la Valdaine", name="Valdaine")],
        ),
        ("/bienvenue/valdaine/", "childcare", ["Garde d’enfants", "Annuaire des crèches"]),
        ("/bienvenue/ardent/", "health-centre", ["Centre de santé", "Annuaire santé"]),
    ],
)
def test_the_three_states_of_an_answer(address: str, role: str, parts: list[str], sites: Mapping[str, Site]) -> None:
    assert sites["districts"].pages[address].text(f"#role-{role}").startswith(" ".join(parts))


def test_what_nobody_recorded_never_reads_as_there_is_none(sites: Mapping[str, Site]) -> None:
    page = sites["districts"].pages["/bienvenue/ardent/"]
    assert said("fr", "guide.unrecorded") in page.text("#who")
    link = page.one("#role-health-centre a")
    assert attribute(link, "href") == "https://sante.example/"
    assert "Pas de contact ici" not in page.text("#role-health-centre")


def test_the_first_contact(sites: Mapping[str, Site]) -> None:
    own = sites["districts"].pages["/bienvenue/saint-jean-a1/"]
    text = own.text("#contact")
    for part in ("Mairie de Saint-Jean", "+41 21 000 00 01", "1 place du Lac, Saint-Jean", "Registre de Valdaine"):
        assert part in text
    hrefs = [attribute(n, "href") for n in own.all("#contact a")]
    assert hrefs == ["tel:+41210000001", "mailto:mairie@saint-jean.example", "https://www.saint-jean.example/"]
    of_the_seat = sites["districts"].pages["/bienvenue/canton-canton-d-amont/"]
    note = said("fr", "contact.seat", name="Saint-Jean", at="à Saint-Jean", of="de Saint-Jean")
    assert note in of_the_seat.text("#contact")
    of_the_largest = sites["districts"].pages["/bienvenue/district-district-des-cols/"]
    note = said("fr", "contact.main_town", name="Ardent", at="à Ardent", of="d’Ardent")
    assert note in of_the_largest.text("#contact")
    of_nobody = sites["districts"].pages["/bienvenue/les-hauts/"]
    assert of_nobody.text("ul.elsewhere #role-town-hall").startswith("Mairie ")
    assert said("fr", "guide.unrecorded") in of_nobody.text("#who")


def test_a_national_number_is_dialled_with_the_country_code_of_the_portal(sites: Mapping[str, Site]) -> None:
    nursery = sites["districts"].pages["/bienvenue/district-district-du-lac/"].one("#role-childcare a[href^='tel:']")
    assert (attribute(nursery, "href"), words(nursery)) == ("tel:+41210000002", "Téléphone 021 000 00 02")
    hall = sites["districts"].pages["/bienvenue/ardent/"].one("#contact a[href^='tel:']")
    assert attribute(hall, "href") == "tel:112233"


def test_hours_that_cannot_be_put_into_words_are_shown_as_they_are(sites: Mapping[str, Site]) -> None:
    page = sites["districts"].pages["/bienvenue/ardent/"]
    assert "sur rendez-vous" in page.text("#contact")
    assert "Le bulletin d’Ardent" in page.text("#contact")


def test_emergency_numbers_are_on_every_guide(site: Site) -> None:
    guides = [page for page in site.pages.values() if "kind-guide" in attribute(page.one("body"), "class").split()]
    assert len(guides) == {"minimal": 3, "districts": 24}[site.name]
    for page in guides:
        hrefs = [attribute(n, "href") for n in page.all("#emergency li a")]
        assert hrefs == {"minimal": ["tel:112", "sms:114"], "districts": ["tel:112"]}[site.name]


def test_bodies_that_cover_a_territory_are_named(sites: Mapping[str, Site]) -> None:
    with_club = {a for a, p in sites["districts"].pages.items() if "Club du Lac" in p.html and a.startswith("/bienv")}
    assert with_club == {
        f"/bienvenue/{slug}/" for slug in ("district-district-du-lac", "saint-jean-a1", "l-aubepine", "ardent")
    }
