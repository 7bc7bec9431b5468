"""Which pages about work exist, at which addresses."""

from collections.abc import Callable

import pytest

from site_builder.plan.pages import PagePlan
from tests.conftest import PORTAL_YML, PortalFolder

TERRITORIES = """
data/territories/territories.yml
    territories:
      - {code: pays, level: pays, name: Petit pays, seat: hameau}
      - {code: ville, level: commune, name: Ville, parents: [pays], population: 5000}
      - {code: bourg, level: commune, name: Le Bourg, parents: [pays], population: 4999}
      - {code: hameau, level: commune, name: Hameau, parents: [pays], population: 12}
      - {code: vide, level: commune, name: Vide, parents: [pays]}
"""
PLACES = """
data/contacts.yml
    contacts:
      - {id: a, role: town-hall, covers: [ville], name: A, position: {latitude: 46, longitude: 0.5}}
      - {id: b, role: town-hall, covers: [vide], name: B, position: {latitude: 46.1, longitude: 0.5}}
"""
ONE_PLACE = PLACES.partition("      - {id: b")[0]
ROLES = "    roles: [{id: town-hall, title: Mairie}, {id: job-centre, title: Emploi}]\n"
GUIDE = f"""
data/guide.yml
    sections: [{{id: first-steps, title: Premiers pas}}]
{ROLES}"""
PARTNER = f"{GUIDE}    partner_work: {{roles: [job-centre]}}\n"
COLOURS = "\n".join(f"    {line}" for line in PORTAL_YML.splitlines() if "colours" in line)
ONE_LEVEL = f"""
data/portal.yml
    name: Lieu
    tagline: Bienvenue
    languages: [{{code: fr, name: Français}}]
    territory: lieu
    levels: [{{id: commune, name: commune, plural: communes}}]
{COLOURS}
data/territories/territories.yml
    territories: [{{code: lieu, level: commune, name: Lieu, population: 9000}}]
"""


def pages(portal: Callable[..., PortalFolder], tree: str, *kinds: str) -> list[PagePlan]:
    planned = portal(tree).check().planned
    assert planned is not None
    return [page for page in planned.site if page.kind in kinds]


def test_towns_of_enough_inhabitants_and_seats_have_a_page(portal: Callable[..., PortalFolder]) -> None:
    found = pages(portal, f"{TERRITORIES}{GUIDE}{PLACES}", "workplaces", "workplace")
    assert [(page.key, page.path, page.title, page.parent) for page in found] == [
        ("workplaces", "bienvenue/je-travaille-a/", "Où travaillez-vous\u00a0?", "places"),
        (
            "workplace:ville",
            "bienvenue/je-travaille-a/ville/",
            "Je travaille à Ville\u00a0: où habiter\u00a0?",
            "workplaces",
        ),
        (
            "workplace:hameau",
            "bienvenue/je-travaille-a/hameau/",
            "Je travaille à Hameau\u00a0: où habiter\u00a0?",
            "workplaces",
        ),
        ("workplaces", "en/welcome/working-in/", "Where do you work?", "places"),
        ("workplace:ville", "en/welcome/working-in/ville/", "I work in Ville: where could I live?", "workplaces"),
        ("workplace:hameau", "en/welcome/working-in/hameau/", "I work in Hameau: where could I live?", "workplaces"),
    ]
    assert {(page.door.value, page.section) for page in found} == {("welcome", "places")}


@pytest.mark.parametrize("places", ["", ONE_PLACE])
def test_nothing_is_near_what_nobody_has_placed(places: str, portal: Callable[..., PortalFolder]) -> None:
    assert pages(portal, f"{TERRITORIES}{GUIDE}{places}", "workplaces", "workplace") == []


def test_work_for_the_partner_is_of_all_levels_but_the_nearest(portal: Callable[..., PortalFolder]) -> None:
    found = pages(portal, f"{TERRITORIES}{PARTNER}", "partner-work")
    assert [(page.key, page.path, page.parent) for page in found] == [
        ("partner-work:pays", "bienvenue/petit-pays/emploi-du-conjoint/", "guide:pays"),
        ("partner-work:pays", "en/welcome/petit-pays/work-for-your-partner/", "guide:pays"),
    ]


def test_a_portal_that_does_not_speak_of_it_has_no_such_page(portal: Callable[..., PortalFolder]) -> None:
    assert pages(portal, f"{TERRITORIES}{GUIDE}", "partner-work") == []


def test_a_portal_of_one_level_has_the_page_of_its_places(portal: Callable[..., PortalFolder]) -> None:
    found = pages(portal, f"{ONE_LEVEL}{PARTNER}", "partner-work", "workplaces")
    assert [page.path for page in found] == ["bienvenue/lieu/emploi-du-conjoint/"]
