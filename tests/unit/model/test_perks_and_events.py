"""Perks and events: what they ask for, when they are over, what schema.org is told."""

from datetime import date

import pytest
from pydantic import ValidationError

from site_builder.model.event import Event
from site_builder.model.perk import Perk

PERK = {
    "id": "basket",
    "title": "Le panier",
    "territory": "bourg",
    "kind": "gift",
    "offered_by": "Le club",
    "conditions": ["Habiter ici."],
    "how": "Au club.",
    "expires_on": "2026-12-31",
}
EVENT = {"id": "welcome", "title": "L’accueil", "territory": "bourg", "kind": "ceremony", "starts": "2027-01-16T18:30"}


@pytest.mark.parametrize(
    ("values", "today", "shown"),
    [
        ({}, date(2026, 12, 31), True),
        ({}, date(2027, 1, 1), False),
        ({"valid_from": "2026-12-24"}, date(2026, 11, 21), True),  # announced before it begins
        ({"expires_on": "9999-12-31"}, date(9999, 12, 30), True),
    ],
)
def test_a_perk_is_shown_until_its_last_day(values: dict[str, str], today: date, *, shown: bool) -> None:
    assert Perk.model_validate({**PERK, **values}).shown(today) is shown


@pytest.mark.parametrize(
    ("values", "last_day"),
    [
        ({}, date(2027, 1, 16)),
        ({"ends": "2027-01-16T20:00"}, date(2027, 1, 16)),
        ({"ends": "2027-01-17T01:00"}, date(2027, 1, 17)),
        ({"starts": "2027-01-16", "ends": "2027-01-18"}, date(2027, 1, 18)),
        ({"starts": "2027-01-16", "ends": "2027-01-16"}, date(2027, 1, 16)),
        ({"cancelled": "true"}, date(2027, 1, 16)),
    ],
)
def test_an_event_is_shown_until_its_last_day(values: dict[str, str], last_day: date) -> None:
    event = Event.model_validate({**EVENT, **values})
    assert event.last_day == last_day
    assert event.shown(last_day)
    assert not event.shown(date.fromordinal(last_day.toordinal() + 1))


def mistake(model: type[Event] | type[Perk], values: dict[str, object]) -> tuple[object, ...]:
    try:
        model.model_validate(values)
    except ValidationError as error:
        (detail,) = error.errors()
        return (detail["loc"][0], detail["type"], detail.get("ctx", {}).get("nearest"))
    return ()


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"ends": "2027-01-16T18:31"}, ()),
        ({"ends": "2027-01-16T18:30"}, ("ends", "ends_early", "2027-01-17T18:30")),
        ({"ends": "2027-01-16T01:00"}, ("ends", "ends_early", "2027-01-17T01:00")),  # past midnight
        ({"ends": "2027-01-15T20:00"}, ("ends", "ends_early", "…")),
        ({"starts": "2027-01-16", "ends": "2027-01-15"}, ("ends", "ends_early", "…")),
        ({"ends": "2027-01-16"}, ("ends", "ends_otherwise", "2027-01-16T…")),
        ({"starts": "2027-01-16", "ends": "2027-01-16T20:00"}, ("ends", "ends_otherwise", "2027-01-16")),
        ({"starts": "16 janvier", "ends": "2027-01-16T20:00"}, ("starts", "bad_when", None)),
        ({"kind": "party"}, ("kind", "enum", None)),
    ],
)
def test_an_event_ends_after_it_begins(values: dict[str, object], told: tuple[object, ...]) -> None:
    assert mistake(Event, {**EVENT, **values}) == told


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"valid_from": "2026-12-31"}, ()),
        ({"valid_from": "2027-01-01"}, ("expires_on", "ends_early", "…")),
        ({"conditions": []}, ("conditions", "too_short", None)),
    ],
)
def test_a_perk_ends_after_it_begins(values: dict[str, object], told: tuple[object, ...]) -> None:
    assert mistake(Perk, {**PERK, **values}) == told


@pytest.mark.parametrize("field", ["territory", "kind", "offered_by", "conditions", "how", "expires_on"])
def test_what_a_perk_must_say(field: str) -> None:
    assert mistake(Perk, {key: value for key, value in PERK.items() if key != field}) == (field, "missing", None)


def test_translated_fields() -> None:
    always = {"title", "summary", "slug", "body", "translated_from", "machine_translated"}
    assert Perk.translated_fields() == always | {"conditions", "how"}
    assert Event.translated_fields() == always


def test_the_soonest_comes_first() -> None:
    starts = ["2026-12-31T23:00", "2027-01-16", "2027-01-16T09:00", "2027-01-16T18:30", "2027-02-01"]
    events = [Event.model_validate({**EVENT, "starts": start}) for start in reversed(starts)]
    assert [str(event.starts) for event in sorted(events, key=lambda event: event.order_key)] == starts


def test_what_schema_org_is_told() -> None:
    perk = Perk.model_validate({**PERK, "valid_from": "2026-12-01"})
    assert perk.schema_org() == {
        "@type": "Offer",
        "offeredBy": {"@type": "Organization", "name": "Le club"},
        "validFrom": "2026-12-01",
        "validThrough": "2026-12-31",
    }
    assert Event.model_validate(EVENT).schema_org() == {
        "@type": "Event",
        "eventStatus": "https://schema.org/EventScheduled",
    }
    more = {
        "cancelled": "true",
        "languages": ["fr", "oc"],
        "organiser": "La mairie",
        "place": "1 place du Lac",
        "position": {"latitude": 44.5, "longitude": -1.25},
    }
    assert Event.model_validate({**EVENT, **more}).schema_org() == {
        "@type": "Event",
        "eventStatus": "https://schema.org/EventCancelled",
        "inLanguage": ["fr", "oc"],
        "organizer": {"@type": "Organization", "name": "La mairie"},
        "location": {
            "@type": "Place",
            "address": "1 place du Lac",
            "geo": {"@type": "GeoCoordinates", "latitude": 44.5, "longitude": -1.25},
        },
    }
