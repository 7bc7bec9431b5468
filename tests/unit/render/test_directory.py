"""Directories by territory, and what guides show of them."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from site_builder.plan.pages import guide_key, list_key
from site_builder.render.raised import Line
from site_builder.render.said import Said
from site_builder.render.stage import Press
from site_builder.render.views.doors.places import PlacesView
from site_builder.render.views.entries.free_pages import FreePageView
from site_builder.render.views.guide.directories import WELCOME_KINDS
from site_builder.render.views.guide.page import GuideView
from site_builder.render.views.welcome.directory import DirectoryView
from site_builder.render.views.welcome.directory import directory as directory_of
from site_builder.render.views.welcome.welcoming import HouseView, RelayView
from tests.conftest import PortalFolder
from tests.unit.render.conftest import press_of

Presses = Callable[[str], Press]
BASE = "/portail"
DISTRICTS = "districts"
WHO_KNOWS = "Nothing is recorded here yet for newcomers: your town hall (mairie) knows who welcomes them."


def view(press: Press, key: str, lang: str, kind: type[Any]) -> Any:
    page = press.scene.site.get(key, lang)
    assert page is not None
    found = press.view(page)
    assert isinstance(found, kind)
    return found


def directory(press: Press, kind: str, lang: str) -> DirectoryView:
    found = view(press, list_key(kind), lang, DirectoryView)
    assert isinstance(found, DirectoryView)
    return found


def guide(press: Press, code: str, lang: str) -> GuideView:
    found = view(press, guide_key(code), lang, GuideView)
    assert isinstance(found, GuideView)
    return found


Card = tuple[Said, str, str, str]


@pytest.mark.parametrize(
    ("kind", "lang", "groups"),
    [
        (
            "house",
            "fr",
            [
                ("in-vd", "Valdaine", "valdaine", [("", "Maison de la vallée", "", "")]),
                (
                    "in-b",
                    "Canton d’Aval",
                    "canton-canton-d-aval",
                    [("", "La porte d’à côté", "Les Hauts", "")],
                ),
            ],
        ),
        (
            "house",
            "en",
            [
                ("in-vd", "Valdaine", "valdaine", [("", "Valley house", "", "")]),
                (
                    "in-b",
                    "Canton d’Aval",
                    "canton-canton-d-aval",
                    [("", "La porte d’à côté", "Les Hauts", "In French")],
                ),
            ],
        ),
        (
            "relay",
            "en",
            [
                (
                    "in-a",
                    "Canton d’Amont",
                    "canton-canton-d-amont",
                    [
                        ("School · French", "School ties", "District du Lac", ""),
                        ("Diaspora · Portuguese and French", "Lusophones des Cols", "District des Cols", "In French"),
                    ],
                ),
                (
                    "in-b",
                    "Canton d’Aval",
                    "canton-canton-d-aval",
                    [("Diaspora · Portuguese and French", "Lusophones des Cols", "District des Cols", "In French")],
                ),
            ],
        ),
    ],
)
def test_entries_stand_under_their_territory(
    presses: Presses, kind: str, lang: str, groups: list[tuple[str, str, str, list[Card]]]
) -> None:
    """The root first, then the cantons by name; what lies over a border is in both."""
    route = {"fr": "bienvenue", "en": "en/welcome"}[lang]
    shown = directory(presses(DISTRICTS), kind, lang)
    assert [
        (g.id, g.title, g.url, [(c.kicker, c.title, c.place, c.note) for c in g.cards], g.quotes) for g in shown.groups
    ] == [(at, title, f"{BASE}/{route}/{slug}/", cards, ()) for at, title, slug, cards in groups]
    assert shown.empty == ""


@pytest.mark.parametrize(
    ("lang", "title", "who", "text"),
    [
        (
            "fr",
            "On m’a prêté une luge avant de me demander mon nom",
            "Saint-Jean · ici depuis 2024 · auparavant\N{NO-BREAK SPACE}: Rotterdam",
            "Nous sommes arrivés un dimanche de neige.",
        ),
        (
            "en",
            "They lent me a sledge before asking my name",
            "Saint-Jean · here since 2024 · previously: Rotterdam",
            "We came on a snowy Sunday.",
        ),
    ],
)
def test_people_tell_in_their_own_words(presses: Presses, lang: str, title: str, who: str, text: str) -> None:
    shown = directory(presses(DISTRICTS), "testimonial", lang)
    quotes = [(g.title, g.cards, q.id, q.title, q.name, str(q.who), q.note) for g in shown.groups for q in g.quotes]
    assert quotes == [("Canton d’Amont", (), "p-1b2c3d4e", title, "Ilse", who, "")]
    assert str(shown.groups[0].quotes[0].html).startswith(f"<p>{text}")
    assert shown.ask is None


@pytest.mark.parametrize(
    ("kind", "empty", "asked"),
    [
        ("house", "This page will list the welcome houses:", "Find my town hall"),
        (
            "relay",
            "This page will list mentors and community contacts (school,",
            "Find my town hall",
        ),
        ("testimonial", "This page will list the stories", None),
    ],
)
def test_an_empty_directory_says_what_it_would_hold_and_who_knows(
    presses: Presses, kind: str, empty: str, asked: str | None
) -> None:
    shown = directory(presses("minimal"), kind, "en")
    assert (shown.groups, shown.summary) == ((), "")
    assert shown.empty.startswith(empty)
    assert (shown.ask and (shown.ask.title, shown.ask.url)) == (asked and (asked, "/en/welcome/"))
    assert shown.add is None  # this portal has no partners' door


def test_a_directory_says_how_to_add_to_it(presses: Presses) -> None:
    press = presses(DISTRICTS)
    added = {kind: directory(press, kind, "fr").add for kind in ("house", "testimonial")}
    assert {kind: add and (add.title, add.link and add.link.url) for kind, add in added.items()} == {
        "house": ("Vous accueillez des nouveaux arrivants\N{NO-BREAK SPACE}?", f"{BASE}/partenaires/"),
        "testimonial": ("Vous voulez raconter votre arrivée\N{NO-BREAK SPACE}?", None),
    }


@pytest.mark.parametrize(
    ("demonstration", "why", "url"),
    [
        (True, "Cette démonstration ne recueille pas de témoignages. Dans un portail réel, rien n’est publié", None),
        (False, "Dites-le à votre mairie. Rien n’est publié sans votre accord écrit", f"{BASE}/bienvenue/"),
    ],
)
def test_only_a_real_portal_asks_for_stories(presses: Presses, demonstration: bool, why: str, url: str | None) -> None:
    press = presses(DISTRICTS)
    settings = press.scene.portal.settings.model_copy(update={"demonstration": demonstration})
    scene = replace(press.scene, portal=replace(press.scene.portal, settings=settings))
    page = scene.site.get(list_key("testimonial"), "fr")
    assert page
    add = directory_of(scene, press.shared, page).add
    assert add
    assert (add.why[: len(why)], add.link and add.link.url) == (why, url)


Welcomed = dict[str, list[tuple[Said, Line]]]


def welcomed(shown: GuideView) -> Welcomed:
    """Titles and notes of the links, and the names of those who tell, by kind (not perks and events)."""
    return {
        group.kind: [(link.title, link.note) for link in group.links] or [(q.name, "") for q in group.quotes]
        for group in shown.welcome
        if group.kind in {"house", "relay", "testimonial"}
    }


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        (
            "VD",
            {
                "house": [("Maison de la vallée", ""), ("La porte d’à côté", "Les Hauts")],
                "relay": [
                    ("Liens d’école", "École · français · District du Lac"),
                    ("Lusophones des Cols", "Diaspora · portugais et français · District des Cols"),
                ],
                "testimonial": [("Ilse", "")],
            },
        ),
        (
            "B",
            {
                "house": [("La porte d’à côté", "Les Hauts"), ("Maison de la vallée", "Valdaine")],
                "relay": [("Lusophones des Cols", "Diaspora · portugais et français · District des Cols")],
            },
        ),
        (
            "302",
            {"house": [("La porte d’à côté", ""), ("Maison de la vallée", "Valdaine")]},
        ),
        (
            "101",
            {
                "house": [("Maison de la vallée", "Valdaine")],
                "relay": [("Liens d’école", "École · français · District du Lac")],
                "testimonial": [("Ilse", "")],
            },
        ),
    ],
)
def test_a_guide_shows_its_own_then_what_is_in_it_then_what_it_lies_in(
    presses: Presses, code: str, expected: Welcomed
) -> None:
    assert welcomed(guide(presses(DISTRICTS), code, "fr")) == expected


def test_a_guide_says_what_is_not_in_its_language(presses: Presses) -> None:
    assert welcomed(guide(presses(DISTRICTS), "302", "en")) == {
        "house": [("La porte d’à côté", "In French"), ("Valley house", "Valdaine")]
    }


@pytest.mark.parametrize(
    ("code", "lang", "houses"),
    [
        ("VD", "fr", ["Maison de la vallée", "La porte d’à côté"]),
        ("302", "en", ["La porte d’à côté", "Valley house"]),
    ],
)
def test_a_welcome_house_answers_for_the_role_of_its_kind(
    presses: Presses, code: str, lang: str, houses: list[str]
) -> None:
    press = presses(DISTRICTS)
    shown = guide(press, code, lang)
    (listed,) = (answer for answer in shown.answers if answer.state == "listed")
    assert (listed.id, listed.contact, [str(link.title) for link in listed.links]) == (
        "role-welcome-house",
        None,
        houses,
    )
    (group,) = (group for group in shown.welcome if group.kind == "house")
    assert listed.links == group.links
    assert "role-welcome-house" not in [answer.id for answer in shown.unrecorded.answers]


def test_without_a_house_the_role_is_said_unrecorded(portal: Callable[..., PortalFolder]) -> None:
    house = {
        "sections": [],
        "roles": [{"id": "welcome-house", "title": {"fr": "Maison", "en": "House"}, "kind": "house"}],
    }
    press = press_of(portal(f"data/guide.yml\n    {house}").root)
    shown = guide(press, press.scene.portal.settings.territory, "en")
    assert ([*shown.answers], [answer.id for answer in shown.unrecorded.answers]) == ([], ["role-welcome-house"])


def test_where_nothing_is_recorded_at_all_guides_say_who_knows_in_one_line_that_all_share(
    portal: Callable[..., PortalFolder],
) -> None:
    press = press_of(portal().root)
    shown = guide(press, press.scene.portal.settings.territory, "en")
    assert shown.welcome == ()
    assert shown.directories is press.shared.directories["en"]
    assert shown.directories.links == ()
    page = press.scene.site.get(guide_key(press.scene.portal.settings.territory), "en")
    assert page is not None
    assert press.content(page).count(f'<p class="wide directories">{WHO_KNOWS}</p>') == 1


def test_readers_are_sent_to_no_empty_directory_and_partners_to_all(portal: Callable[..., PortalFolder]) -> None:
    """One house in the whole portal: the page of all places leads to houses alone, theirs to no other directory."""
    door = """
content/pages/partners.md
    ---
    id: partners
    title: Partenaires
    door: partners
    ---
    Faites connaître ce que vous proposez.
"""
    house = """
content/houses/tilleuls.md
    ---
    id: tilleuls
    title: La maison des tilleuls
    territory: bourg
    ---
    On y boit un café.
"""
    empty = press_of(portal(door).root)
    press = press_of(portal(door + house).root)
    assert view(empty, "places", "en", PlacesView).directories == ()
    page = empty.scene.site.get("places", "en")
    assert page is not None
    assert f"<p>{WHO_KNOWS}</p>" in empty.content(page)
    assert [link.url for link in view(press, "places", "en", PlacesView).directories] == ["/en/welcome-houses/"]
    others = [directory(press, kind, "en").others for kind in ("house", "perk")]
    assert [[link.url for link in links] for links in others] == [[], ["/en/welcome-houses/"]]
    for each in (empty, press):
        led = view(each, "page:partners", "fr", FreePageView).directories
        assert [link.url for link in led] == [each.scene.url(list_key(kind), "fr") for kind in WELCOME_KINDS]


def test_what_is_recorded_elsewhere_is_led_to(presses: Presses) -> None:
    press = presses(DISTRICTS)
    said = {
        lang: press.scene.template("fragments/directories.html", lang, directories=shown).partition(" <a")[0]
        for lang, shown in press.shared.directories.items()
    }
    assert {lang: text.partition(">")[2] for lang, text in said.items()} == {
        "fr": "Rien n’est encore enregistré ici pour les nouveaux arrivants. Partout en Valdaine\u00a0:",
        "en": "Nothing is recorded here yet for newcomers. Everywhere in Valdaine:",
    }


MANY = "\n".join(
    f"""content/houses/h{number}.md
    ---
    id: h{number}
    title: Maison {number}
    territory: bourg
    ---
    On y boit un café.
content/testimonials/t{number}.md
    ---
    id: p-0000000{number}
    title: Récit {number}
    territory: bourg
    display_name: Zoé {number}
    consent: {{scope: [site], granted_on: 2026-01-01, expires_on: 2028-01-01, reference: d{number}, minor: false}}
    ---
    On m’a prêté une luge."""
    for number in range(1, 7)
)


def test_a_guide_shows_at_most_four_of_a_kind_and_two_voices(portal: Callable[..., PortalFolder]) -> None:
    built = portal(MANY)
    built.build()
    page = built.html("bienvenue/le-bourg/")
    assert [page.count(f">Maison {n}</a>") for n in range(1, 7)] == [1, 1, 1, 1, 0, 0]
    assert [page.count(f"<b>Zoé {n}</b>") for n in range(1, 7)] == [1, 1, 0, 0, 0, 0]
    assert 'href="/maisons-d-accueil/">Toutes les maisons d’accueil</a>' in page
    listed = built.html("temoignages/")
    quotes = [f'<li id="p-0000000{n}" data-until="2028-01-02T00:00:00+01:00">' for n in range(1, 7)]
    assert [listed.count(quote) for quote in quotes] == [1] * 6


def test_nobody_is_named_whose_consent_is_over(small_site: Callable[[str], PortalFolder]) -> None:
    site = small_site(DISTRICTS).site
    naming = [
        file.relative_to(site).as_posix()
        for file in site.rglob("*")
        if file.is_file() and any(word in file.read_bytes() for word in (b"Ludovic", b"p-5f6a7b8c", b"deux jours"))
    ]
    assert naming == []


def test_the_page_of_all_places_names_every_directory(presses: Presses) -> None:
    shown = view(presses(DISTRICTS), "places", "fr", PlacesView)
    found = {link.title: link.url for link in shown.directories}
    assert found.keys() >= {"Maisons d’accueil", "Parrainages et relais", "Témoignages"}
    assert found["Témoignages"] == f"{BASE}/temoignages/"


def test_a_house_says_what_it_does_not_and_who_does(presses: Presses) -> None:
    shown = view(presses(DISTRICTS), "house:valley-house", "en", HouseView)
    assert shown.offers == ("A first appointment of an hour, free of charge.", "Help with the school’s papers.")
    assert [(row.what, str(row.who), row.url) for row in shown.elsewhere] == [
        ("Registering with the commune", "Town hall", f"{BASE}/en/welcome/valdaine/#role-town-hall"),
        ("Finding a home", "Housing office of Saint-Jean", ""),
    ]
    contact = shown.contact
    assert contact is not None
    assert (str(contact.name), contact.telephone, contact.telephone_href, contact.hours, contact.languages) == (
        "Come, call, write",
        "032\N{NO-BREAK SPACE}555\N{NO-BREAK SPACE}01\N{NO-BREAK SPACE}01",
        "tel:+41325550101",
        ("Monday to Friday: 9am to midday and 2pm to 5pm", "Closed: Saturday and Sunday"),
        "French, English and Portuguese",
    )
    assert shown.details == ()  # its site is among the ways to reach it


def test_a_house_that_says_no_way_to_reach_it_sends_to_the_first_contact(presses: Presses) -> None:
    shown = view(presses(DISTRICTS), "house:les-hauts-house", "fr", HouseView)
    assert shown.contact is None
    assert (shown.ask.title, shown.ask.url) == ("Votre contact pour l’accueil", f"{BASE}/bienvenue/les-hauts/#contact")


@pytest.mark.parametrize(
    ("key", "lang", "kind", "reached"),
    [
        ("relay:school-ties", "en", "School", True),
        ("relay:portuguese-speakers", "fr", "Diaspora", True),
    ],
)
def test_a_relay_says_who_it_is(presses: Presses, key: str, lang: str, kind: str, reached: bool) -> None:
    shown = view(presses(DISTRICTS), key, lang, RelayView)
    assert (shown.kind, shown.languages, shown.contact is not None) == (kind, "", reached)


@pytest.mark.parametrize(
    ("lang", "basket", "ceremony", "words"),
    [
        ("fr", "Le panier des arrivants", "La cérémonie d’accueil d’hiver", "On m’a prêté une luge"),
        ("en", "The newcomers’ basket", "The winter welcome", "They lent me a sledge"),
    ],
)
def test_the_filter_of_a_guide_knows_whom_each_thing_is_for(
    lang: str, basket: str, ceremony: str, words: str, presses: Presses
) -> None:
    press = presses(DISTRICTS)
    page = press.scene.site.get(guide_key("101"), lang)
    assert page is not None
    items = LexborHTMLParser(press.page(page).data.decode()).css("#welcome li")
    titles = [(item.css_first("a, h4"), item.attributes.get("data-a")) for item in items]
    told = [(title.text()[: len(words)], audiences) for title, audiences in titles if title and audiences]
    assert (len(items), told) == (7, [(title[: len(words)], "famille") for title in (basket, ceremony, words)])
