"""Content types: which fields are translated, what stands where in a list, what schema.org is told."""

from datetime import date

import pytest
from pydantic import ValidationError

from site_builder.model.ambassador import Ambassador
from site_builder.model.asset import Asset
from site_builder.model.block import Block
from site_builder.model.consent import Consent
from site_builder.model.entry import Content, Entry
from site_builder.model.guideline import Guideline
from site_builder.model.page import Page
from site_builder.model.registry import BY_KIND, CONTENT_TYPES

ALWAYS = {"title", "summary", "slug", "body", "translated_from", "machine_translated"}
COMMON = {"id": "x", "title": "X"}


@pytest.mark.parametrize(
    ("model", "more"),
    [
        (Block, {"see"}),
        (Asset, {"see"}),
        (Ambassador, {"occupation", "quote", "career"}),
        (Guideline, {"wording"}),
        (Page, set()),
    ],
)
def test_translated_fields(model: type[Content], more: set[str]) -> None:
    assert model.translated_fields() == ALWAYS | more


@pytest.mark.parametrize(
    ("model", "values", "group", "order_key", "schema"),
    [
        (
            Asset,
            {"angle": "economy", "kind": "Museum", "position": {"latitude": 44.5, "longitude": -1.25}},
            "economy",
            (0, "x"),
            {"@type": "Museum", "geo": {"@type": "GeoCoordinates", "latitude": 44.5, "longitude": -1.25}},
        ),
        (Asset, {"angle": "health"}, "health", (0, "x"), {"@type": "Place"}),
        (
            Ambassador,
            {
                "theme": "sport",
                "occupation": "Cycliste",
                "born": {"year": "936", "place": "Dax"},
                "died": {"year": 2019},
            },
            "sport",
            (0, "x"),
            {
                "@type": "Person",
                "jobTitle": "Cycliste",
                "birthDate": "0936",
                "birthPlace": {"@type": "Place", "name": "Dax"},
                "deathDate": "2019",
            },
        ),
        (Ambassador, {"theme": "sport"}, "sport", (0, "x"), {"@type": "Person"}),
        (Guideline, {"part": "how-to", "order": "7"}, "how-to", (7, "x"), {"@type": "CreativeWork"}),
        (Page, {}, None, (0, "x"), {"@type": "WebPage"}),
    ],
)
def test_group_order_and_schema(
    model: type[Content], values: dict[str, object], group: str | None, order_key: tuple[int, str], schema: object
) -> None:
    record = model.model_validate({**COMMON, **values})
    assert (record.group, record.order_key, record.schema_org()) == (group, order_key, schema)


@pytest.mark.parametrize(
    ("values", "kind"),
    [
        ({"section": "housing"}, None),
        ({"overrides": "a", "mode": "hide"}, None),
        ({}, "block_section"),
        ({"overrides": "a"}, "block_mode"),
        ({"section": "housing", "mode": "hide"}, "block_mode"),
    ],
)
def test_a_block_has_a_section_or_refines_another(values: dict[str, str], kind: str | None) -> None:
    found = None
    try:
        Block.model_validate({**COMMON, **values})
    except ValidationError as error:
        found = error.errors()[0]["type"]
    assert found == kind


CONSENT = {"scope": ["site"], "granted_on": "2025-01-01", "expires_on": "2027-01-01", "reference": "dossier 12"}
OF_AGE = {**CONSENT, "minor": "false"}


@pytest.mark.parametrize(
    ("values", "today", "refusal"),
    [
        ({"died": {"year": 1876}}, "2026-11-21", None),
        ({}, "2026-11-21", "no-consent"),
        ({"consent": OF_AGE}, "2024-12-31", "not-yet"),
        ({"consent": OF_AGE}, "2025-01-01", None),
        ({"consent": OF_AGE}, "2027-01-01", None),  # the last day is included
        ({"consent": OF_AGE}, "2027-01-02", "expired"),
        ({"consent": CONSENT}, "2026-11-21", "age-untold"),
        ({"consent": {**CONSENT, "withdrawn_on": "2026-05-01"}}, "2026-11-21", "withdrawn"),
        ({"consent": {**CONSENT, "withdrawn_on": "2026-12-01"}}, "2026-11-21", "withdrawn"),  # at once, not on its day
        ({"consent": {**CONSENT, "withdrawn_on": "2026-05-01"}, "born": {"year": 2027}}, "2026-11-21", "withdrawn"),
        ({"consent": {**CONSENT, "minor": "true"}}, "2026-11-21", "no-guardian"),
        ({"consent": {**CONSENT, "minor": "true", "guardian_reference": "dossier 13"}}, "2026-11-21", None),
        ({"consent": {**CONSENT, "scope": ["print", "social"]}}, "2026-11-21", "not-for-the-site"),
        ({"consent": {**OF_AGE, "scope": ["print", "site"]}}, "2026-11-21", None),
        ({"consent": CONSENT, "born": {"year": 2007}}, "2026-11-21", None),
        ({"consent": CONSENT, "born": {"year": 2008}}, "2026-11-21", "age-untold"),  # 17 or 18: nobody said which
        ({"consent": {**CONSENT, "minor": "false"}, "born": {"year": 2008}}, "2026-11-21", None),
        ({"consent": {**CONSENT, "minor": "false"}, "born": {"year": 2009}}, "2026-11-21", "age-untold"),
        ({"consent": {**CONSENT, "minor": "true"}, "born": {"year": 2009}}, "2026-11-21", "no-guardian"),
        (
            {"consent": {**CONSENT, "minor": "true", "guardian_reference": "13"}, "born": {"year": 2009}},
            "2026-11-21",
            None,
        ),
        ({"consent": CONSENT, "born": {"year": 2027}}, "2026-11-21", "impossible-years"),
        ({"born": {"year": 2027}}, "2026-11-21", "impossible-years"),
        ({"died": {"year": 2027}}, "2026-12-31", "impossible-years"),
        ({"died": {"year": 2027}}, "2027-01-01", None),
        ({"born": {"year": 1876}, "died": {"year": 1875}}, "2026-11-21", "impossible-years"),
        ({"born": {"year": 1876}, "died": {"year": 1876}}, "2026-11-21", None),
        ({"died": {"year": 2020}, "consent": {**CONSENT, "withdrawn_on": "2019-01-01"}}, "2026-11-21", None),
    ],
)
def test_the_consent_gate(values: dict[str, object], today: str, refusal: str | None) -> None:
    person = Ambassador.model_validate({**COMMON, "theme": "culture", **values})
    assert person.refusal(date.fromisoformat(today)) == refusal
    assert person.living is ("died" not in values)


@pytest.mark.parametrize(
    ("kind", "taken"),
    [
        ("Museum", True),
        ("PersonalCareBusiness", True),
        *[(kind, False) for kind in ("Person", "person", "schema:Person", "https://schema.org/Person", " Person ")],
    ],
)
def test_an_asset_is_not_a_person(kind: str, taken: bool) -> None:
    found = ""
    try:
        Asset.model_validate({**COMMON, "angle": "economy", "kind": kind})
    except ValidationError as error:
        found = error.errors()[0]["type"]
    assert found == ("" if taken else "asset_person")


@pytest.mark.parametrize(
    "wrong", [{"scope": []}, {"scope": ["page"]}, {"reference": " "}, {"guardian_reference": ""}, {"scope": "site"}]
)
def test_a_consent_that_says_nothing_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Consent.model_validate({**CONSENT, **wrong})


def test_an_entry_in_its_languages() -> None:
    french, english = Page(id="about", title="À propos", slug="a-propos"), Page(id="about", title="About")
    entry = Entry(kind="page", reference_lang="fr", versions={"fr": french, "en": english}, paths={})
    assert (entry.id, entry.reference, entry.published) == ("about", french, True)
    assert entry.pick("en") == (english, "en")
    assert entry.pick("ar") == (french, "fr")
    assert (french.last_part, english.last_part) == ("a-propos", "about")


@pytest.mark.parametrize(("status", "published"), [("draft", False), ("published", True), ("archived", False)])
def test_only_what_is_published_is_published(status: str, published: bool) -> None:
    page = Page.model_validate({**COMMON, "status": status})
    assert Entry(kind="page", reference_lang="fr", versions={"fr": page}, paths={}).published is published


def test_the_registry_names_each_type_once() -> None:
    assert [(c.kind, c.folder, c.listing is not None, c.paged) for c in CONTENT_TYPES] == [
        ("block", "welcome", False, False),
        ("step", "steps", False, False),
        ("easy", "easy", False, False),
        ("child", "children", False, False),
        ("asset", "assets", True, True),
        ("trail", "trails", True, True),
        ("ambassador", "ambassadors", True, True),
        ("house", "houses", True, True),
        ("perk", "perks", True, True),
        ("event", "events", True, True),
        ("relay", "relays", True, True),
        ("testimonial", "testimonials", True, False),
        ("guideline", "carnet", True, True),
        ("proof", "proofs", False, False),
        ("news", "news", False, False),
        ("page", "pages", False, True),
    ]
    assert list(BY_KIND.values()) == list(CONTENT_TYPES)
    assert [len(c.groups) for c in CONTENT_TYPES if c.groups] == [6, 6, 6]


def test_a_record_does_not_change() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        Page(id="about", title="About").title = "Changed"  # type: ignore[misc]


@pytest.mark.parametrize(
    ("model", "values"),
    [(Ambassador, {"theme": "sport"}), (Guideline, {"part": "values"})],
    ids=["content", "guideline"],
)
def test_titles_stand_where_a_reader_looks_for_them(model: type[Content], values: dict[str, object]) -> None:
    titles = ("Zola", "œuvre", "Éléonore", "elan", "Olive")
    records = [model.model_validate({**COMMON, **values, "title": title}) for title in titles]
    ordered = [record.title for record in sorted(records, key=lambda record: record.order_key)]
    assert ordered == ["elan", "Éléonore", "œuvre", "Olive", "Zola"]
