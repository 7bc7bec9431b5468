"""``portail find``: the code of a territory, from what a person knows of it."""

import argparse
import sys

from site_builder.check.references import described, territories_meant
from site_builder.cli.progress import progress_in
from site_builder.cli.words import say
from site_builder.model.territory import Territory
from site_builder.problems import has_errors
from site_builder.problems.report import as_text
from site_builder.reading import check_portal
from site_builder.resolve.portal import Portal
from site_builder.resolve.territories import Territories

MOST_SHOWN = 20
MOST_MEANT = 3


def find(options: argparse.Namespace) -> int:
    """Print the matching territories: code, level, name, and what it belongs to. Exit code 1 without a match.

    Standard error says that there is none, or more than are shown. Where the portal cannot be read in whole and nothing
    was found, what is wrong goes there as well: no answer is not "no such place".
    """
    with progress_in(options.lang) as progress:
        checked = check_portal(options.root.resolve(), progress=progress)
    territories = checked.planned.portal.territories if checked.planned else Territories((), ())
    words = " ".join(options.words)
    found = territories.search(words, limit=MOST_SHOWN + 1)
    if not found and has_errors(checked.problems):
        sys.stderr.write(as_text(checked.problems, options.lang))
    if not found:
        sys.stderr.write(nobody_answers(checked.planned.portal if checked.planned else None, words, options.lang))
    for territory in found[:MOST_SHOWN]:
        sys.stdout.write(line_of(territories, territory))
    if len(found) > MOST_SHOWN:
        sys.stderr.write(say(options.lang, "more-found", shown=MOST_SHOWN))
    return 0 if found else 1


def line_of(territories: Territories, territory: Territory) -> str:
    """A territory as it is listed: code, level, name, and what it belongs to."""
    above = ", ".join(t.name for t in reversed(territories.ancestors(territory.code)))
    return f"{territory.code:<10} {territory.level:<12} {territory.name} ({above})\n"


def nobody_answers(portal: Portal | None, words: str, lang: str) -> str:
    """That no territory answers to ``words``, and the one or few that may be meant."""
    said = say(lang, "none-found", words=words)
    meant = territories_meant(portal.territories, words)[:MOST_MEANT] if portal else ()
    if not portal or not meant:
        return said
    return said + say(lang, "may-be-meant", names=", ".join(described(portal, territory) for territory in meant))
