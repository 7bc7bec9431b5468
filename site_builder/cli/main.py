"""Arguments to commands. Each command is a function in a module of its own."""

import argparse
import io
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from site_builder import __version__
from site_builder.cli.build import build
from site_builder.cli.check import check
from site_builder.cli.find import find
from site_builder.cli.init import init
from site_builder.cli.serve import serve
from site_builder.problems.report import FORMATS

BROKEN = 3
INTERRUPTED = 130
UNREAD = 141
STOPPED = {
    "fr": "Le portail s’est arrêté sur une faute du programme, et le site publié n’a pas changé.\n"
    "{error}\nPour le signaler avec le détail : PORTAIL_TRACEBACK=1 portail …\n",
    "en": "The portal stopped on a fault of the program, and the published site has not changed.\n"
    "{error}\nTo report it with the detail: PORTAIL_TRACEBACK=1 portail …\n",
}
STOPPED_BY_DISK = {
    "fr": "Le portail n’a pas pu lire ou écrire un fichier (ou ouvrir un port) ; le site publié n’a pas changé.\n"
    "{error}\n",
    "en": "The portal could not read or write a file (or open a port); the published site has not changed.\n{error}\n",
}

HELP = {
    "fr": {
        "portail": "Construire et vérifier le portail d’un territoire.",
        "build": "construire le portail et le publier dans son dossier",
        "check": "dire ce qui ne va pas, où, et comment le corriger",
        "serve": "construire, puis montrer le site et le refaire quand un fichier change",
        "find": "trouver un territoire et son code",
        "init": "écrire un nouveau portail",
        "root": "le dossier du portail (par défaut : ici)",
        "lang": "langue des messages",
        "jobs": "nombre de processus (par défaut : tous les cœurs)",
        "output": "où publier (par défaut : site_dir de mkdocs.yml)",
        "format": "comment écrire les problèmes",
        "words": "un nom, un code postal ou un code officiel",
        "folder": "un dossier vide ou nouveau",
    },
    "en": {
        "portail": "Build and check the portal of a territory.",
        "build": "build the portal and publish it into its folder",
        "check": "say what is wrong, where, and how to mend it",
        "serve": "build, then show the site and rebuild it when a file changes",
        "find": "find a territory and its code",
        "init": "write a new portal",
        "root": "the portal's folder (default: here)",
        "lang": "language of the messages",
        "jobs": "processes to use (default: every core)",
        "output": "where to publish (default: site_dir of mkdocs.yml)",
        "format": "how to write the problems",
        "words": "a name, a postal code or an official code",
        "folder": "an empty or new folder",
    },
}
COMMANDS = {"build": build, "check": check, "serve": serve, "find": find, "init": init}


def main(arguments: Sequence[str] | None = None, environ: Mapping[str, str] = os.environ) -> int:
    """Run one command. Returns the exit code.

    0 done, 1 the portal has errors, 2 the command was not understood, 3 the tool or the disk failed (the published
    site is as it was), 130 interrupted, 141 nobody reads its words any more (``| head``).
    Nobody but a maintainer who sets PORTAIL_TRACEBACK sees a traceback.
    """
    _speak_on_any_terminal(environ)
    options = parser(language(environ)).parse_args(arguments)
    if options.command is None:
        parser(options.lang).print_help()
        return 2
    try:
        code = COMMANDS[options.command](options)
        sys.stdout.flush()
        return code
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # what is left to write when the process ends
        return UNREAD
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:
        if environ.get("PORTAIL_TRACEBACK"):
            raise
        said = STOPPED_BY_DISK if isinstance(error, OSError) else STOPPED
        sys.stderr.write(said[options.lang].format(error=f"{type(error).__name__}: {error}"))
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
    return "fr" if locale.startswith("fr") else "en"


def parser(lang: str) -> argparse.ArgumentParser:
    """The commands and their options, described in ``lang``."""
    say = HELP[lang]
    top = argparse.ArgumentParser(prog="portail", description=say["portail"])
    top.add_argument("--version", action="version", version=f"portail {__version__}")
    commands = top.add_subparsers(dest="command", metavar="COMMAND")
    top.set_defaults(lang=lang)

    command = _command(commands, "build", lang)
    command.add_argument("--jobs", type=_positive, help=say["jobs"])
    command.add_argument("--output", type=Path, help=say["output"])

    command = _command(commands, "check", lang)
    command.add_argument("--format", choices=FORMATS, default="text", help=say["format"])

    command = _command(commands, "serve", lang)
    command.add_argument("--host", default="127.0.0.1")
    command.add_argument("--port", type=int, default=8000)

    command = _command(commands, "find", lang)
    command.add_argument("words", nargs="+", help=say["words"])

    command = _command(commands, "init", lang)
    command.add_argument("folder", type=Path, help=say["folder"])
    return top


def _command(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]", name: str, lang: str
) -> argparse.ArgumentParser:
    say = HELP[lang]
    command = commands.add_parser(name, help=say[name], description=say[name])
    command.add_argument("--root", type=Path, default=Path(), help=say["root"])
    command.add_argument("--lang", choices=tuple(HELP), default=lang, help=say["lang"])
    return command


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("at least 1")
    return number
