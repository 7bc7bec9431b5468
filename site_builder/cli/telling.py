"""What a command says at its end: problems, and what was built."""

import argparse
import os
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from site_builder.cli.commands import command
from site_builder.cli.words import say
from site_builder.costs import OutputCost
from site_builder.language.numbers import format_number
from site_builder.problems import Problem
from site_builder.problems.markdown import code, plain
from site_builder.problems.report import NOTHING_MORE, Aside, as_list, as_markdown, render
from site_builder.publish.made import Made


def report(problems: Sequence[Problem], form: str, lang: str, aside: Aside = NOTHING_MORE) -> None:
    """Print the problems; for GitHub, write them all to the job summary as well."""
    sys.stdout.write(render(problems, form, lang, aside))
    if form == "github":
        _summarise(as_markdown(problems, lang, aside))


def tell_left_out(done: Sequence[Problem], mistakes: Sequence[Problem], lang: str) -> None:
    """What is not published as it is written: where it will be read, and on GitHub above all else in the summary.

    There each file follows its mistakes, with their fixes: whoever reads the summary need not open the log.
    """
    paths = sorted({problem.place.path for problem in done})
    number = "one" if len(paths) == 1 else "other"
    told = say(lang, f"without-mistakes.{number}", files=format_number(len(paths), lang))
    sys.stdout.write(told + "".join(f"  {path}\n" for path in paths))
    elsewhere = as_list([problem for problem in mistakes if problem.place.path not in paths], lang)
    listed = "".join(_left_out(each, mistakes, lang) for each in sorted(done, key=lambda each: each.place))
    _summarise(f"## ⚠️ {told}\n{elsewhere}{listed}\n")


def _left_out(done: Problem, mistakes: Sequence[Problem], lang: str) -> str:
    path = done.place.path
    colon = "\u00a0:" if lang == "fr" else ":"
    why = as_list([problem for problem in mistakes if problem.place.path == path], lang)
    return f"{why}- {code(path)}{colon} {plain(done.message(lang))}\n"


def _summarise(markdown: str) -> None:
    """Add to the summary of GitHub's job, where it runs this."""
    summary = os.environ.get("GITHUB_STEP_SUMMARY")
    if summary:
        with Path(summary).open("a", encoding="utf-8") as file:
            file.write(markdown)


def tell_unchanged(options: argparse.Namespace, made: Made, live: Path, started: float) -> int:
    """The site in ``live`` is what a build would publish. Its problems are told again: nobody has mended them."""
    if made.problems:
        report(made.problems, "text", options.lang)
    tell_site(options, "unchanged", SiteSize(made.pages, made.files, made.bytes), live, started)
    return 0


MEGABYTE = 1_000_000
MOST_OUTPUTS = 9
_WIDTH = 7
"""Characters of a number of files, or of megabytes, in a column."""


class SiteSize(NamedTuple):
    """How many pages and files, how many bytes; ``made``: pages that had to be made, where that is known."""

    pages: int
    files: int
    bytes: int
    made: int | None = None


def tell_site(options: argparse.Namespace, word: str, size: SiteSize, live: Path, started: float) -> None:
    """How large the site is, where, and what it took since ``started``."""
    sys.stdout.write(
        say(
            options.lang,
            f"{word}-shard" if options.shard else word,
            pages=format_number(size.pages, options.lang),
            files=format_number(size.files, options.lang),
            megabytes=format_number(_megabytes(size.bytes), options.lang),
            seconds=format_number(round(time.monotonic() - started, 1), options.lang),
            anew=_anew(size, options.lang),
            folder=live,
            look=command(options, "merge" if options.shard else "serve", options.root),
            shard=options.shard,
        )
    )


def tell_outputs(outputs: Mapping[str, OutputCost], lang: str) -> None:
    """What the files of the site are: those that weigh most, and on GitHub each of them in the summary."""
    heaviest = sorted(outputs.items(), key=lambda each: (-each[1].bytes, each[0]))
    told = [each for each in heaviest if each[1].bytes >= MEGABYTE][:MOST_OUTPUTS]
    others = [cost for _, cost in heaviest[len(told) :]]
    if told:
        rest = (sum(cost.files for cost in others), sum(cost.bytes for cost in others))
        rows = [(name, cost.files, cost.bytes) for name, cost in told]
        sys.stdout.writelines(
            say(
                lang,
                "output-size",
                files=format_number(files, lang).rjust(_WIDTH),
                megabytes=format_number(_megabytes(size), lang).rjust(_WIDTH),
                name=name,
            )
            for name, files, size in [*rows, (say(lang, "other-outputs", n=len(others)), *rest)]
        )
    listed = "".join(f"| {name} | {cost.files} | {round(cost.bytes / 1000)} |\n" for name, cost in heaviest)
    _summarise(f"{say(lang, 'outputs-head')}|---|---:|---:|\n{listed}\n")


def _anew(size: SiteSize, lang: str) -> str:
    """How many of the pages had to be made; nothing where all of them were."""
    if size.made is None or size.made >= size.pages:
        return ""
    key = {0: "none", 1: "one"}.get(size.made, "other")
    return say(lang, f"anew.{key}", made=format_number(size.made, lang))


def _megabytes(size: int) -> float:
    """Whole ones; tenths of the first, because nothing weighs none."""
    return round(size / 1e6) or max(round(size / 1e6, 1), 0.1)
