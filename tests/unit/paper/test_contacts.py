"""Whom to reach, on paper: where each detail comes from is said, once where all come from one place."""

from collections.abc import Callable

import pytest

from tests.conftest import PortalFolder
from tests.unit.paper.printing import printer_of

HALLS = """
data/contacts/halls.yml
    contacts:
      - id: one
        role: town-hall
        covers: [bourg]
        name: {{fr: Mairie du Bourg, en: Town hall of Le Bourg}}
        telephone: "05 58 00 00 01"
        source: {{name: "Annuaire", url: https://a.example/}}
      - id: two
        role: town-hall
        covers: [hameau]
        name: {{fr: Mairie du Hameau, en: Town hall of Le Hameau}}
        telephone: "05 58 00 00 02"
        source: {{name: "{other}", url: https://a.example/}}
"""


@pytest.mark.parametrize(
    ("other", "after_all", "with_each"),
    [
        ("Annuaire", "Source: Annuaire.", ["", ""]),
        ("Relevé", "Source: Relevé. Source: Annuaire.", ["Source: Annuaire.", "Source: Relevé."]),
    ],
)
def test_where_contacts_come_from(
    other: str, after_all: str, with_each: list[str], portal: Callable[..., PortalFolder]
) -> None:
    edition = printer_of(portal(HALLS.format(other=other)).root, "https://a.example/").editions.edition("pays", "en")
    assert sorted(str(place.source) for place in edition.places) == with_each
    assert str(edition.contacts_source) == after_all
