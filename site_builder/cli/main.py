"""Arguments to commands. Each command is a function in a module of its own, which is imported when it is asked for."""

import argparse
import io
import os
import signal
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from site_builder import __version__
from site_builder.cli.leaving import leave
from site_builder.cli.loading import INTERRUPTED, loaded
from site_builder.cli.stopped import said
from site_builder.cli.words import WORDS, say, tool_language
from site_builder.collector import collect_no_more
from site_builder.problems.report import FORMATS, as_json_stopped
from site_builder.problems.sentences import LANGUAGES
from site_builder.shard import Shard, shard_written

BROKEN = 3
UNREAD = 141
STAYING = {"serve"}
"""Commands that go on for as long as somebody works; the others end with what they do."""
WRITING = "init"
"""The command that needs no portal."""
MOST_JOBS, MOST_PORTS = 1024, 65535


def main(arguments: Sequence[str] | None = None, environ: Mapping[str, str] = os.environ) -> int:
    """Run one command; without ``arguments`` those of this process, which then ends. Returns the exit code.

    0 done, 1 the portal or its theme has errors, 2 the command was not understood, 3 the tool or the disk failed (the
    published site is as it was), 130 interrupted, 141 nobody reads its words any more (``| head``).
    Nobody but a maintainer who sets PORTAIL_TRACEBACK sees a traceback.
    """
    try:
        code = _run(arguments, environ)
    except KeyboardInterrupt:
        if arguments is None:
            os._exit(INTERRUPTED)  # Python would end by the signal where it interrupted an import, whoever caught it
        return INTERRUPTED
    finally:
        if arguments is None:  # Python takes a moment to end: nothing is left to interrupt
            signal.signal(signal.SIGINT, signal.SIG_IGN)
    if arguments is None:
        leave(code)
    return code


def _run(arguments: Sequence[str] | None, environ: Mapping[str, str]) -> int:
    _speak_on_any_terminal(environ)
    options = parser(language(environ)).parse_args(arguments)
    if options.command is None:
        parser(options.lang).print_help()
        return 2
    options.traceback = bool(environ.get("PORTAIL_TRACEBACK"))
    options.called_from = environ.get("PORTAIL_FROM")
    options.own_process = arguments is None
    if options.own_process and options.command not in STAYING:
        collect_no_more()
    if options.command != WRITING and not options.root.is_dir():
        return _not_done(say(options.lang, "no-root", root=options.root), options.format)
    try:
        code: int = loaded(options.command, options.command, own_process=options.own_process)(options)
        sys.stdout.flush()
        return code
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # what is left to write when the process ends
        return UNREAD
    except Exception as error:
        if options.traceback:
            if options.format == "json":
                sys.stdout.write(as_json_stopped(said(error, options.lang)))
            raise
        return _not_done(said(error, options.lang), options.format)


def _not_done(told: str, form: str) -> int:
    """Nothing could be done: ``told``, for a person and for a program that waits for JSON."""
    if form == "json":
        sys.stdout.write(as_json_stopped(told))
    sys.stderr.write(told)
    return BROKEN


def _speak_on_any_terminal(environ: Mapping[str, str]) -> None:
    """A letter that the terminal does not have becomes ``?``; files and pipes get UTF-8 unless asked otherwise."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            theirs = stream.isatty() or environ.get("PYTHONIOENCODING")
            stream.reconfigure(encoding=None if theirs else "utf-8", errors="replace")


def language(environ: Mapping[str, str]) -> str:
    """The tool's language, from the environment: French for a French locale, else English."""
    locale = environ.get("LC_ALL") or environ.get("LC_MESSAGES") or environ.get("LANG") or ""
    return tool_language(locale)


def parser(lang: str) -> argparse.ArgumentParser:
    """The commands and their options, described in ``lang``."""
    help_on = WORDS[lang]
    top = argparse.ArgumentParser(prog="portail", description=help_on["portail"])
    top.add_argument("--version", action="version", version=f"portail {__version__}")
    commands = top.add_subparsers(dest="command", metavar="COMMAND")
    top.set_defaults(lang=lang, format="text", counts=None, shard=None)

    _add_building(commands, lang)

    command = _command(commands, "check", lang)
    command.add_argument("files", nargs="*", metavar="FILE", help=help_on["check-files"])
    command.add_argument("--format", choices=FORMATS, default="text", help=help_on["format"])
    command.add_argument("--spelling", action="store_true", help=help_on["spelling"])
    command.add_argument("--sentences", action="store_true", help=help_on["sentences"])

    command = _command(commands, "serve", lang)
    command.add_argument("--host", default="127.0.0.1", help=help_on["host"])
    command.add_argument("--port", type=_number(lang, 1, MOST_PORTS), default=8000, help=help_on["port"])

    command = _command(commands, "find", lang)
    command.add_argument("words", nargs="+", help=help_on["words"])

    _add_lists(commands, lang)

    command = _command(commands, "review", lang)
    command.add_argument("--base", default="HEAD", metavar="VERSION", help=help_on["base"])
    command.add_argument("--preview", type=Path, metavar="FOLDER", help=help_on["preview"])
    _add_editing(commands, lang)

    command = _command(commands, "print", lang, speaks=False)
    command.add_argument("words", nargs="+", metavar="TERRITORY", help=help_on["words"])
    command.add_argument("--format", metavar="FORMAT", default="pack", dest="paper", help=help_on["paper"])
    command.add_argument("--lang", dest="paper_lang", metavar="LANG", help=help_on["paper-lang"])
    command.add_argument("--output", type=Path, help=help_on["paper-output"])

    _command(commands, "schemas", lang)

    command = _command(commands, "init", lang)
    command.add_argument("folder", type=Path, help=help_on["folder"])
    return top


def _add_lists(commands: "argparse._SubParsersAction[argparse.ArgumentParser]", lang: str) -> None:
    """What lists the work that is left, and writes that some of it is done."""
    help_on = WORDS[lang]
    command = _command(commands, "overrides", lang)
    command.add_argument("name", nargs="?", metavar="NAME", help=help_on["overrides-name"])
    command.add_argument("--stale", action="store_true", help=help_on["stale"])
    command.add_argument("--confirm", nargs="*", metavar="ID", help=help_on["confirm-ids"])
    command.add_argument("--all", action="store_true", help=help_on["all"])
    command.add_argument("--format", choices=("text", "json"), default="text", help=help_on["overrides-format"])

    command = _command(commands, "confirm", lang)
    command.add_argument("files", nargs="*", metavar="FILE", help=help_on["confirm-files"])
    command.add_argument("--format", choices=("text", "markdown"), default="text", help=help_on["markdown-format"])

    command = _command(commands, "links", lang)
    command.add_argument("--history", type=Path, metavar="FILE", help=help_on["links-history"])
    forms = ("text", "json", "markdown")
    command.add_argument("--format", choices=forms, default="text", help=help_on["markdown-format"])

    command = _command(commands, "translations", lang)
    command.add_argument("action", nargs="?", choices=("confirm",), help=help_on["translations-action"])
    command.add_argument("files", nargs="*", metavar="FILE", help=help_on["translations-files"])
    command.add_argument("--all", action="store_true", help=help_on["translations-all"])
    command.add_argument("--format", choices=("text", "json"), default="text", help=help_on["overrides-format"])


def _add_editing(commands: "argparse._SubParsersAction[argparse.ArgumentParser]", lang: str) -> None:
    """What writes entries, and puts them where and how they belong."""
    help_on = WORDS[lang]
    command = _command(commands, "new", lang)
    command.add_argument("kind", nargs="?", metavar="KIND", help=help_on["new-kind"])
    command.add_argument("--set", action="append", default=[], metavar="FIELD=VALUE", help=help_on["new-set"])
    command.add_argument("--no-questions", action="store_true", help=help_on["new-silent"])

    command = _command(commands, "mv", lang)
    command.add_argument("old", metavar="OLD", help=help_on["mv-old"])
    command.add_argument("new", metavar="NEW", nargs="?", help=help_on["mv-new"])
    command.add_argument("--slug", action="append", default=[], metavar="[LANG=]SLUG", help=help_on["mv-slug"])
    command.add_argument("--dry-run", action="store_true", help=help_on["dry-run"])

    command = _command(commands, "fmt", lang)
    command.add_argument("files", nargs="*", metavar="FILE", help=help_on["fmt-files"])
    command.add_argument("--check", action="store_true", help=help_on["fmt-check"])

    command = _command(commands, "ledger", lang)
    command.add_argument("--check", action="store_true", help=help_on["ledger-check"])


def _add_building(commands: "argparse._SubParsersAction[argparse.ArgumentParser]", lang: str) -> None:
    """What publishes a site: made by one machine, or by several."""
    help_on = WORDS[lang]
    command = _command(commands, "build", lang)
    command.add_argument("--jobs", type=_number(lang, 1, MOST_JOBS), help=help_on["jobs"])
    command.add_argument("--output", type=Path, help=help_on["output"])
    command.add_argument("--no-paper", dest="with_paper", action="store_false", help=help_on["no-paper"])
    command.add_argument("--counts", type=Path, metavar="FILE", help=help_on["counts"])
    command.add_argument("--shard", type=_shard(lang), metavar="K/N", help=help_on["shard"])
    command.add_argument("--leave-out", action="store_true", help=help_on["leave-out"])

    command = _command(commands, "merge", lang)
    command.add_argument("folders", nargs="+", type=Path, metavar="FOLDER", help=help_on["merge-folders"])
    command.add_argument("--jobs", type=_number(lang, 1, MOST_JOBS), help=help_on["jobs"])
    command.add_argument("--output", type=Path, help=help_on["output"])


def _command(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]", name: str, lang: str, *, speaks: bool = True
) -> argparse.ArgumentParser:
    """A command; one that does not speak in the language of ``--lang`` has a use of its own for that word."""
    help_on = WORDS[lang]
    command = commands.add_parser(name, help=help_on[name], description=help_on[name])
    command.add_argument("--root", type=Path, default=Path(), help=help_on["root"])
    if speaks:
        command.add_argument("--lang", choices=LANGUAGES, default=lang, help=help_on["lang"])
    return command


def _number(lang: str, least: int, most: int) -> Callable[[str], int]:
    """Reads a number between two others, or says in ``lang`` which they are."""

    def read(text: str) -> int:
        if not (text.isdecimal() and least <= int(text) <= most):
            raise argparse.ArgumentTypeError(say(lang, "number", least=least, most=most))
        return int(text)

    return read


def _shard(lang: str) -> Callable[[str], Shard]:
    """Reads which part of how many, or says in ``lang`` how that is written."""

    def read(text: str) -> Shard:
        shard = shard_written(text)
        if shard is None:
            raise argparse.ArgumentTypeError(say(lang, "shard-form"))
        return shard

    return read
