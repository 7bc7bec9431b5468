"""What ends within some days, and why, the soonest first."""

from collections.abc import Callable
from datetime import date

from site_builder.resolve.expiring import expiring
from tests.conftest import PortalFolder

TREE = """
content/ambassadors/p-0a1b2c3d.md
    ---
    id: p-0a1b2c3d
    title: Jeanne
    theme: sport
    expires_on: 2026-12-24
    consent: {scope: [site], granted_on: 2025-01-01, expires_on: 2026-12-01, reference: dossier, minor: false}
    ---
content/ambassadors/gone.md
    ---
    id: p-1a1b2c3d
    title: Partie
    theme: sport
    expires_on: 2026-12-24
    consent: {scope: [site], granted_on: 2025-01-01, expires_on: 2026-12-01, reference: d, withdrawn_on: 2026-11-01}
    ---
content/pages/draft.md
    ---
    id: draft
    title: Brouillon
    status: draft
    expires_on: 2026-12-01
    ---
content/pages/later.md
    ---
    id: later
    title: Plus tard
    publish_on: 2026-11-22
    expires_on: 2026-12-01
    ---
content/pages/read-again.md
    ---
    id: read-again
    title: À relire
    verified_on: 2026-06-10
    review_every: 6 months
    ---
content/events/tea.md
    ---
    id: tea
    title: Le thé
    territory: bourg
    kind: meeting
    starts: 2026-11-21
    ---
content/perks/basket.md
    ---
    id: basket
    title: Le panier
    territory: bourg
    kind: gift
    offered_by: Le club
    conditions: [Habiter ici.]
    how: Au club.
    expires_on: 2026-12-21
    ---
content/pages/too-late.md
    ---
    id: too-late
    title: Trop tard
    expires_on: 2026-12-22
    ---
"""


def test_what_ends_within_a_month(portal: Callable[..., PortalFolder]) -> None:
    """The last day is included; nothing is told of what is not shown today."""
    today = date(2026, 11, 21)
    planned = portal(TREE).check(today).planned
    assert planned is not None
    entries = [entry for group in planned.portal.entries.values() for entry in group]
    found = [(each.entry.id, each.why.value, each.day.isoformat()) for each in expiring(entries, today, 30)]
    assert found == [
        ("tea", "event", "2026-11-21"),
        ("p-0a1b2c3d", "consent", "2026-12-01"),
        ("read-again", "verification", "2026-12-10"),
        ("basket", "expires_on", "2026-12-21"),
    ]
    assert [each.entry.id for each in expiring(entries, date.max, 30)] == []
