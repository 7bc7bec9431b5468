"""The lists of a portal which are published whole, by what they are called in the open data."""

from collections.abc import Mapping, Sequence
from typing import Any

from site_builder.resolve.portal import Portal

ALERTS = "alerts"


def short_lists(portal: Portal) -> Mapping[str, Sequence[Any]]:
    """Those that say something, and the alerts, of which there are none on most days."""
    lists = {
        ALERTS: portal.alerts,
        "emergency-numbers": portal.frame.emergency,
        "sectors": tuple(portal.sectors.values()),
        "terms": portal.glossary.terms,
        "wording": portal.glossary.wording,
    }
    return {name: records for name, records in lists.items() if records or name == ALERTS}
