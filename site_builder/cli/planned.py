"""The portal that a command asks about: checked, or told why it cannot be planned."""

import argparse
import sys

from site_builder.cli.progress import progress_in
from site_builder.plan.stage import Planned
from site_builder.problems.report import as_text
from site_builder.reading import Checked, check_portal


def planned_portal(options: argparse.Namespace) -> tuple[Checked, Planned] | None:
    """What was read of the portal in ``--root``, and its plan; None without one, and standard error says why."""
    with progress_in(options.lang) as progress:
        checked = check_portal(options.root.resolve(), progress=progress)
    if checked.planned is None:
        sys.stderr.write(as_text(checked.problems, options.lang))
        return None
    return checked, checked.planned
