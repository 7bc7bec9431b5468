"""Perks and events leave by themselves, and their editors are told: a month before for a perk, then once it is over."""

from collections.abc import Callable
from datetime import date

import pytest

from tests.conftest import PORTAL_YML, PortalFolder

Make = Callable[..., PortalFolder]
FRENCH = "data/portal.yml\n" + "".join(
    f"    {line}\n" for line in PORTAL_YML.replace("  - {code: en, name: English}\n", "").splitlines()
)
PERK = """
content/perks/basket.md
    ---
    id: basket
    title: Le panier
    summary: Du pain.
    territory: bourg
    kind: gift
    offered_by: Le club
    conditions: [Habiter ici.]
    how: Au club.
    expires_on: 2026-12-31
    ---
"""
EVENT = """
content/events/welcome.md
    ---
    id: welcome
    title: L’accueil
    summary: On se présente.
    territory: bourg
    kind: ceremony
    starts: 2026-12-30T18:00
    ends: 2026-12-31T01:00
    ---
"""
TO_BOTH = """
content/pages/about.md
    ---
    id: about
    title: À propos
    ---
    Le [panier](../perks/basket.md) et l’[accueil](../events/welcome.md).
"""


@pytest.mark.parametrize(
    ("today", "told"),
    [
        (date(2026, 11, 30), []),
        (date(2026, 12, 1), ["content/perks/basket.md:10:13 [expires-soon]"]),
        (date(2026, 12, 31), ["content/perks/basket.md:10:13 [expires-soon]"]),
        (
            date(2027, 1, 1),
            [
                "content/events/welcome.md:8:7 [event-over]",
                "content/pages/about.md:5:38 [link-over]",
                "content/pages/about.md:5:4 [link-over]",
                "content/perks/basket.md:10:13 [entry-over]",
            ],
        ),
    ],
)
def test_what_is_told_of_what_ends(today: date, told: list[str], portal: Make) -> None:
    folder = portal(FRENCH + PERK + EVENT + TO_BOTH)
    problems = folder.check(today).problems
    assert sorted(f"{problem.place} [{problem.code}]" for problem in problems) == told
    assert [problem for problem in problems if problem.severity == "error"] == []


@pytest.mark.parametrize("status", ["draft", "archived"])
def test_nothing_is_told_of_what_is_not_published(status: str, portal: Make) -> None:
    tree = (PERK + EVENT).replace("    id:", f"    status: {status}\n    id:")
    assert list(portal(FRENCH + tree).check(date(2027, 1, 1)).problems) == []


@pytest.mark.parametrize(
    ("today", "pages"),
    [
        (date(2026, 12, 31), {"perk:basket", "event:welcome"}),
        (date(2027, 1, 1), set()),
    ],
)
def test_what_is_over_has_no_page(today: date, pages: set[str], portal: Make) -> None:
    planned = portal(FRENCH + PERK + EVENT).check(today).planned
    assert planned is not None
    assert {page.key for page in planned.site if page.kind in {"perk", "event"}} == pages
