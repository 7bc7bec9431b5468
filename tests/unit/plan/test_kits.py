"""Which pages have a kit to link to them, and at which address it stays."""

from collections.abc import Callable

import pytest

from site_builder.plan.pages import KIT, SitePlan
from tests.conftest import PortalFolder

Make = Callable[..., PortalFolder]
ENTRIES = """
content/assets/mill.md
    ---
    {id: mill, slug: %s, title: Le moulin, angle: economy, territory: bourg}
    ---
    Il tourne.
content/pages/about.md
    ---
    {id: about, title: Mentions}
    ---
    Voici.
content/ambassadors/somebody.md
    ---
    id: p-0a1b2c3d
    title: Nora Vernet
    theme: sport
    born: {year: 1980}
    consent: {scope: [%s], granted_on: 2026-01-05, expires_on: 2028-01-05, reference: A 1, minor: false}
    ---
    Elle court.
"""


def site(portal: Make, slug: str = "moulin", scope: str = "site") -> SitePlan:
    planned = portal(ENTRIES % (slug, scope)).check().planned
    assert planned is not None
    return planned.site


def kits(found: SitePlan) -> list[tuple[str, str]]:
    return [(page.subject, page.path) for page in found if page.kind == KIT]


def test_an_entry_and_a_wide_territory_have_one(portal: Make) -> None:
    """A place of the nearest level has none, nor has what the portal says of itself."""
    assert kits(site(portal)) == [
        ("guide:pays", "faire-un-lien/pays/"),
        ("guide:pays", "en/link-to-us/pays/"),
        ("asset:mill", "faire-un-lien/mill/"),
    ]


def test_its_address_stays_when_the_page_is_renamed(portal: Make) -> None:
    renamed = site(portal, slug="grand-moulin")
    assert [page.path for page in renamed.versions("asset:mill")] == ["atouts/grand-moulin/"]
    assert ("asset:mill", "faire-un-lien/mill/") in kits(renamed)


@pytest.mark.parametrize(("scope", "has_one"), [("site", False), ("site, print", False), ("site, social", True)])
def test_a_living_person_has_one_only_as_agreed(scope: str, has_one: bool, portal: Make) -> None:
    found = dict(kits(site(portal, scope=scope)))
    assert ("ambassador:p-0a1b2c3d" in found) is has_one
    assert found.get("ambassador:p-0a1b2c3d") in {None, "faire-un-lien/p-0a1b2c3d/"}


def test_of_two_with_one_id_the_first_has_it(portal: Make) -> None:
    """That one has the permanent address as well."""
    planned = portal("""
content/assets/lake.md
    ---
    {id: lake, title: Le lac, angle: economy}
    ---
    De l’eau.
content/carnet/lake.md
    ---
    {id: lake, title: Dire le lac, part: values}
    ---
    Dites-le.
""")
    planned_site = planned.check().planned
    assert planned_site is not None
    assert [key for key, path in kits(planned_site.site) if path == "faire-un-lien/lake/"] == ["asset:lake"]
