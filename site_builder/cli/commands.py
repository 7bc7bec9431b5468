"""Commands for a person to paste, in the words of the one that was just run."""

import argparse
import shlex
import sys
from pathlib import Path

FROM_MAKE = "make"
"""What the environment's PORTAIL_FROM says where make runs this program: the Makefile has a target for each command."""


def command(options: argparse.Namespace, name: str, root: Path, *more: str) -> str:
    """The command NAME on the portal of ``root``, with ``more`` arguments, called as this program was."""
    here = root.resolve() == Path.cwd()
    if options.called_from == FROM_MAKE and here and not more:
        return shlex.join((FROM_MAKE, name))
    where = () if here else ("--root", str(root))
    return shlex.join((*_program(), name, *where, *more))


def _program() -> tuple[str, ...]:
    """This program as it was called; where that was ``python -m site_builder.cli``, so."""
    if Path(sys.argv[0]) == Path(__file__).with_name("__main__.py"):
        return sys.executable, "-m", "site_builder.cli"
    return (sys.argv[0],)
