"""``portail links``: which external links no longer answer. It never fails because of them."""

import argparse
import sys
import time
from collections.abc import Iterable
from pathlib import Path

from site_builder import __version__
from site_builder.cli.links_told import TOLD, Told
from site_builder.cli.progress import progress_in
from site_builder.cli.words import say
from site_builder.external.answers import ask_all, nobody_answered
from site_builder.external.history import read_history, report_of
from site_builder.external.written import written_addresses
from site_builder.kept import write_whole
from site_builder.model.slugs import slugify
from site_builder.output import STAGING
from site_builder.problems import report
from site_builder.reading import check_portal

HISTORY = "links.json"


def links(options: argparse.Namespace) -> int:
    """Ask every external address once, note which fail, and list those that have failed on several days.

    Exit code 1 when the portal cannot be read, 0 otherwise.
    """
    root = options.root.resolve()
    with progress_in(options.lang) as progress:
        checked = check_portal(root, progress=progress)
        if checked.sight is None:
            sys.stderr.write(report.as_text(checked.problems, options.lang))
            return 1
        written = written_addresses(checked.sight)
        settings, today = checked.sight.portal.settings, checked.sight.today
        answers = ask_all(written, _agent(settings.name.root.values()), sleep=time.sleep)
    kept = options.history or root / STAGING / HISTORY
    history = read_history(_read(kept))
    is_offline = nobody_answered(answers)
    if is_offline:
        sys.stderr.write(say(options.lang, "links-offline"))
    else:
        history = history.with_answers(answers, today)
    kept.parent.mkdir(parents=True, exist_ok=True)
    write_whole(kept, history.as_json().encode())
    portal_lang = checked.sight.portal.reference_lang
    told = Told(report_of(history, answers), written, options.lang, portal_lang, is_offline)
    sys.stdout.write(TOLD[options.format](told))
    return 0


def _agent(names: Iterable[str]) -> str:
    """As logs of servers say who came: the portal is named, so that whoever minds can write."""
    name = slugify(next(iter(names), "")) or "portal"
    return f"portail/{__version__} (link check of {name})"


def _read(file: Path) -> str | None:
    return file.read_text(encoding="utf-8", errors="replace") if file.is_file() else None
