"""Houses, relays, testimonials: what search engines are told, and when somebody's words are shown."""

from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from site_builder.model.consent import Consent, Refusal
from site_builder.model.contact import Contact
from site_builder.model.entry import Content
from site_builder.model.house import House
from site_builder.model.page import Page
from site_builder.model.registry import BY_KIND, DIRECTORIES, PEOPLE, UnderHeadings
from site_builder.model.relay import Relay
from site_builder.model.testimonial import Testimonial as Told
from site_builder.model.values import Localized

ALWAYS = {"title", "summary", "slug", "body", "translated_from", "machine_translated"}
COMMON = {"id": "x", "title": "X", "territory": "101"}
CONSENT = {"scope": ["site"], "granted_on": "2026-01-01", "expires_on": "2027-01-01", "reference": "dossier 1"}
TODAY = date(2026, 11, 21)
REACH = {
    "address": "1 place du Col",
    "telephone": "032 555 01 01",
    "email": "accueil@valdaine.example",
    "website": "https://accueil.valdaine.example",
    "opening_hours": "Mo-Fr 09:00-12:00",
    "languages": ["fr", "pt"],
    "position": {"latitude": 46.05, "longitude": 6.05},
    "wheelchair": False,
}


@pytest.mark.parametrize(
    ("model", "more"),
    [(House, {"offers", "elsewhere"}), (Relay, set()), (Told, {"from_place"})],
)
def test_translated_fields(model: type[Content], more: set[str]) -> None:
    assert model.translated_fields() == ALWAYS | more


@pytest.mark.parametrize(
    ("values", "schema"),
    [
        ({}, {"@type": "Organization"}),
        (
            REACH,
            {
                "@type": "Organization",
                "knowsLanguage": ["fr", "pt"],
                "address": "1 place du Col",
                "telephone": "032 555 01 01",
                "email": "accueil@valdaine.example",
                "sameAs": "https://accueil.valdaine.example",
                "location": {
                    "@type": "Place",
                    "geo": {"@type": "GeoCoordinates", "latitude": 46.05, "longitude": 6.05},
                },
            },
        ),
    ],
)
def test_what_search_engines_know_of_a_house(values: dict[str, Any], schema: dict[str, Any]) -> None:
    house = House.model_validate({**COMMON, **values})
    assert (house.schema_org(), house.TERRITORY_TERM) == (schema, "areaServed")


def test_a_house_is_reached_as_a_contact_is() -> None:
    house = House.model_validate({**COMMON, **REACH})
    name = Localized({"fr": "Venir"})
    assert house.contact(name) == Contact.model_validate(
        {"id": "x", "role": "house", "covers": ["101"], "name": name, **REACH}
    )


@pytest.mark.parametrize(
    ("model", "values", "missing"),
    [
        (House, {"id": "x", "title": "X"}, [("territory",)]),
        (Relay, {"id": "x", "title": "X"}, [("territory",), ("kind",)]),
        (Told, {"id": "x", "title": "X"}, [("territory",), ("display_name",), ("consent",)]),
        (House, {**COMMON, "elsewhere": [{"what": "Voter"}]}, [("elsewhere", 0, "who")]),
    ],
)
def test_what_nothing_is_published_without(
    model: type[Content], values: dict[str, Any], missing: list[tuple[str | int, ...]]
) -> None:
    with pytest.raises(ValidationError) as raised:
        model.model_validate(values)
    assert [(error["type"], error["loc"]) for error in raised.value.errors()] == [("missing", at) for at in missing]


@pytest.mark.parametrize(
    ("consent", "refusal"),
    [
        ({}, None),
        ({"expires_on": "2026-11-21"}, None),  # the last day is included
        ({"expires_on": "2026-11-20"}, Refusal.EXPIRED),
        ({"withdrawn_on": "2026-11-01", "expires_on": "2026-02-01"}, Refusal.WITHDRAWN),
        ({"scope": ["print", "social"]}, Refusal.NOT_FOR_THE_SITE),
        ({"granted_on": "2026-11-21"}, None),
        ({"granted_on": "2026-11-22"}, Refusal.NOT_YET),
        ({"minor": True}, Refusal.NO_GUARDIAN),
        ({"minor": True, "guardian_reference": "dossier 2"}, None),
        ({"minor": None}, Refusal.AGE_UNTOLD),
        ({"minor": None, "granted_on": "2026-11-22"}, Refusal.AGE_UNTOLD),
        ({"minor": None, "withdrawn_on": "2026-11-01"}, Refusal.WITHDRAWN),
        ({"minor": True, "granted_on": "2026-11-22"}, Refusal.NO_GUARDIAN),
        ({"minor": True, "expires_on": "2026-11-20"}, Refusal.EXPIRED),
    ],
)
def test_the_gate_of_a_testimonial(consent: dict[str, Any], refusal: Refusal | None) -> None:
    person = Told.model_validate({**COMMON, "display_name": "Ilse", "consent": {**CONSENT, "minor": False, **consent}})
    assert (person.living, person.refusal(TODAY), person.shown(TODAY)) == (True, refusal, refusal is None)


class Ending(Page):
    """Something that ends."""

    last: date

    @property
    def over_on(self) -> date:
        return self.last


@pytest.mark.parametrize(
    ("last", "shown"),
    [(date(2026, 11, 20), False), (date(2026, 11, 21), False), (date(2026, 11, 22), True)],
)
def test_what_is_over_is_no_longer_shown(last: date, shown: bool) -> None:
    assert Ending(id="x", title="X", last=last).shown(TODAY) is shown


def test_most_content_speaks_of_nobody_and_does_not_end() -> None:
    page = Page(id="x", title="X")
    assert (page.living, page.over_on, page.refusal(TODAY), page.shown(TODAY)) == (False, None, None, True)


def test_directories_are_listed_outside_the_menu() -> None:
    kinds = {content_type.kind for content_type in DIRECTORIES}
    assert {"house", "relay", "testimonial"} <= kinds
    assert not any(isinstance(BY_KIND[kind].listing, UnderHeadings) for kind in kinds)
    assert PEOPLE == ("ambassador", "testimonial")
    assert BY_KIND["testimonial"].paged is False


def test_a_consent_says_where_the_person_appears() -> None:
    with pytest.raises(ValidationError):
        Consent.model_validate({**CONSENT, "scope": []})
