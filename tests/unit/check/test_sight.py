"""What checks know of pages that they do not render."""

import re
from collections.abc import Callable

from site_builder.check.links import COMPLETE
from site_builder.check.sight import GUIDE_ANCHORS
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


def test_the_anchors_of_a_guide_are_those_of_its_templates(portal: Callable[..., PortalFolder]) -> None:
    folder = portal(TREE)
    assert not folder.build().failed
    own = {"housing", "marches", "marches-le-samedi", "role-childcare", "role-town-hall"}
    for page, anchors in (("bienvenue/petit-pays", {*own, "level-commune"}), ("en/welcome/le-bourg", own)):
        found = set(re.findall(r' id="?([^">\s]*)', folder.html(page)))
        assert found - GUIDE_ANCHORS == anchors
        assert found >= GUIDE_ANCHORS


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
content/steps/a.md
    ---
    id: sortir
    title: Sortir
    stage: first-week
    day: 1
    ---
    Un texte.
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


@pytest.mark.parametrize(
    ("address", "kind", "own"),
    [
        ("bienvenue/le-bourg", "block", {"marches", "marches-le-samedi", "p-0a1b2c3d"}),
        ("bienvenue/pour/family", "block", {"marches", "marches-le-samedi"}),
        ("bienvenue/petit-pays/pas-a-pas", "step", {"sortir"}),
        ("facile-a-lire", "easy", {"facile"}),
        ("enfants", "child", {"enfants"}),
        ("temoignages", "testimonial", {"p-0a1b2c3d"}),
    ],
)
def test_the_reserved_anchors_of_a_page_are_those_of_its_templates(
    address: str, kind: str, own: set[str], portal: Callable[..., PortalFolder]
) -> None:
    folder = portal(TREE + MORE)
    assert not folder.build().failed
    found = re.findall(r' id="?([^">\s]*)', folder.html(address))
    assert len(found) == len(set(found))
    checked = folder.check()
    assert checked.planned is not None
    taken = {"main"} | anchors_by_kind(checked.sight)[kind]
    assert set(found) - taken == own


def test_every_scheme_that_a_link_may_have_has_its_form() -> None:
    assert COMPLETE.keys() == URL_SCHEMES
