"""``portail check``: problems on standard output, and nothing else."""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from site_builder.cli.progress import progress_in
from site_builder.pipeline import check_portal
from site_builder.problems import Problem, has_errors
from site_builder.problems.report import as_markdown, render


def check(options: argparse.Namespace) -> int:
    """Print every problem. Exit code 1 when there are errors, 0 when there are only warnings."""
    with progress_in(options.lang) as progress:
        checked = check_portal(options.root.resolve(), progress=progress)
    report(checked.problems, options.format, options.lang)
    return 1 if has_errors(checked.problems) else 0


def report(problems: Sequence[Problem], form: str, lang: str) -> None:
    """Print the problems; for GitHub, write them all to the job summary as well."""
    sys.stdout.write(render(problems, form, lang))
    summary = os.environ.get("GITHUB_STEP_SUMMARY")
    if form == "github" and summary:
        with Path(summary).open("a", encoding="utf-8") as file:
            file.write(as_markdown(problems, lang))
