"""Arguments to commands. Each command is a function in a module of its own."""

import argparse
import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from site_builder import __version__
from site_builder.cli.build import build
from site_builder.cli.check import check
from site_builder.cli.find import find
from site_builder.cli.init import init
from site_builder.cli.serve import serve
from site_builder.problems.report import FORMATS

COMMANDS = {"build": build, "check": check, "serve": serve, "find": find, "init": init}


def main(arguments: Sequence[str] | None = None, environ: Mapping[str, str] = os.environ) -> int:
    """Run one command. Returns the exit code: 0 done, 1 the portal has errors, 2 the command was not understood."""
    options = parser(language(environ)).parse_args(arguments)
    if options.command is None:
        parser(options.lang).print_help()
        return 2
    try:
        return COMMANDS[options.command](options)
    except KeyboardInterrupt:
        return 130


def language(environ: Mapping[str, str]) -> str:
    """The tool's language, from the environment: French for a French locale, else English."""
    locale = environ.get("LC_ALL") or environ.get("LC_MESSAGES") or environ.get("LANG") or ""
    return "fr" if locale.startswith("fr") else "en"


def parser(lang: str) -> argparse.ArgumentParser:
    """The commands and their options."""
    top = argparse.ArgumentParser(prog="portail", description="Build and check the portal of a territory.")
    top.add_argument("--version", action="version", version=f"portail {__version__}")
    commands = top.add_subparsers(dest="command", metavar="COMMAND")
    top.set_defaults(lang=lang)

    command = _command(commands, "build", "build the portal and publish it into its folder", lang)
    command.add_argument("--jobs", type=_positive, help="processes to use (default: every core)")
    command.add_argument("--output", type=Path, help="where to publish (default: site_dir of mkdocs.yml)")

    command = _command(commands, "check", "say what is wrong, where, and how to mend it", lang)
    command.add_argument("--format", choices=FORMATS, default="text", help="how to print the problems")

    command = _command(commands, "serve", "build, then show the site and rebuild it when a file changes", lang)
    command.add_argument("--host", default="127.0.0.1")
    command.add_argument("--port", type=int, default=8000)

    command = _command(commands, "find", "find a territory and its code", lang)
    command.add_argument("words", nargs="+", help="a name, a postal code or an official code")

    command = _command(commands, "init", "write a new portal", lang)
    command.add_argument("folder", type=Path, help="an empty or new folder")
    return top


def _command(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]", name: str, about: str, lang: str
) -> argparse.ArgumentParser:
    command = commands.add_parser(name, help=about, description=about)
    command.add_argument("--root", type=Path, default=Path(), help="the portal's folder (default: here)")
    command.add_argument("--lang", choices=("fr", "en"), default=lang, help="language of the messages")
    return command


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("at least 1")
    return number
