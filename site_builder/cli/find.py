"""``portail find``: the code of a territory, from what a person knows of it."""

import argparse
import sys

from site_builder.pipeline import check_portal


def find(options: argparse.Namespace) -> int:
    """Print the matching territories: code, level, name, and what it belongs to. Exit code 1 without a match."""
    planned = check_portal(options.root.resolve()).planned
    portal = planned.portal if planned else None
    found = portal.territories.search(" ".join(options.words), limit=20) if portal else ()
    for territory in found:
        above = ", ".join(t.name for t in reversed(portal.territories.ancestors(territory.code))) if portal else ""
        sys.stdout.write(f"{territory.code:<10} {territory.level:<12} {territory.name} ({above})\n")
    return 0 if found else 1
