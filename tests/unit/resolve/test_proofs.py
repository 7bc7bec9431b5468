"""Which texts rely on a proof, however the link is written, and which proofs are out of date."""

from collections.abc import Callable
from datetime import date

import pytest

from site_builder.resolve.portal import Portal
from site_builder.resolve.proofs import relying
from tests.conftest import PortalFolder

PROOF = """
content/proofs/{id}.md
    ---
    id: {id}
    title: La forêt est grande.
    sources: [{{name: Inventaire}}]
    dated: 2021
    valid_until: {until}
    ---
"""
PAGE = """
content/pages/{id}.md
    ---
    id: {id}
    title: Une page
    {field}
    ---
    {body}
"""


def portal_of(folder: PortalFolder, today: date = date(2026, 11, 21)) -> Portal:
    planned = folder.check(today).planned
    assert planned
    return planned.portal


@pytest.mark.parametrize(
    ("body", "field", "relies"),
    [
        ("[La forêt](../proofs/forest.md) est là.", "", True),
        ("[La forêt](../proofs/forest.md#x) est là.", "", True),
        ('[La forêt](../../content/proofs/forest.md "Titre") est là.', "", True),
        ("[La forêt][f] est là.\n\n    [f]: ../proofs/forest.md", "", True),
        ('<a href="../proofs/forest.md">La forêt</a> est là.', "", True),
        ("Rien.", "proofs: [forest]", True),
        ("[La forêt](../proofs/forest.md), encore [elle](../proofs/forest.md).", "proofs: [forest]", True),
        ("[La forêt](proofs/forest.md) est là.", "", False),
        ("La forêt, d’après ses proofs.", "", False),
    ],
)
def test_what_relies_on_a_proof(body: str, field: str, relies: bool, portal: Callable[..., PortalFolder]) -> None:
    found = portal_of(
        portal(PROOF.format(id="forest", until="2027-01-01") + PAGE.format(id="a", field=field or "slug: a", body=body))
    )
    those = relying(found.by_key.values(), found.by_path)
    assert {name: [entry.key for entry in entries] for name, entries in those.items()} == (
        {"forest": ["page:a"]} if relies else {}
    )


def test_a_translation_alone_may_rely_on_one(portal: Callable[..., PortalFolder]) -> None:
    english = "content/pages/a.en.md\n    ---\n    title: A page\n    ---\n    [The forest](../proofs/forest.md).\n"
    tree = PROOF.format(id="forest", until="2027-01-01") + PAGE.format(id="a", field="slug: a", body="La forêt.")
    found = portal_of(portal(f"{tree}{english}"))
    assert [entry.key for entry in relying(found.by_key.values(), found.by_path)["forest"]] == ["page:a"]


@pytest.mark.parametrize(
    ("today", "old"),
    [(date(2026, 12, 31), set()), (date(2027, 1, 1), {"first"}), (date(2027, 1, 2), {"first", "second"})],
)
def test_which_are_out_of_date(today: date, old: set[str], portal: Callable[..., PortalFolder]) -> None:
    tree = PROOF.format(id="first", until="2026-12-31") + PROOF.format(id="second", until="2027-01-01")
    assert portal_of(portal(tree), today).outdated_proofs == old
