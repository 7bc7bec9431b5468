"""What commands that name files and confirm what these say have in common."""

import sys
from pathlib import Path

from site_builder.cli.words import say
from site_builder.editing.confirming import Confirmed, FrontLine, confirm


def portal_path(root: Path, file: str) -> str:
    """A file as the portal names it, however it was named: from here, from the portal's folder, or whole."""
    for whole in (Path(file), root / file):
        resolved = whole.resolve()
        if resolved.is_relative_to(root) and resolved.exists():
            return resolved.relative_to(root).as_posix()
    return file


def confirmed(root: Path, path: str, line: FrontLine) -> tuple[Confirmed, str]:
    """What became of one file, and what the disk said; a file that the disk refuses does not keep the others."""
    try:
        return confirm(root, path, line), ""
    except OSError as error:
        return Confirmed.REFUSED, error.strerror or str(error)


def told(path: str, line: FrontLine, outcome: Confirmed, error: str, lang: str) -> int:
    """Say so; 1 where nothing was written."""
    is_refused = outcome is Confirmed.REFUSED
    key = "confirm-disk" if error else f"line-{outcome.value}"
    (sys.stderr if is_refused else sys.stdout).write(say(lang, key, path=path, line=line, error=error))
    return int(is_refused)
