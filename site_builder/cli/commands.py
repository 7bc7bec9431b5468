"""Commands for a person to paste, in the words of the one that was just run."""

import argparse
import os
import re
import shlex
import sys
from collections.abc import Sequence
from pathlib import Path

FROM_MAKE = "make"
"""What the environment's PORTAIL_FROM says where make runs this program: the Makefile has a target for each command."""
WINDOWS = os.name == "nt"
_PLAIN = re.compile(r"[\w.:/\\+-]+")
"""What PowerShell and cmd both take as it is."""
_READ_INSIDE = re.compile("[`$“”„]")
"""What PowerShell reads even between double quotation marks, curly ones included; no file has straight ones."""


def command(options: argparse.Namespace, name: str, root: Path, *more: str) -> str:
    """The command NAME on the portal of ``root``, with ``more`` arguments, called as this program was."""
    here = root.resolve() == Path.cwd()
    if options.called_from == FROM_MAKE and here and not more:
        return shlex.join((FROM_MAKE, name))
    where = () if here else ("--root", str(root))
    return _line((*_program(), name, *where, *more))


def to_install(package: str) -> str:
    """The command that installs a package beside this program."""
    return _line((_from_here(sys.executable), "-m", "pip", "install", package))


def _line(words: Sequence[str]) -> str:
    return for_windows(words) if WINDOWS else shlex.join(words)


def for_windows(words: Sequence[str]) -> str:
    """A command for PowerShell, which calls a program between quotation marks only after ``&``.

    Double ones, which cmd knows as well: PowerShell reads on inside them, unless a backtick stands before.
    """
    quoted = [_quoted(word) for word in words]
    return " ".join(quoted if quoted[0] == words[0] else ("&", *quoted))


def _quoted(word: str) -> str:
    if _PLAIN.fullmatch(word):
        return word
    escaped = _READ_INSIDE.sub(r"`\g<0>", word)
    return f'"{escaped}"'


def _program() -> tuple[str, ...]:
    """This program as it was called; where that was ``python -m site_builder.cli``, so."""
    if Path(sys.argv[0]) == Path(__file__).with_name("__main__.py"):
        return _from_here(sys.executable), "-m", "site_builder.cli"
    return (_from_here(sys.argv[0]),)


def _from_here(program: str) -> str:
    """On Windows, which does not tell what was typed, a program below this folder by its short path."""
    if WINDOWS and Path(program).is_relative_to(Path.cwd()):
        return str(Path(program).relative_to(Path.cwd()))
    return program
