"""What ``portail serve`` does and says, once its port is free."""

import argparse
import os
import sys
import time
from dataclasses import replace
from http import HTTPStatus
from pathlib import Path

from site_builder.check.host_file import host_problems
from site_builder.cli.host import development_server, host_theme
from site_builder.cli.progress import progress_in
from site_builder.cli.stopped import said
from site_builder.cli.telling import report
from site_builder.cli.told_pages import told_page, with_problems, with_words
from site_builder.cli.words import say
from site_builder.engine import engine_folder
from site_builder.host import HOST_FILE, OWN_THEME, WATCHED, Answer, ThemeFault
from site_builder.incremental.inputs import Inputs
from site_builder.language.numbers import format_number
from site_builder.order import BuildOrder
from site_builder.problems import Problem, has_errors
from site_builder.progress import UNWATCHED, Progress
from site_builder.publish.refused import PublishingStopped
from site_builder.serving import Refused, Renewed, Serving

TOLD_HERE = "told.html"
"""No file of any site."""
OWN_HOSTS = frozenset({"127.0.0.1", "localhost", "::1"})
"""Where only this computer looks: it has the files that a problem names."""


def show(options: argparse.Namespace) -> int:
    """Read the portal, then answer until Ctrl+C. Raises what stops the first reading, unless a theme is at fault."""
    root = options.root.resolve()
    showing = Showing(options, root)
    with progress_in(options.lang) as progress:
        showing.begin(progress)
    sys.stdout.write(say(options.lang, "served", host=options.host, port=options.port))
    sys.stdout.flush()
    development_server()(showing.renew, watched(root), showing.answer, options.host, options.port)
    return 0


def watched(root: Path) -> list[Path]:
    """Files and folders with which a site changes, there or not; of the engine its theme, not the code at work."""
    named = (*(root / name for name in (*WATCHED, HOST_FILE)), engine_folder(OWN_THEME))
    return [*dict.fromkeys(map(Path.resolve, named))]


class Showing:
    """The portal as it is shown, and what is said of it: in the terminal, and on its pages."""

    def __init__(self, options: argparse.Namespace, root: Path) -> None:
        self._options = options
        self._lang: str = options.lang
        self._serving = Serving(root, self._order)
        self._progress: Progress = UNWATCHED
        self._told: tuple[Problem, ...] = ()
        self._stopped = ""
        self._root = root
        self._opened = root if options.host in OWN_HOSTS else None

    def begin(self, progress: Progress) -> None:
        """The first reading."""
        self._progress = progress
        try:
            self._renew()
        except ThemeFault as fault:
            self._tell_stopped(fault)
        finally:
            self._progress = UNWATCHED

    def renew(self) -> bool:
        """Read again; whatever stops it is said. Whether there is something new to see, or to be told."""
        before = self._stopped
        try:
            return self._renew()
        except SystemExit as words:  # the host's own, of its file
            self._stopped = f"{words}\n"
            sys.stderr.write(self._stopped)
        except Exception as error:  # noqa: BLE001 - the server goes on
            self._tell_stopped(error)
        return self._serving.held is None or self._stopped != before

    def answer(self, path: str) -> Answer:
        """What is at an address; where it cannot be made, or nothing can be shown, a page that says why."""
        try:
            answer = self._serving.answer(path)
        except Exception as error:  # noqa: BLE001 - the server goes on
            self._tell_stopped(error)
            return self._page(HTTPStatus.INTERNAL_SERVER_ERROR)
        held = self._serving.held
        if held and held.untold:
            report(held.untold, "text", self._lang)
            held.untold = ()
        return self._told_on(answer) if answer else self._page(HTTPStatus.SERVICE_UNAVAILABLE)

    def _told_on(self, answer: Answer) -> Answer:
        """The answer, with what is wrong above it where it is a page."""
        if not answer.path.endswith(".html"):
            return answer
        if self._stopped:
            return replace(answer, data=with_words(answer.data, self._stopped, self._lang))
        return replace(answer, data=with_problems(answer.data, self._told, self._lang, self._opened))

    def _renew(self) -> bool:
        started = time.monotonic()
        renewed = self._serving.renew()
        if not renewed.is_new:
            return False
        before = (self._told, self._stopped)
        self._tell(renewed, time.monotonic() - started)
        return renewed.held is not None or self._serving.held is None or (self._told, self._stopped) != before

    def _order(self, inputs: Inputs) -> BuildOrder:
        known = tuple(host_problems(self._root, os.environ))
        if has_errors(known):  # the host would stop at the first of them, in its own words
            raise Refused(known)
        theme = replace(host_theme(self._root, inputs), served=True)
        return BuildOrder(
            root=self._root,
            theme=theme,
            destination=theme.site_dir,
            progress=self._progress,
            inputs=inputs,
            known=known,
        )

    def _tell(self, renewed: Renewed, seconds: float) -> None:
        """Problems are told when they are others than before."""
        self._stopped = ""
        if renewed.problems != self._told:
            sys.stdout.write(say(self._lang, "checked-now"))
            report(renewed.problems, "text", self._lang)
        self._told = renewed.problems
        if renewed.held:
            pages = format_number(renewed.held.pages, self._lang)
            took = format_number(round(seconds, 1), self._lang)
            sys.stdout.write(say(self._lang, "shown", pages=pages, seconds=took))
        else:
            sys.stdout.write(say(self._lang, "shown-as-before" if self._serving.held else "not-shown"))
        sys.stdout.flush()

    def _tell_stopped(self, error: Exception) -> None:
        if self._options.traceback:
            raise error
        self._stopped = error.said(self._lang) if isinstance(error, PublishingStopped) else said(error, self._lang)
        sys.stderr.write(self._stopped)

    def _page(self, status: HTTPStatus) -> Answer:
        data = told_page(self._lang, self._told, self._stopped, self._opened)
        return Answer(status=status, path=TOLD_HERE, data=data)
