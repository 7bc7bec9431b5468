"""Calendars: read back with icalendar, they say what was written; and the bytes are those of RFC 5545."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from site_builder.load.git import Change, LastChanges
from site_builder.outputs.calendars import calendars
from site_builder.outputs.time_zones import time_zone
from site_builder.reading import check_portal
from site_builder.render.geography import geography
from site_builder.render.links import Links
from site_builder.render.scene import Scene
from site_builder.render.stage import Materials, set_scene
from tests.conftest import PORTALS, SITE_URLS, TODAY, engine_theme

PARIS = ZoneInfo("Europe/Paris")
GOLDEN = """\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Portail//Portail//FR
NAME;LANGUAGE=fr:La cérémonie d’accueil d’hiver
X-WR-CALNAME:La cérémonie d’accueil d’hiver
BEGIN:VTIMEZONE
TZID:Europe/Paris
BEGIN:STANDARD
DTSTART:20270101T000000
TZNAME:CET
TZOFFSETFROM:+0100
TZOFFSETTO:+0100
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:20270328T020000
TZNAME:CEST
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:20271031T030000
TZNAME:CET
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
END:VTIMEZONE
BEGIN:VEVENT
SUMMARY;LANGUAGE=fr:La cérémonie d’accueil d’hiver
DTSTART;TZID=Europe/Paris:20270116T183000
DTEND;TZID=Europe/Paris:20270116T200000
DTSTAMP:20000101T000000Z
UID:event-winter-welcome@vd.portail
CONTACT;LANGUAGE=fr:Mairie de Saint-Jean\\, https://www.saint-jean.example/
 accueil\\, +41 21 000 00 01\\, mairie@saint-jean.example
DESCRIPTION;LANGUAGE=fr:La mairie reçoit les arrivants\u00a0\\; café\\, gâtea
 ux\\, et la chorale du village.
GEO:46.051;6.049
LOCATION;LANGUAGE=fr:Salle des fêtes\\, 2 place du Lac\\, Saint-Jean
STATUS:CONFIRMED
URL:https://valdaine.example/portail/rendez-vous/winter-welcome/
END:VEVENT
END:VCALENDAR
"""


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Scene:
    """The scene of the districts, whose pages are not made."""
    planned = check_portal(PORTALS / "districts", today=TODAY).planned
    assert planned is not None
    theme = engine_theme(tmp_path_factory.mktemp("calendars"), SITE_URLS["districts"])
    return set_scene(planned, theme, Materials(geography=geography(planned.portal)))


def made(scene: Scene) -> dict[str, bytes]:
    return {output.path: output.data for output in calendars(scene)}


def read(data: bytes) -> Any:
    return Calendar.from_ical(data.decode())


def events(data: bytes) -> list[Any]:
    """Components as mappings of properties, whose types depend on their names."""
    return list(read(data).walk("VEVENT"))


TERRITORIES = {  # those with events in them: neither B1 nor its communes
    "A": ["open-doors", "winter-welcome", "mountain-walk"],
    "B": ["mountain-walk"],
    "A1": ["open-doors", "winter-welcome"],
    "AB": ["mountain-walk"],
    "101": ["open-doors", "winter-welcome"],  # those of its district
}


def test_one_for_each_event_for_each_territory_and_for_each_list(scene: Scene) -> None:
    assert sorted(made(scene)) == sorted(
        [
            "en/events/calendar.ics",
            *(f"en/events/calendar/{code}.ics" for code in TERRITORIES),
            *(f"en/events/calendar/event-{name}.ics" for name in TERRITORIES["A"]),
            "rendez-vous/calendrier.ics",
            *(f"rendez-vous/calendrier/{code}.ics" for code in TERRITORIES),
            *(f"rendez-vous/calendrier/event-{name}.ics" for name in TERRITORIES["A"]),
        ]
    )


@pytest.mark.parametrize(("code", "ids"), TERRITORIES.items())
def test_the_calendar_of_a_territory(code: str, ids: list[str], scene: Scene) -> None:
    files = made(scene)
    found = read(files[f"en/events/calendar/{code}.ics"])
    assert [str(event["UID"]) for event in found.walk("VEVENT")] == [f"event-{name}@vd.portail" for name in ids]
    assert found["REFRESH-INTERVAL"].dt == timedelta(days=1)
    for event in found.walk("VEVENT"):  # the same as in the calendar of all
        assert event.to_ical() in files["en/events/calendar.ics"]


def test_a_commune_s_calendar_is_that_of_its_district(scene: Scene) -> None:
    files = made(scene)
    assert files["rendez-vous/calendrier/101.ics"] == files["rendez-vous/calendrier/A1.ics"]
    assert read(files["rendez-vous/calendrier/101.ics"])["NAME"] == "Rendez-vous d’accueil – District du Lac"


def test_what_is_of_a_whole_territory_is_in_the_calendars_below(scene: Scene) -> None:
    everywhere = altered(scene, "open-doors", territory="VD")
    files = made(everywhere)
    assert "event-open-doors" in files["rendez-vous/calendrier/B.ics"].decode()
    of_several = {path for path in files if path.startswith("rendez-vous/calendrier/") and "/event-" not in path}
    assert of_several == {f"rendez-vous/calendrier/{code}.ics" for code in TERRITORIES}


def test_a_calendar_for_each_theme(scene: Scene) -> None:
    files = made(altered(scene, "open-doors", themes=("sport", "Art du fil")))
    assert sorted(path for path in files if "theme" in path and path.startswith("en/")) == [
        "en/events/calendar/theme-art-du-fil.ics",
        "en/events/calendar/theme-sport.ics",
    ]
    sport = read(files["rendez-vous/calendrier/theme-sport.ics"])
    assert [str(event["UID"]) for event in sport.walk("VEVENT")] == ["event-open-doors@vd.portail"]
    assert sport["NAME"] == "Rendez-vous d’accueil – sport"


def test_a_calendar_stays_when_its_events_are_over(scene: Scene) -> None:
    """Somebody subscribed to it. The tea in B was over yesterday; nothing was ever to be held in B1."""
    assert [(each.territory, each.themes) for each in scene.portal.former_events] == [("B", ())]
    without = replace(scene.portal, entries={k: v for k, v in scene.portal.entries.items() if k != "event"})
    files = made(replace(scene, portal=without))
    assert sorted(files) == [
        "en/events/calendar.ics",
        "en/events/calendar/B.ics",
        "rendez-vous/calendrier.ics",
        "rendez-vous/calendrier/B.ics",
    ]
    assert [component.name for component in read(files["rendez-vous/calendrier/B.ics"]).subcomponents] == ["VTIMEZONE"]


def altered(scene: Scene, event: str, **fields: object) -> Scene:
    """The scene with other fields of an event."""
    entries = tuple(
        replace(entry, versions={lang: version.model_copy(update=fields) for lang, version in entry.versions.items()})
        if entry.id == event
        else entry
        for entry in scene.portal.entries["event"]
    )
    return replace(scene, portal=replace(scene.portal, entries={**scene.portal.entries, "event": entries}))


def test_when_it_last_changed(scene: Scene) -> None:
    """As the history says of all its files; where it does not know one of them, nothing is claimed."""
    files = {"content/events/winter-welcome.md": 10, "content/events/winter-welcome.en.md": 12}
    changes = {
        path: Change("abc", date(2026, 11, day), "Ana", "Said", datetime(2026, 11, day, 8, 30, 5, tzinfo=UTC))
        for path, day in files.items()
    }
    path = "rendez-vous/calendrier/event-winter-welcome.ics"
    for known, moment in (
        (changes, datetime(2026, 11, 12, 8, 30, 5, tzinfo=UTC)),
        ({"content/events/winter-welcome.md": changes["content/events/winter-welcome.md"]}, None),
    ):
        (event,) = events(made(replace(scene, changes=LastChanges(of_file=known, of_against={})))[path])
        assert [event[name].dt for name in ("LAST-MODIFIED", "DTSTAMP") if name in event] == (
            [moment, moment] if moment else [datetime(2000, 1, 1, tzinfo=UTC)]
        )


def test_the_whole_file(scene: Scene) -> None:
    data = made(scene)["rendez-vous/calendrier/event-winter-welcome.ics"]
    assert data.decode() == GOLDEN.replace("\n", "\r\n")
    assert max(map(len, data.split(b"\r\n"))) <= 75


@pytest.mark.parametrize(
    ("path", "said"),
    [
        (
            "rendez-vous/calendrier.ics",
            [
                ("event-open-doors@vd.portail", "Portes ouvertes, de Saint-Jean à L’Aubépine", "fr", "CONFIRMED"),
                ("event-winter-welcome@vd.portail", "La cérémonie d’accueil d’hiver", "fr", "CONFIRMED"),
                ("event-mountain-walk@vd.portail", "Annulé\u00a0: Marche de bienvenue au col", "fr", "CANCELLED"),
            ],
        ),
        (
            "en/events/calendar.ics",
            [
                ("event-open-doors@vd.portail", "Portes ouvertes, de Saint-Jean à L’Aubépine", "fr", "CONFIRMED"),
                ("event-winter-welcome@vd.portail", "The winter welcome", "en", "CONFIRMED"),
                ("event-mountain-walk@vd.portail", "Cancelled: Welcome walk to the pass", "en", "CANCELLED"),
            ],
        ),
    ],
)
def test_all_events_soonest_first_in_the_language_that_they_are_in(
    path: str, said: list[tuple[str, str, str, str]], scene: Scene
) -> None:
    found = events(made(scene)[path])
    assert [(e["UID"], e["SUMMARY"], e["SUMMARY"].params["LANGUAGE"], e["STATUS"]) for e in found] == said


def test_when_they_are(scene: Scene) -> None:
    found = events(made(scene)["rendez-vous/calendrier.ics"])
    assert [(e["DTSTART"].dt, e["DTEND"].dt, e["DTSTAMP"].dt, e.get("SEQUENCE")) for e in found] == [
        # The day after the last one, and the day on which it was checked.
        (date(2026, 12, 5), date(2026, 12, 7), datetime(2026, 11, 2, tzinfo=UTC), None),
        (
            datetime(2027, 1, 16, 18, 30, tzinfo=PARIS),
            datetime(2027, 1, 16, 20, tzinfo=PARIS),
            datetime(2000, 1, 1, tzinfo=UTC),  # nobody says when it was
            None,
        ),
        (
            datetime(2027, 3, 28, 1, 30, tzinfo=PARIS),
            datetime(2027, 3, 28, 4, tzinfo=PARIS),
            datetime(2000, 1, 1, tzinfo=UTC),
            1,
        ),
    ]
    assert [e["DTSTART"].params.get("VALUE") for e in found] == ["DATE", None, None]


@pytest.mark.parametrize(
    ("revision", "cancelled", "sequence"),
    [(0, False, None), (0, True, 1), (1, False, 2), (1, True, 3), (2, False, 4)],
)
def test_each_edition_of_an_event_is_above_the_one_before(
    revision: int, cancelled: bool, sequence: int | None, scene: Scene
) -> None:
    """Whatever was cancelled and is held again after all has another hour: its revision was raised."""
    entries = []
    for entry in scene.portal.entries["event"]:
        versions = {
            lang: version.model_copy(update={"revision": revision, "cancelled": cancelled})
            for lang, version in entry.versions.items()
        }
        entries.append(replace(entry, versions=versions))
    portal = replace(scene.portal, entries={**scene.portal.entries, "event": tuple(entries)})
    found = events(made(replace(scene, portal=portal))["rendez-vous/calendrier.ics"])
    assert [event.get("SEQUENCE") for event in found] == [sequence] * 3


def test_what_was_written_is_read_back(scene: Scene) -> None:
    (event,) = events(made(scene)["rendez-vous/calendrier/event-winter-welcome.ics"])
    assert {key: str(event[key]) for key in ("DESCRIPTION", "LOCATION", "CONTACT", "URL")} == {
        "DESCRIPTION": "La mairie reçoit les arrivants\u00a0; café, gâteaux, et la chorale du village.",
        "LOCATION": "Salle des fêtes, 2 place du Lac, Saint-Jean",
        "CONTACT": (
            "Mairie de Saint-Jean, https://www.saint-jean.example/accueil, +41 21 000 00 01, mairie@saint-jean.example"
        ),
        "URL": "https://valdaine.example/portail/rendez-vous/winter-welcome/",
    }


def test_the_name_of_a_calendar_is_one_text(scene: Scene) -> None:
    title = "Bal, marché; \\n fin\nX-OTHER:1"
    data = made(altered(scene, "winter-welcome", title=title))["rendez-vous/calendrier/event-winter-welcome.ics"]
    said = r"Bal\, marché\; \\n fin\nX-OTHER:1"
    assert f"\r\nNAME;LANGUAGE=fr:{said}\r\nX-WR-CALNAME:{said}\r\n" in data.decode()
    assert "X-OTHER" not in read(data)


def test_the_site_s_address_changes_only_the_links(scene: Scene) -> None:
    elsewhere = made(replace(scene, links=Links("https://other.example/"), today=date(2026, 11, 30)))
    nowhere = made(replace(scene, links=Links("")))
    for path, data in made(scene).items():
        assert elsewhere[path] == data.replace(b"https://valdaine.example/portail/", b"https://other.example/")
        assert b"\r\nURL:" not in nowhere[path]
        assert [e["UID"] for e in events(nowhere[path])] == [e["UID"] for e in events(data)]


def test_a_portal_without_events_keeps_its_calendar(scene: Scene) -> None:
    """Whoever subscribed to it must not find that it is gone; one component at least is asked for (RFC 5545 §3.6)."""
    portal = replace(scene.portal, entries={k: v for k, v in scene.portal.entries.items() if k != "event"})
    empty = read(made(replace(scene, portal=portal))["rendez-vous/calendrier.ics"])
    assert [component.name for component in empty.subcomponents] == ["VTIMEZONE"]


def changes(name: str, *years: int) -> list[tuple[Any, ...]]:
    parts: list[Any] = time_zone(name, years).subcomponents
    return [
        (p.name, p["DTSTART"].dt.isoformat(), p["TZOFFSETFROM"].to_ical(), p["TZOFFSETTO"].to_ical()) for p in parts
    ]


@pytest.mark.parametrize(
    ("name", "years", "said"),
    [
        (
            "Europe/Paris",
            (2026,),
            [
                ("STANDARD", "2026-01-01T00:00:00", "+0100", "+0100"),
                ("DAYLIGHT", "2026-03-29T02:00:00", "+0100", "+0200"),  # as the clocks show it until then
                ("STANDARD", "2026-10-25T03:00:00", "+0200", "+0100"),
            ],
        ),
        (
            "America/Martinique",
            (2026, 2027),
            [
                ("STANDARD", "2026-01-01T00:00:00", "-0400", "-0400"),
                ("STANDARD", "2027-01-01T00:00:00", "-0400", "-0400"),
            ],
        ),
        (
            "Pacific/Auckland",  # summer at both ends of the year
            (2026,),
            [
                ("DAYLIGHT", "2026-01-01T00:00:00", "+1300", "+1300"),
                ("STANDARD", "2026-04-05T03:00:00", "+1300", "+1200"),
                ("DAYLIGHT", "2026-09-27T02:00:00", "+1200", "+1300"),
            ],
        ),
        ("UTC", (9999,), [("STANDARD", "9999-01-01T00:00:00", "+0000", "+0000")]),
    ],
)
def test_the_clocks_of_a_year(name: str, years: tuple[int, ...], said: list[tuple[str, ...]]) -> None:
    assert changes(name, *years) == said
