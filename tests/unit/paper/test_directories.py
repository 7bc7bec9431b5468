"""Who and what welcomes newcomers, on paper: what holds is printed with its days, what is over is nowhere."""

import io
import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfReader

from site_builder.paper import directories as paper_directories
from site_builder.paper.edition import Code, Edition, WelcomeItem
from site_builder.paper.faults import unprintable
from site_builder.paper.stage import Printer
from site_builder.paper.written import fingerprint_text
from tests.conftest import SITE_URLS, PortalFolder, copy_portal
from tests.unit.paper.conftest import Prints
from tests.unit.paper.printing import printer_of, said

SITE = SITE_URLS["districts"]
QUOTE = """
content/testimonials/quay.md
    ---
    id: p-1a2b3c4d
    title: On m’a tendu une clé
    territory: bourg
    display_name: Ada
    arrived: 2024
    consent: {scope: [site{more}], granted_on: 2026-01-01, expires_on: 2027-01-01, reference: dossier 1, minor: false}
    ---
    Une clé, et un sourire.
"""


@pytest.fixture(scope="module")
def districts(tmp_path_factory: pytest.TempPathFactory) -> Printer:
    return printer_of(copy_portal("districts", tmp_path_factory.mktemp("welcome") / "portal").root, SITE)


def items(edition: Edition) -> dict[str, list[str]]:
    """Titles by kind."""
    groups = edition.welcome.groups if edition.welcome else ()
    return {group.kind: [item.title for item in group.items] for group in groups}


def item(edition: Edition, item_id: str) -> WelcomeItem:
    assert edition.welcome is not None
    return next(item for group in edition.welcome.groups for item in group.items if item.id == item_id)


SHOWN = [
    (
        "A1",
        "en",
        {
            "house": ["Valley house"],
            "perk": ["The newcomers’ basket", "Un an de musées"],
            "event": ["Portes ouvertes, de Saint-Jean à L’Aubépine", "The winter welcome"],
            "relay": ["School ties"],
        },
    ),
    (
        "AB",
        "fr",
        {"house": ["Maison de la vallée"], "perk": ["Un an de musées"], "relay": ["Lusophones des Cols"]},
    ),
]


@pytest.mark.parametrize(("code", "lang", "shown"), SHOWN, ids=["A1", "AB"])
def test_what_is_printed_of_a_territory(districts: Printer, code: str, lang: str, shown: dict[str, list[str]]) -> None:
    """The event of AB is cancelled, and Ilse agreed to the site alone: neither is on paper."""
    assert items(districts.editions.edition(code, lang)) == shown


def test_a_perk_says_its_conditions_and_its_last_day(districts: Printer) -> None:
    perk = item(districts.editions.edition("A1", "en"), "welcome-basket")
    assert (perk.first, perk.points_title, perk.points) == (
        "Gift · Until 15 December 2026 inclusive",
        "On what conditions",
        ("You have signed a lease or a sale in the district.", "You come within a month of moving in."),
    )
    assert [(line.label, line.text, line.url) for line in perk.lines] == [
        ("How to get it", "Ask the club for it, with your lease.", ""),
        ("Offered by", "Club du Lac", ""),
        ("Official website", "https://club-du-lac.example/panier", "https://club-du-lac.example/panier"),
    ]


def test_a_perk_that_is_not_translated_keeps_its_language(districts: Printer) -> None:
    perk = item(districts.editions.edition("A1", "en"), "museum-year")
    assert (perk.lang, perk.points_lang, [line.lang for line in perk.lines]) == ("fr", "fr", ["fr", None])


def test_an_event_says_its_date_first_then_where(districts: Printer) -> None:
    event = item(districts.editions.edition("A1", "fr"), "winter-welcome")
    assert event.first == ("Samedi 16 janvier 2027 de 18\u00a0h\u00a030 à 20\u00a0h · Cérémonie d’accueil · Saint-Jean")
    assert event.text == "La mairie reçoit les arrivants\u00a0; café, gâteaux, et la chorale du village."
    assert [(line.label, line.text.replace("\u00a0", " ")) for line in event.lines] == [
        ("Adresse", "Salle des fêtes, 2 place du Lac, Saint-Jean"),
        ("Organisé par", "Mairie de Saint-Jean"),
        ("Inscription", "saint-jean.example/accueil"),
        ("", "+41 21 000 00 01"),
        ("", "mairie@saint-jean.example"),
        ("On y parle", "français et anglais"),
    ]


def test_a_house_says_how_to_reach_it_and_what_it_offers(districts: Printer) -> None:
    house = item(districts.editions.edition("A1", "en"), "valley-house")
    assert house.contact is not None
    assert (house.contact.telephone.replace("\u00a0", " "), house.contact.languages) == (
        "032 555 01 01",
        "French, English and Portuguese",
    )
    assert len(house.contact.hours) == 2
    assert house.points == ("A first appointment of an hour, free of charge.", "Help with the school’s papers.")


def test_a_house_that_publishes_no_address_says_so(districts: Printer) -> None:
    house = item(districts.editions.edition("302", "fr"), "les-hauts-house")
    assert (house.contact, [line.text for line in house.lines]) == (None, ["Coordonnées non publiées."])


def test_the_code_leads_to_that_part_of_the_guide(districts: Printer) -> None:
    found = districts.editions.edition("A1", "en").welcome
    assert found is not None
    assert found.title == "Here to welcome you"
    assert found.qr == Code(url=f"{SITE}q/A1/#welcome", colour="#152429")


@pytest.mark.parametrize(("more", "names"), [("", []), (", print", ["On m’a tendu une clé"])], ids=["site", "print"])
def test_who_agreed_to_be_in_print_is(more: str, names: list[str], portal: Callable[..., PortalFolder]) -> None:
    """The guide of both has the quote."""
    printer = printer_of(portal(QUOTE.replace("{more}", more)).root, SITE)
    edition = printer.editions.edition("bourg", "en")
    assert items(edition).get("testimonial", []) == names
    assert len(printer.editions.manuscript("bourg", "en").guide.welcome) == 1
    if names:
        quote = item(edition, "p-1a2b3c4d")
        assert (quote.first, quote.lang, quote.text) == ("Ada · Le Bourg · here since 2024", "fr", "")
        assert [line.text for line in quote.lines] == ["With their agreement, until 1 January 2027 inclusive."]


BOOKED = """
content/houses/hall.md
    ---
    id: hall
    title: La halle
    territory: bourg
    expires_on: 2027-02-01
    ---
    On y boit un café.
content/welcome/snow.md
    ---
    id: snow
    title: La neige
    section: housing
    expires_on: 2027-03-31
    see: "Allez voir la place."
    ---
    Mettez quatre pneus.
"""


def test_paper_says_until_when_it_holds(portal: Callable[..., PortalFolder]) -> None:
    """A perk and an event say it before their titles."""
    edition = printer_of(portal(BOOKED).root, SITE).editions.edition("bourg", "fr")
    assert item(edition, "hall").lines[-1].text == "Jusqu’au 1er février 2027 inclus."
    notes = {block.id: block.note for section in edition.sections for block in section.blocks}
    assert notes == {"snow": "Jusqu’au 31 mars 2027 inclus."}


def test_a_house_answers_for_its_role_among_the_contacts(districts: Printer) -> None:
    edition = districts.editions.edition("A1", "fr")
    assert [str(contact.note) for contact in edition.contacts if contact.title == "Maison d’accueil"] == [
        "Maison de la vallée"
    ]
    assert "Maison d’accueil" not in [str(each.title) for each in edition.unrecorded]


def test_where_nothing_is_recorded_there_is_no_such_part(portal: Callable[..., PortalFolder]) -> None:
    edition = printer_of(portal().root, SITE).editions.edition("pays", "fr")
    assert edition.welcome is None
    assert "welcome" not in json.loads(fingerprint_text(edition))


def test_a_quote_that_cannot_be_printed_is_named(portal: Callable[..., PortalFolder]) -> None:
    tree = QUOTE.replace("{more}", ", print").replace("Une clé", "Une clé ☐")
    printer = printer_of(portal(tree).root, SITE)
    found = unprintable(printer.portal, printer.editions.edition("bourg", "en"), printer.fonts, printer.root)
    assert said(found)[1] == (
        "content/testimonials/quay.md:9:9 [paper-characters] “On m’a tendu une clé” contains characters that cannot be "
        "printed: ☐ (U+2610). What depends on it is not printed. "
        "→ Say it in words, or add to theme/print/fonts a font that has these characters."
    )


OVER = ["Première baignade", "Le thé d’automne"]


def text_of(pdf: bytes) -> str:
    read = "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)
    return re.sub(r"[\s\u00a0\u202f]+", " ", read)


@pytest.mark.parametrize(
    ("lang", "holding"),
    [
        ("fr", ["Jusqu’au 15 décembre 2026 inclus", "Venir dans le mois qui suit l’emménagement.", "032 555 01 01"]),
        ("en", ["Until 15 December 2026 inclusive", "You come within a month of moving in.", "032 555 01 01"]),
    ],
)
def test_what_holds_is_on_paper_and_what_is_over_is_not(
    prints: Callable[..., Prints], lang: str, holding: list[str]
) -> None:
    text = text_of(prints("districts", "A").pdf(f"A-{lang}-pack"))
    assert [part for part in holding if part not in text] == []
    assert [part for part in (*OVER, "Marche de bienvenue", "Welcome walk", "Ilse") if part in text] == []
    leaflet = text_of(prints("districts", "A").pdf(f"A-{lang}-leaflet"))
    assert holding[0] in leaflet
    assert [part for part in OVER if part in leaflet] == []


def test_what_is_over_is_on_no_page_and_in_no_calendar(small_site: Callable[[str], PortalFolder]) -> None:
    site = small_site("districts").site
    files = [file for file in site.rglob("*") if file.suffix in {".html", ".ics", ".json", ".xml"}]
    texts = {file.relative_to(site): file.read_text(encoding="utf-8") for file in files}
    holding = "Le panier des arrivants"
    assert sum(holding in text for text in texts.values()) > 3
    names = [*OVER, "autumn-tea", "first-swim", "Ludovic Ancien"]
    assert [(str(path), name) for path, text in texts.items() for name in names if name in text] == []
    assert [path for path in texts if Path(path).suffix == ".ics"] != []


def test_a_kind_that_has_no_telling_of_its_own_is_told_as_all_are(
    districts: Printer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paper_directories, "TOLD", {})
    told = districts.editions.edition("A", "fr").welcome
    assert told is not None
    assert all(item.title and not item.lines and not item.points for group in told.groups for item in group.items)
