"""``portail ledger``: write down every address and anchor that the portal publishes, beside those that it ever did."""

import argparse
import sys
from pathlib import Path

from site_builder.cli.progress import progress_in
from site_builder.cli.words import counted, say
from site_builder.editing.disk import replace_file
from site_builder.plan.published import published
from site_builder.problems import has_errors, report
from site_builder.reading import check_portal
from site_builder.validate.ledger import tables_of

_MODE = 0o644


def ledger(options: argparse.Namespace) -> int:
    """Bring data/ledger/ up to date; with ``--check`` only say what would be written.

    Exit code 1 when the portal has errors, and with ``--check`` when something is not written down yet. Nothing is ever
    taken out of the ledger.
    """
    root = options.root.resolve()
    with progress_in(options.lang) as progress:
        checked = check_portal(root, progress=progress)
    if checked.sight is None or checked.planned is None or has_errors(checked.problems):
        sys.stderr.write(report.as_text(checked.problems, options.lang))
        return 1
    known = checked.sight.records.ledger
    wanted = tables_of(known | published(checked.sight, checked.planned.site))
    changed = [(path, text) for path, text in wanted.items() if _lines(root / path) != text.splitlines()]
    for path, text in changed:
        added = counted(options.lang, "ledger-lines", len({*text.splitlines()}.difference(_lines(root / path))))
        if not options.check:
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            replace_file(root / path, text.encode(), _MODE)
        said = "ledger-to-write" if options.check else "ledger-written"
        sys.stdout.write(say(options.lang, said, path=path, lines=added))
    if not changed:
        sys.stdout.write(say(options.lang, "ledger-current"))
    return int(options.check and bool(changed))


def _lines(file: Path) -> list[str]:
    return file.read_text(encoding="utf-8").splitlines() if file.is_file() else []
