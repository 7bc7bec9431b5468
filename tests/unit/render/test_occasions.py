"""Perks and events: their days in words, and where they stand in directories and guides."""

from collections.abc import Callable

import pytest
from markupsafe import escape

from site_builder.model.event import Event
from site_builder.model.perk import Perk
from site_builder.plan.pages import guide_key, list_key
from site_builder.render.stage import Press
from site_builder.render.views.guide.page import GuideView
from site_builder.render.views.welcome.calendars import calendar_links
from site_builder.render.views.welcome.days import days, event_first, validity
from site_builder.render.views.welcome.directory import DirectoryView
from site_builder.render.views.welcome.occasions import EventView, PerkView

Presses = Callable[[str], Press]


def event(starts: str, ends: str | None = None, *, cancelled: bool = False) -> Event:
    return Event.model_validate(
        {
            "id": "e",
            "title": "E",
            "territory": "VD",
            "kind": "visit",
            "cancelled": cancelled,
            "starts": starts,
            "ends": ends,
        }
    )


@pytest.mark.parametrize(
    ("starts", "ends", "fr", "en"),
    [
        ("2027-01-16", None, "Samedi 16 janvier 2027", "Saturday, 16 January 2027"),
        ("2027-01-16", "2027-01-16", "Samedi 16 janvier 2027", "Saturday, 16 January 2027"),
        (
            "2027-01-30",
            "2027-02-01",
            "Du samedi 30 janvier 2027 au lundi 1er février 2027",
            "From Saturday, 30 January 2027 to Monday, 1 February 2027",
        ),
        (
            "2027-01-16T18:30",
            None,
            "Samedi 16 janvier 2027 à 18\u00a0h\u00a030",
            "Saturday, 16 January 2027 at 6:30pm",
        ),
        (
            "2027-01-16T18:30",
            "2027-01-16T20:00",
            "Samedi 16 janvier 2027 de 18\u00a0h\u00a030 à 20\u00a0h",
            "Saturday, 16 January 2027 from 6:30pm to 8pm",
        ),
        (
            "2027-01-16T21:00",
            "2027-01-17T00:00",
            "Du samedi 16 janvier 2027 à 21\u00a0h au dimanche 17 janvier 2027 à minuit",
            "From Saturday, 16 January 2027 at 9pm to Sunday, 17 January 2027 at midnight",
        ),
    ],
)
def test_the_days_of_an_event_in_words(starts: str, ends: str | None, fr: str, en: str, presses: Presses) -> None:
    scene = presses("districts").scene
    assert [days(scene, event(starts, ends), lang) for lang in ("fr", "en")] == [fr, en]


def test_a_list_says_the_date_first_and_that_it_is_cancelled(presses: Presses) -> None:
    scene = presses("districts").scene
    assert event_first(scene, event("2027-01-16"), "en") == "Saturday, 16 January 2027 · Visit"
    cancelled = event("2027-01-16", cancelled=True)
    assert event_first(scene, cancelled, "fr") == "Annulé · Samedi 16 janvier 2027 · Visite"


@pytest.mark.parametrize(
    ("valid_from", "fr", "en"),
    [
        (None, "Jusqu’au 1er mai 2027 inclus", "Until 1 May 2027 inclusive"),
        (
            "2026-12-01",
            "Du 1er décembre 2026 au 1er mai 2027 inclus",
            "From 1 December 2026 to 1 May 2027 inclusive",
        ),
    ],
)
def test_until_when_a_perk_holds(valid_from: str | None, fr: str, en: str, presses: Presses) -> None:
    scene = presses("districts").scene
    perk = Perk.model_validate(
        {
            "id": "p",
            "title": "P",
            "territory": "VD",
            "kind": "gift",
            "offered_by": "C",
            "conditions": ["c"],
            "how": "h",
            "valid_from": valid_from,
            "expires_on": "2027-05-01",
        }
    )
    assert [validity(scene, perk, lang) for lang in ("fr", "en")] == [fr, en]


def view(press: Press, key: str, lang: str) -> object:
    page = press.scene.site.get(key, lang)
    assert page is not None
    return press.view(page)


def test_the_directory_of_events_is_by_territory_then_by_date(presses: Presses) -> None:
    directory = view(presses("districts"), list_key("event"), "en")
    assert isinstance(directory, DirectoryView)
    assert directory.calendars is not None
    assert directory.calendars.every.url == "/portail/en/events/calendar.ics"
    assert directory.calendars.every.webcal == "webcal://valdaine.example/portail/en/events/calendar.ics"
    assert [
        (group.title, [(each.title, each.url.rpartition("/")[2]) for each in group.calendars])
        for group in directory.calendars.groups
    ] == [
        ("Cantons", [("Canton d’Amont", "A.ics"), ("Canton d’Aval", "B.ics")]),
        ("Districts", [("District du Lac", "A1.ics"), ("District des Cols", "AB.ics")]),
    ]
    assert [(group.title, [(card.kicker, card.title) for card in group.cards]) for group in directory.groups] == [
        (
            "Canton d’Amont",
            [
                (
                    "From Saturday, 5 December 2026 to Sunday, 6 December 2026 · Visit",
                    "Portes ouvertes, de Saint-Jean à L’Aubépine",
                ),
                ("Saturday, 16 January 2027 from 6:30pm to 8pm · Welcome ceremony", "The winter welcome"),
                ("Cancelled · Sunday, 28 March 2027 from 1:30am to 4am · Meeting", "Welcome walk to the pass"),
            ],
        ),
        (
            "Canton d’Aval",
            [("Cancelled · Sunday, 28 March 2027 from 1:30am to 4am · Meeting", "Welcome walk to the pass")],
        ),
    ]


def test_other_directories_have_no_calendar(presses: Presses) -> None:
    directory = view(presses("districts"), list_key("perk"), "fr")
    assert isinstance(directory, DirectoryView)
    assert directory.calendars is None
    cards = [(group.title, [(escape(card.kicker), card.title) for card in group.cards]) for group in directory.groups]
    assert cards == [  # not the first swim, which ended yesterday
        (
            "Valdaine",
            [("Adhésion offerte · Du 1<sup>er</sup> janvier 2027 au 31 décembre 2027 inclus", "Un an de musées")],
        ),
        ("Canton d’Amont", [("Cadeau · Jusqu’au 15 décembre 2026 inclus", "Le panier des arrivants")]),
    ]


def test_the_notes_of_a_guide_raise_what_french_raises(presses: Presses) -> None:
    guide = view(presses("districts"), guide_key("101"), "fr")
    assert isinstance(guide, GuideView)
    assert [escape(link.note) for group in guide.welcome if group.kind == "perk" for link in group.links] == [
        "Cadeau · Jusqu’au 15 décembre 2026 inclus · District du Lac",
        "Adhésion offerte · Du 1<sup>er</sup> janvier 2027 au 31 décembre 2027 inclus · Valdaine",
    ]


def test_a_guide_shows_what_is_nearest_and_events_by_date(presses: Presses) -> None:
    guide = view(presses("districts"), guide_key("101"), "en")
    assert isinstance(guide, GuideView)
    found = {group.kind: [(link.title, link.note) for link in group.links] for group in guide.welcome}
    assert found["perk"] == [
        ("The newcomers’ basket", "Gift · Until 15 December 2026 inclusive · District du Lac"),
        (
            "Un an de musées",
            "Free membership · From 1 January 2027 to 31 December 2027 inclusive · Valdaine · In French",
        ),
    ]
    assert [title for title, _ in found["event"]] == [  # the commune's own comes later than the district's
        "Portes ouvertes, de Saint-Jean à L’Aubépine",
        "The winter welcome",
    ]


@pytest.mark.parametrize(
    ("code", "title", "url"),
    [
        ("101", "Calendar to follow: District du Lac (.ics)", "/portail/en/events/calendar/A1.ics"),
        ("102", "Calendar to follow: District du Lac (.ics)", "/portail/en/events/calendar/A1.ics"),
        ("A", "Calendar to follow: Canton d’Amont (.ics)", "/portail/en/events/calendar/A.ics"),
        ("302", "Calendar to follow: Canton d’Aval (.ics)", "/portail/en/events/calendar/B.ics"),
        ("VD", "Calendar to follow: Valdaine (.ics)", "/portail/en/events/calendar.ics"),
    ],
)
def test_where_a_calendar_is_for_the_people_of_a_place(code: str, title: str, url: str, presses: Presses) -> None:
    """Where nothing takes place in the district, what is above it: nobody is led to a calendar that is not there."""
    link, how = calendar_links(presses("districts").scene, code, "en")
    assert (link.title, link.url) == (title, url)
    assert (how.title, how.url) == ("How to subscribe", "/portail/en/events/#subscribe")


def test_the_page_of_an_event(presses: Presses) -> None:
    shown = view(presses("districts"), "event:winter-welcome", "en")
    assert isinstance(shown, EventView)
    assert (shown.kind, shown.when) == ("Welcome ceremony", "Saturday, 16 January 2027 from 6:30pm to 8pm")
    assert (shown.cancelled, shown.organiser, shown.languages) == (False, "Mairie de Saint-Jean", "French and English")
    assert shown.address == "Salle des fêtes, 2 place du Lac, Saint-Jean"
    assert shown.calendar_url == "/portail/en/events/calendar/event-winter-welcome.ics"
    assert [(way.title, way.url) for way in shown.registration] == [
        ("saint-jean.example/accueil", "https://www.saint-jean.example/accueil"),
        ("+41\u00a021\u00a0000\u00a000\u00a001", "tel:+41210000001"),
        ("mairie@saint-jean.example", "mailto:mairie@saint-jean.example"),
    ]


@pytest.mark.parametrize(("key", "offered"), [("event:mountain-walk", False), ("event:open-doors", True)])
def test_a_cancelled_event_offers_no_calendar(key: str, *, offered: bool, presses: Presses) -> None:
    press = presses("districts")
    page = press.scene.site.get(key, "fr")
    assert page is not None
    html = press.content(page)
    assert (".ics" in html, "n’aura pas lieu" in html) == (offered, not offered)


def test_the_page_of_a_perk(presses: Presses) -> None:
    shown = view(presses("districts"), "perk:welcome-basket", "en")
    assert isinstance(shown, PerkView)
    assert (shown.kind, shown.valid, shown.offered_by) == (
        "Gift",
        "Until 15 December 2026 inclusive",
        "Club du Lac",
    )
    assert shown.conditions == (
        "You have signed a lease or a sale in the district.",
        "You come within a month of moving in.",
    )
    assert shown.how == "Ask the club for it, with your lease."


def test_structured_data_of_an_event(presses: Presses) -> None:
    press = presses("districts")
    page = press.scene.site.get("event:winter-welcome", "fr")
    assert page is not None
    html = press.page(page).data.decode()
    assert '"startDate":"2027-01-16T18:30:00+01:00","endDate":"2027-01-16T20:00:00+01:00"' in html
    assert '"location":{"@type":"Place","address":"Salle des fêtes, 2 place du Lac, Saint-Jean"' in html
    without_address = press.scene.site.get("event:open-doors", "fr")
    assert without_address is not None
    html = press.page(without_address).data.decode()
    assert '"startDate":"2026-12-05","endDate":"2026-12-06"' in html
    assert '"location":{"@type":"Place","name":"District du Lac"}' in html
