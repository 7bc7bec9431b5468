"""Work for the partner: what is known of a territory, who knows, what its neighbours have, and honest absences."""

from collections.abc import Callable

import pytest

from site_builder.plan.pages import guide_key, partner_work_key
from site_builder.render.stage import Press
from site_builder.render.views.guide.page import GuideView
from site_builder.render.views.work.offers import NEIGHBOURS_KM, neighbours_with_offers
from site_builder.render.views.work.partner_work import BodyView, PartnerWorkView, partner_work_link
from tests.conftest import PortalFolder
from tests.unit.render.conftest import press_of

Presses = Callable[[str], Press]
HOUSE = "Maison de l’emploi de la Plaine"
KNOWN = "Territoire concerné\u00a0: Saint-Jean, d’après la commune. Sources\u00a0: Le bulletin de la Plaine."


def partner(press: Press, code: str, lang: str = "fr") -> PartnerWorkView:
    page = press.scene.site.get(partner_work_key(code), lang)
    assert page
    view = press.view(page)
    assert isinstance(view, PartnerWorkView)
    return view


def named(bodies: tuple[BodyView, ...]) -> list[tuple[str, str, str]]:
    return [(str(body.body.name), body.places, str(body.body.note)) for body in bodies]


def test_what_a_territory_has_for_a_part_of_it(presses: Presses) -> None:
    view = partner(presses("districts"), "B1")
    assert named(view.bodies) == [(HOUSE, "Pour\u00a0: Saint-Jean.", KNOWN)]
    assert view.bodies[0].body.website == "https://emploi.example/"
    assert str(view.unrecorded) == UNRECORDED.format("Garde d’enfants")
    assert view.neighbours == ()


@pytest.mark.parametrize(
    ("code", "neighbours"),
    [
        ("VD", []),
        ("A", [("Canton d’Aval", "à 20\u202fkm à vol d’oiseau", [(HOUSE, "Pour\u00a0: Saint-Jean.", KNOWN)])]),
        ("B", []),
        ("A1", []),
        ("AB", [("District de la Plaine", "", [(HOUSE, "Pour\u00a0: Saint-Jean.", KNOWN)])]),
    ],
)
def test_what_the_neighbours_have(
    code: str, neighbours: list[tuple[str, str, list[tuple[str, str, str]]]], presses: Presses
) -> None:
    """A distance is said where both positions are known; what is here already is not there."""
    found = partner(presses("districts"), code).neighbours
    assert [(str(near.place.title), near.km, named(near.bodies)) for near in found] == neighbours


def test_a_neighbour_leads_to_its_own_page(presses: Presses) -> None:
    (near,) = partner(presses("districts"), "A").neighbours
    assert near.place.url == "/portail/bienvenue/canton-canton-d-aval/emploi-du-conjoint/"


NOTHING = (
    "Nous n’avons encore enregistré ici aucun organisme d’aide à l’emploi, "
    "et nous n’avons pas de coordonnées pour ce service\u00a0: {}. "
    "Cela ne veut pas dire qu’il n’y en a pas\u00a0: demandez à la mairie ou aux services nationaux."
)
UNRECORDED = (
    "Nous n’avons pas encore de contact enregistré ici pour\u00a0: {}. Cela ne veut pas dire qu’il n’y en a pas\u00a0: "
    "demandez aux services nationaux."
)


@pytest.mark.parametrize(
    ("code", "answers", "unrecorded"),
    [
        (
            "VD",
            [("Services sociaux", "known", "")],
            UNRECORDED.format("Garde d’enfants et Centre de santé"),
        ),
        (
            "B",
            [
                ("Services sociaux", "known", "Contact valable pour\u00a0: Valdaine."),
                (
                    "Centre de santé",
                    "absent",
                    "Pas de contact ici\u00a0: le canton d’Aval l’a vérifié le 30 juin 2026.",
                ),
            ],
            UNRECORDED.format("Garde d’enfants"),
        ),
        (
            "A1",
            [("Garde d’enfants", "known", ""), ("Services sociaux", "known", "Contact valable pour\u00a0: Valdaine.")],
            NOTHING.format("Centre de santé"),
        ),
    ],
)
def test_the_three_states_of_each_role(
    code: str, answers: list[tuple[str, str, str]], unrecorded: str, presses: Presses
) -> None:
    view = partner(presses("districts"), code)
    assert [(str(answer.title), answer.state, answer.text) for answer in view.answers] == answers
    assert str(view.unrecorded) == unrecorded


NOBODY = """
data/guide.yml
    sections: [{id: first-steps, title: {fr: Premiers pas, en: First steps}}]
    partner_work: {organisation_kinds: [club]}
data/organisations.yml
    organisations:
      - {id: club, name: {fr: Club, en: Club}, kind: club, covers: [], coverage_note: {fr: Inconnu, en: Unknown}}
"""


def test_where_no_role_is_asked_for_only_bodies_are_unrecorded(portal: Callable[..., PortalFolder]) -> None:
    press = press_of(portal(NOBODY).root)
    root = press.scene.portal.settings.territory
    assert {lang: partner(press, root, lang).unrecorded for lang in ("fr", "en")} == {
        "fr": (
            "Nous n’avons pas encore d’organisme d’aide à l’emploi enregistré ici. "
            "Cela ne veut pas dire qu’il n’y en a pas\u00a0: demandez à la mairie ou aux services nationaux."
        ),
        "en": (
            "No organisation that helps people find work is recorded here yet. "
            "That does not mean that there is none: ask the town hall or the national services."
        ),
    }


@pytest.mark.parametrize(
    ("code", "advice"),
    [
        ("VD", [("Trier", "Écrit par\u00a0: Valdaine (démonstration).", "/portail/bienvenue/valdaine/#waste")]),
        (
            "A",
            [
                (
                    "Trier en Amont",
                    "Adapté par\u00a0: Amont (démonstration).",
                    "/portail/bienvenue/canton-canton-d-amont/#waste-a",
                )
            ],
        ),
        (
            "AB",
            [
                (
                    "Trier en Amont",
                    "Adapté par\u00a0: Amont (démonstration).",
                    "/portail/bienvenue/district-district-des-cols/#waste-a",
                ),
                (
                    "Trier en Aval",
                    "Complété par\u00a0: Aval (démonstration).",
                    "/portail/bienvenue/district-district-des-cols/#waste-b",
                ),
            ],
        ),
    ],
)
def test_the_blocks_of_the_guide_as_they_stand_there(
    code: str, advice: list[tuple[str, str, str]], presses: Presses
) -> None:
    view = partner(presses("districts"), code)
    assert [(block.title, block.provenance, block.url) for block in view.advice] == advice


def test_national_services_are_said_once(presses: Presses) -> None:
    view = partner(presses("districts"), "VD", "en")
    assert [(str(link.title), link.url) for link in view.national] == [
        ("Nursery directory", "https://creches.example"),
        ("Annuaire santé", "https://sante.example"),
    ]


def test_whom_to_call_first_is_on_top(presses: Presses) -> None:
    press = presses("districts")
    found = {code: partner(press, code).contact for code in ("VD", "B", "B1")}
    assert {code: str(contact.name) if contact else None for code, contact in found.items()} == {
        "VD": "Mairie de Saint-Jean",
        "B": None,
        "B1": "Accueil de la Plaine",
    }


@pytest.mark.parametrize(
    ("code", "lang", "url"),
    [
        ("101", "fr", "/portail/bienvenue/district-district-du-lac/emploi-du-conjoint/?lieu=saint-jean-a1"),
        ("201", "en", "/portail/en/welcome/district-district-des-cols/work-for-your-partner/?lieu=le-col"),
        ("B", "fr", "/portail/bienvenue/canton-canton-d-aval/emploi-du-conjoint/"),
        ("VD", "en", "/portail/en/welcome/valdaine/work-for-your-partner/"),
    ],
)
def test_every_guide_leads_there(code: str, lang: str, url: str, presses: Presses) -> None:
    press = presses("districts")
    page = press.scene.site.get(guide_key(code), lang)
    assert page
    view = press.view(page)
    assert isinstance(view, GuideView)
    assert url in [way.url for way in view.ways]
    assert f'href="{url}"' in press.content(page)


def test_a_portal_that_does_not_speak_of_it_has_no_link(presses: Presses) -> None:
    assert partner_work_link(presses("minimal").scene, "port-calme", "fr") == ""


def test_neighbours_are_at_most_so_far(presses: Presses) -> None:
    scene = presses("districts").scene
    found = neighbours_with_offers(scene, presses("districts").shared.offers, "A")
    assert [near.code for near in found] == ["B"]
    assert found[0].km is not None
    assert 0 < found[0].km <= NEIGHBOURS_KM


MISTAKES = """
data/guide.yml
    sections: [{id: first-steps, title: {fr: Premiers pas, en: First steps}}]
    roles: [{id: town-hall, title: {fr: Mairie, en: Town hall}}]
    partner_work:
      blocks: [job-serch]
      roles: [townhal]
      organisation_kinds: [employment-hous]
data/organisations.yml
    organisations: [{id: a, name: {fr: A, en: A}, kind: employment-house, covers: [bourg]}]
content/welcome/job-search.md
    ---
    id: job-search
    title: Chercher un emploi
    section: first-steps
    see: Allez voir.
    ---
    Demandez.
"""


def test_what_is_named_must_exist(portal: Callable[..., PortalFolder]) -> None:
    found = [line for line in portal(MISTAKES).lines() if line.startswith("data/guide.yml")]
    assert found == [
        "data/guide.yml:4:12 [block-unknown] No block of the guide has the id “job-serch”. → job-search",
        "data/guide.yml:5:11 [unknown-role] The role “townhal” is not in data/guide.yml. Roles: town-hall. → town-hall",
        (
            "data/guide.yml:6:24 [unknown-organisation-kind] No organisation in the data is of the kind "
            "“employment-hous”. Kinds: employment-house. → employment-house"
        ),
    ]
