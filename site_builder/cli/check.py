"""``portail check``: problems on standard output, and nothing else."""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from site_builder.check.host_file import host_problems
from site_builder.check.sentences import MOST_WORDS, LongSentence, as_problems, long_sentences, long_sentences_of
from site_builder.check.sight import Sight
from site_builder.cli.confirming import portal_path
from site_builder.cli.progress import progress_in
from site_builder.cli.spelling import spelling
from site_builder.cli.telling import report
from site_builder.cli.words import counted, say
from site_builder.incremental.inputs import inputs_of
from site_builder.problems import Problem, has_errors
from site_builder.problems.report import NOTHING_MORE, Aside, sorted_problems
from site_builder.progress import Progress
from site_builder.reading import check_portal

UNCLEAR = 2
WHOLE = "."
"""The portal's own folder, as `portal_path` names it."""


def check(options: argparse.Namespace) -> int:
    """Print every problem, or those of the files that are named, and what these cause in others.

    Exit code 1 when there are errors, 0 when there are only warnings, 2 when a file is not there.
    """
    root = options.root.resolve()
    paths = [portal_path(root, file) for file in options.files]
    for path in paths:
        if not (_is_below(root, path) and (root / path).exists()):
            sys.stderr.write(say(options.lang, "check-no-file", path=path))
            return UNCLEAR
    with progress_in(options.lang) as progress:
        problems, sight = _wrong(root, progress, in_passing=bool(paths))
        long = _long_sentences(sight, paths) if sight else ()
        if sight and options.spelling:
            problems += spelling(root, sight, os.environ, options.lang)
    if options.sentences:
        problems += as_problems(long)
    shown = [problem for problem in problems if any(_is_of(file, paths) for file in problem.files)]
    aside = _of_sentences(long, options.lang) if sight else NOTHING_MORE
    report(sorted_problems(shown), options.format, options.lang, aside)
    return 1 if has_errors(shown) else 0


def _is_below(root: Path, path: str) -> bool:
    """Whether a path is in the portal, as it is written: of a link, that is where the link stands."""
    return Path(os.path.normpath(root / path)).is_relative_to(root)


def _is_of(file: str, paths: Sequence[str]) -> bool:
    """Whether a file is one of those named, or below one of the folders; whether it is there where none is named."""
    return not paths or any(path in {WHOLE, file} or file.startswith(f"{path.rstrip('/')}/") for path in paths)


def _long_sentences(sight: Sight, paths: Sequence[str]) -> Sequence[LongSentence]:
    return long_sentences_of(sight, lambda file: _is_of(file, paths)) if paths else long_sentences(sight)


def everything_wrong(root: Path, progress: Progress) -> list[Problem]:
    """The problems of the portal and of its mkdocs.yml, which a host has already read when it runs the build itself."""
    return sorted_problems(_wrong(root, progress)[0])


def _wrong(root: Path, progress: Progress, *, in_passing: bool = False) -> tuple[list[Problem], Sight | None]:
    checked = check_portal(root, progress=progress, inputs=inputs_of(root), in_passing=in_passing)
    return [*checked.problems, *host_problems(root, os.environ)], checked.sight


def _of_sentences(long: Sequence[LongSentence], lang: str) -> Aside:
    """How many are long, and which is the longest."""
    values: dict[str, object] = {"more_than": MOST_WORDS, "count": len(long)}
    if not long:
        return Aside(values={"long_sentences": values})
    place, words = long[0].place, long[0].words
    longest = {"words": words, "path": place.path, "line": place.line, "column": place.column}
    line = say(
        lang, "long-sentences", most=MOST_WORDS, count=len(long), words=counted(lang, "words", words), place=place
    )
    return Aside(line, {"long_sentences": {**values, "longest": longest}})
