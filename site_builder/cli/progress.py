"""How far long work has come, for the person at the terminal."""

import sys
from contextlib import AbstractContextManager, nullcontext

from site_builder.cli.words import say
from site_builder.progress import UNWATCHED, Progress, SpokenProgress, Step


def progress_in(lang: str) -> AbstractContextManager[Progress]:
    """Lines on standard error; none where that is a file or a pipe."""
    if not sys.stderr.isatty():
        return nullcontext(UNWATCHED)

    from site_builder.language.numbers import format_number  # noqa: PLC0415 - Babel, for nobody who does not read it

    def speak(step: Step, done: int, total: int) -> None:
        counted = {"done": format_number(done, lang), "total": format_number(total, lang)}
        sys.stderr.write(say(lang, f"progress.{step}", **counted))
        sys.stderr.flush()

    return SpokenProgress(speak)
