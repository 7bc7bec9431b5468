"""What a command says at its end: problems, and what was built."""

import argparse
import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from site_builder.cli.commands import command
from site_builder.cli.words import say
from site_builder.language.numbers import format_number
from site_builder.problems import Problem
from site_builder.problems.report import as_markdown, render
from site_builder.publish.made import Made


def report(problems: Sequence[Problem], form: str, lang: str) -> None:
    """Print the problems; for GitHub, write them all to the job summary as well."""
    sys.stdout.write(render(problems, form, lang))
    summary = os.environ.get("GITHUB_STEP_SUMMARY")
    if form == "github" and summary:
        with Path(summary).open("a", encoding="utf-8") as file:
            file.write(as_markdown(problems, lang))


def tell_unchanged(options: argparse.Namespace, made: Made, live: Path, started: float) -> int:
    """The site in ``live`` is what a build would publish. Its problems are told again: nobody has mended them."""
    if made.problems:
        report(made.problems, "text", options.lang)
    tell_site(options, "unchanged", (made.pages, made.files, made.bytes), live, started)
    return 0


def tell_site(options: argparse.Namespace, word: str, counts: tuple[int, int, int], live: Path, started: float) -> None:
    """How large the site is (``counts``: pages, files, bytes), where, and what it took since ``started``."""
    pages, files, size = counts
    sys.stdout.write(
        say(
            options.lang,
            f"{word}-shard" if options.shard else word,
            pages=format_number(pages, options.lang),
            files=format_number(files, options.lang),
            megabytes=format_number(_megabytes(size), options.lang),
            seconds=format_number(round(time.monotonic() - started, 1), options.lang),
            folder=live,
            look=command(options, "merge" if options.shard else "serve", options.root),
            shard=options.shard,
        )
    )


def _megabytes(size: int) -> float:
    """Whole ones; tenths of the first, because nothing weighs none."""
    return round(size / 1e6) or max(round(size / 1e6, 1), 0.1)
