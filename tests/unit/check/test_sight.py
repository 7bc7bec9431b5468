"""What checks know of pages that they do not render."""

import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from site_builder.check.links import COMPLETE
from site_builder.check.sight import GUIDE_ANCHORS
from site_builder.model.registry import BY_KIND
from site_builder.prose.markdown_text import URL_SCHEMES
from tests.conftest import PortalFolder

TREE = """
content/welcome/marches.md
    ---
    id: marches
    title: Les marchés
    section: housing
    audiences: [family]
    needs: [childcare]
    see: Allez voir
    ---
    Un texte.

    ## Le samedi

    Un autre.
content/steps/a.md
    ---
    id: sortir
    title: Sortir
    stage: first-week
    day: 1
    ---
    Un texte.
content/houses/maison.md
    ---
    id: maison
    title: La maison
    territory: bourg
    ---
    On y boit un café.
data/contacts.yml
    contacts: [{id: garde, role: childcare, name: Garde, covers: [bourg], telephone: "05 58 56 80 00"}]
"""


SHORT_KIT = {"kit-embed", "kit-link"}
"""What stands below guides that have no page for their kit."""


def test_the_anchors_of_a_guide_are_those_of_its_templates(portal: Callable[..., PortalFolder]) -> None:
    folder = portal(TREE)
    assert not folder.build().failed
    own = {"housing", "marches", "marches-le-samedi", "role-childcare", "role-town-hall"}
    for page, anchors in (("bienvenue/petit-pays", {*own, "level-commune"}), ("en/welcome/le-bourg", own)):
        found = set(re.findall(r' id="?([^">\s]*)', folder.html(page)))
        assert found - GUIDE_ANCHORS == anchors
        assert GUIDE_ANCHORS - found == (SHORT_KIT if "level-commune" in anchors else set())


MORE = """
content/testimonials/a.md
    ---
    id: p-0a1b2c3d
    title: Un panier
    territory: bourg
    display_name: Ilse
    consent: {scope: [site], granted_on: 2026-02-01, expires_on: 2028-02-01, reference: dossier 1, minor: false}
    ---
    Merci.
content/easy/a.md
    ---
    id: facile
    title: Le marché
    block: marches
    ---
    Un texte.
content/children/a.md
    ---
    id: enfants
    title: Un marché
    ---
    Un texte.
"""


ONE_MORE = {
    "welcome": "section: housing\n    see: Allez voir",
    "steps": "stage: first-week\n    day: 1",
    "easy": "block: marches",
    "children": "order: 1",
    "testimonials": "territory: bourg\n    display_name: Ilse\n"
    "    consent: {scope: [site], granted_on: 2026-02-01, expires_on: 2028-02-01,"
    " reference: dossier 1, minor: false}",
}
"""What an entry of each folder has besides an id and a title."""


@pytest.mark.parametrize(
    ("address", "folder", "own"),
    [
        ("bienvenue/le-bourg", "welcome", {"marches", "marches-le-samedi", "p-0a1b2c3d"}),
        ("bienvenue/petit-pays", "testimonials", {"marches", "marches-le-samedi", "p-0a1b2c3d"}),
        ("bienvenue/pour/family", "welcome", {"marches", "marches-le-samedi"}),
        ("bienvenue/petit-pays/pas-a-pas", "steps", {"sortir"}),
        ("facile-a-lire", "easy", {"facile"}),
        ("enfants", "children", {"enfants"}),
        ("temoignages", "testimonials", {"p-0a1b2c3d"}),
    ],
)
def test_no_entry_may_have_the_id_of_a_part_of_its_page(
    address: str, folder: str, own: set[str], portal: Callable[..., PortalFolder]
) -> None:
    built = portal(TREE + MORE)
    assert not built.build().failed
    found = re.findall(r' id="?([^">\s]*)', built.html(address))
    assert len(found) == len(set(found))
    parts = set(found) - own
    entries = (
        f"content/{folder}/{part}.md\n    ---\n    id: {part}\n    title: A\n    {ONE_MORE[folder]}\n    ---\n    Un.\n"
        for part in parts
    )
    problems = portal(TREE + MORE + "".join(entries)).check().problems
    assert {problem.values["id"] for problem in problems if problem.code == "reserved-id"} == parts


def test_every_scheme_that_a_link_may_have_has_its_form() -> None:
    assert COMPLETE.keys() == URL_SCHEMES


def test_a_kind_of_which_no_anchor_is_told_has_those_of_every_page(
    portal: Callable[..., PortalFolder], monkeypatch: pytest.MonkeyPatch
) -> None:
    """As a kind is that was registered since, and has no page of its own."""
    unpaged = {**BY_KIND, "house": replace(BY_KIND["house"], title_level=3)}
    monkeypatch.setattr("site_builder.check.anchors.BY_KIND", unpaged)
    tree = TREE.replace("id: maison", "id: main")
    assert [str(problem.place) for problem in portal(tree).check().problems if problem.code == "reserved-id"] == [
        "content/houses/maison.md:2:5"
    ]
