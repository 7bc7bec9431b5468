"""``portail check``: problems on standard output, and nothing else."""

import argparse
import os
from pathlib import Path

from site_builder.check.host_file import host_problems
from site_builder.cli.progress import progress_in
from site_builder.cli.telling import report
from site_builder.incremental.inputs import inputs_of
from site_builder.pipeline import check_portal
from site_builder.problems import Problem, has_errors
from site_builder.problems.report import sorted_problems
from site_builder.progress import Progress


def check(options: argparse.Namespace) -> int:
    """Print every problem. Exit code 1 when there are errors, 0 when there are only warnings."""
    with progress_in(options.lang) as progress:
        problems = everything_wrong(options.root.resolve(), progress)
    report(problems, options.format, options.lang)
    return 1 if has_errors(problems) else 0


def everything_wrong(root: Path, progress: Progress) -> list[Problem]:
    """The problems of the portal and of its mkdocs.yml, which a host has already read when it runs the build itself."""
    checked = check_portal(root, progress=progress, inputs=inputs_of(root))
    return sorted_problems([*checked.problems, *host_problems(root, os.environ)])
