"""A portal that names nobody to call in an emergency says nothing of it, and leads nowhere."""

import re
from collections.abc import Callable

from tests.conftest import GUIDE_YML, PortalFolder

TREE = """
content/welcome/a.md
    ---
    id: urgent
    title: En cas d’urgence
    section: housing
    see: Allez voir.
    audiences: [family]
    ---
    Un mot.
content/easy/a.md
    ---
    id: easy-a
    title: En facile
    block: urgent
    ---
    Un mot.
content/children/a.md
    ---
    id: child-a
    title: Pour toi
    ---
    Un mot.
"""
SAID = re.compile(r'(?:id="?emergency"?[ >]|class="?emergency|href="?[^">]*#emergency)')


def said(folder: PortalFolder) -> dict[str, int]:
    files = ((file.relative_to(folder.site).as_posix(), file.read_text()) for file in folder.site.rglob("*.html"))
    return {path: len(SAID.findall(text)) for path, text in files if SAID.search(text)}


def test_numbers_are_said_where_there_are_some(portal: Callable[..., PortalFolder]) -> None:
    folder = portal(TREE)
    assert not folder.build().failed
    found = said(folder)
    assert found["bienvenue/le-bourg/index.html"] == 4  # the section, its class, the contents, the footer
    assert found["sans-reseau/index.html"] == 3  # the numbers themselves: without network no other page may open
    assert re.search('href="?tel:112[">]', folder.html("sans-reseau/"))
    assert {"facile-a-lire/index.html", "enfants/index.html", "bienvenue/pour/family/index.html"} <= found.keys()


def test_without_numbers_there_is_no_section_and_no_link(portal: Callable[..., PortalFolder]) -> None:
    guide, emergency, _ = GUIDE_YML.partition("emergency:")
    assert emergency
    folder = portal(TREE, binary={"data/guide.yml": guide.encode()})
    assert not folder.build().failed
    assert said(folder) == {}
