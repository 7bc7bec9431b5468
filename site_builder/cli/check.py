"""``portail check``: problems on standard output, and nothing else."""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from site_builder.check.host_file import host_problems
from site_builder.cli.confirming import portal_path
from site_builder.cli.progress import progress_in
from site_builder.cli.telling import report
from site_builder.cli.words import say
from site_builder.incremental.inputs import inputs_of
from site_builder.pipeline import check_portal
from site_builder.problems import Problem, has_errors
from site_builder.problems.report import sorted_problems
from site_builder.progress import Progress

UNCLEAR = 2


def check(options: argparse.Namespace) -> int:
    """Print every problem, or those of the files that are named.

    Exit code 1 when there are errors, 0 when there are only warnings, 2 when a file is not there.
    """
    root = options.root.resolve()
    paths = [portal_path(root, file) for file in options.files]
    for path in paths:
        if not (root / path).exists():
            sys.stderr.write(say(options.lang, "check-no-file", path=path))
            return UNCLEAR
    with progress_in(options.lang) as progress:
        problems = everything_wrong(root, progress)
    shown = [problem for problem in problems if not paths or _is_of(problem, paths)]
    report(shown, options.format, options.lang)
    return 1 if has_errors(shown) else 0


def _is_of(problem: Problem, paths: Sequence[str]) -> bool:
    """Whether a problem stands in one of the files, or below one of the folders."""
    own = problem.place.path
    return any(own == path or own.startswith(f"{path.rstrip('/')}/") for path in paths)


def everything_wrong(root: Path, progress: Progress) -> list[Problem]:
    """The problems of the portal and of its mkdocs.yml, which a host has already read when it runs the build itself."""
    checked = check_portal(root, progress=progress, inputs=inputs_of(root))
    return sorted_problems([*checked.problems, *host_problems(root, os.environ)])
