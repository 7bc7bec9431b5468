"""Lists of places are sorted by the names that readers see, not by the official ones behind them."""

from collections.abc import Callable

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.conftest import PORTAL_YML, PortalFolder

LEVELS = """\
  - {id: canton, name: {fr: canton, en: canton}, plural: {fr: cantons, en: cantons}}
  - {id: vallee, name: {fr: vallée, en: valley}, plural: {fr: vallées, en: valleys}}
  - {id: commune,"""
TREE = """
data/territories/territories.yml
    territories:
      - {code: pays, level: pays, name: Petit pays}
      - {code: A, level: canton, name: Zone du bas, parents: [pays], names: {fr: {name: Aval}, en: {name: Lowland}}}
      - {code: B, level: canton, name: Bois, parents: [pays]}
      - {code: C, level: vallee, name: Val de la Rive, parents: [B], names: {fr: {short: Rive}, en: {short: Bank}}}
      - {code: D, level: vallee, name: Étang, parents: [B]}
      - {code: bourg, level: commune, name: Le Bourg, parents: [A]}
"""


@pytest.mark.parametrize(
    ("page", "selector", "names"),
    [
        ("bienvenue/", ".groups > li > h3", ["Aval", "Bois"]),
        ("bienvenue/", ".groups > li:nth-child(2) li a", ["Étang", "Rive"]),
        ("en/welcome/", ".groups > li > h3", ["Bois", "Lowland"]),
        ("en/welcome/", ".groups > li:nth-child(1) li a", ["Bank", "Étang"]),
        ("bienvenue/canton-bois/", ".children .links a", ["Étang", "Rive"]),
        ("en/welcome/canton-bois/", ".children .links a", ["Bank", "Étang"]),
    ],
)
def test_places_are_in_the_order_of_what_is_read(
    page: str, selector: str, names: list[str], portal: Callable[..., PortalFolder]
) -> None:
    tree = f"{TREE}data/portal.yml\n" + "".join(
        f"    {line}\n" for line in PORTAL_YML.replace("  - {id: commune,", LEVELS).splitlines()
    )
    folder = portal(tree)
    assert not folder.build().failed
    found = [node.text(strip=True) for node in LexborHTMLParser(folder.html(page)).css(selector)]
    assert found[: len(names)] == names
