"""Commands for a person to paste, in the words of the one that was just run."""

import shlex
import sys
from pathlib import Path


def command(name: str, root: Path, *more: str) -> str:
    """``portail NAME``, called as this program was, on the portal of ``root``, with ``more`` arguments."""
    where = () if root.resolve() == Path.cwd() else ("--root", str(root))
    return shlex.join((sys.argv[0], name, *where, *more))
