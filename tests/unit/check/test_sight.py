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


def test_every_scheme_that_a_link_may_have_has_its_form() -> None:
    assert COMPLETE.keys() == URL_SCHEMES
