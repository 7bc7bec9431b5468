"""Who to talk to first, in a guide of a territory that has no contact of its own."""

from collections.abc import Callable

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.conftest import PortalFolder

TREE = """
data/territories/territories.yml
    territories:
      - {{code: pays, level: pays, name: Petit pays, {seat}}}
      - {{code: bourg, level: commune, name: Le Bourg, parents: [pays], population: 300}}
      - {{code: hameau, level: commune, name: Hameau, parents: [pays], {population}}}
data/contacts.yml
    contacts:
      - {{id: bourg, role: town-hall, covers: [bourg], name: Mairie du Bourg, telephone: "0100"}}
      - {{id: hameau, role: town-hall, covers: [hameau], name: Mairie de Hameau, telephone: "0200"}}
"""
CHOOSE = "Choisir ma commune"


@pytest.mark.parametrize(
    ("seat", "population", "note", "numbers"),
    [
        ("", "population: 20", "Mairie de la commune la plus peuplée, Le Bourg.", ["tel:0100"]),
        ("", "", "", []),  # nobody knows who lives in Hameau: the largest commune is not known
        ("seat: hameau", "", "Mairie du chef-lieu, Hameau.", ["tel:0200"]),
    ],
)
def test_the_main_town_answers_where_it_is_known(
    portal: Callable[..., PortalFolder], seat: str, population: str, note: str, numbers: list[str]
) -> None:
    folder = portal(TREE.format(seat=seat, population=population))
    assert not folder.build().failed
    page = LexborHTMLParser(folder.html("bienvenue/petit-pays/"))
    first = page.css_first(".first")
    assert first is not None
    assert CHOOSE in first.text()
    assert [link.attributes["href"] for link in first.css("a[href^='tel:']")] == numbers
    assert ("la plus peuplée" in first.text(), "du chef-lieu" in first.text()) == (
        "la plus peuplée" in note,
        "du chef-lieu" in note,
    )
    assert note in " ".join(first.text().replace("\u00a0", " ").split())
    ids = [node.attributes["id"] for node in page.css("[id]")]
    assert len(ids) == len(set(ids))
