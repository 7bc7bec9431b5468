"""Finding a portal's files, without following links and in an order that never varies, and reading them."""

import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from stat import S_ISDIR, S_ISLNK, S_ISREG

from site_builder.model.paths import composed
from site_builder.problems import Place, Problem

_OF_FILES = (".md", ".yml", ".yaml", ".csv", ".geojson", ".jpg", ".jpeg", ".png", ".webp")
"""Endings that only a file is given: a folder of such a name was meant as one."""


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A file of the portal: where it is on disk, and its path relative to the portal's root (with ``/``)."""

    absolute: Path
    path: str


def find_files(root: Path, folder: str) -> tuple[list[FoundFile], list[Problem]]:
    """Regular files of ``root/folder``, sorted by path; of all else, what is wrong with it.

    Links are refused, what is no file (a pipe), folders that cannot be opened, and names that no address could hold.
    """
    found: list[FoundFile] = []
    problems: list[Problem] = []
    for absolute, wrong in _walk(root / folder):
        path = composed(absolute.relative_to(root).as_posix())
        readable = path.encode("utf-8", "replace").decode("utf-8")
        if readable != path or not path.isprintable():
            shown = "".join(c if c.isprintable() else "?" for c in readable)
            problems.append(Problem("file-name", Place(shown)))
        elif isinstance(wrong, OSError):
            problems.append(unreadable(path, wrong))
        elif wrong:
            problems.append(Problem(wrong, Place(path)))
        else:
            found.append(FoundFile(absolute, path))
    return found, problems


def read_file(file: FoundFile, most: int, problems: list[Problem]) -> bytes | None:
    """What a file holds; None, and one problem more, when it cannot be read or has more than ``most`` bytes."""
    try:
        size = file.absolute.stat().st_size
        if size <= most:
            return file.absolute.read_bytes()
    except OSError as error:
        problems.append(unreadable(file.path, error))
        return None
    problems.append(Problem("file-large", Place(file.path), {"size": size, "most": most}))
    return None


def refused(file: FoundFile) -> Iterator[Problem]:
    """A file that only later stages read, and that the disk does not open."""
    try:
        with file.absolute.open("rb"):
            pass
    except OSError as error:
        yield unreadable(file.path, error)


def unreadable(path: str, error: OSError) -> Problem:
    """The disk refuses the file or the folder ``path``."""
    return Problem("file-unreadable", Place(path), {"quoted": shlex.quote(path), "detail": error.strerror or error})


def _walk(folder: Path) -> Iterator[tuple[Path, str | OSError]]:
    """What is below ``folder``, each with what is wrong with it: a code, an error of the disk, nothing."""
    try:
        mode = folder.lstat().st_mode
        children = sorted(folder.iterdir()) if S_ISDIR(mode) else []
    except (FileNotFoundError, NotADirectoryError):
        return
    except OSError as error:
        yield folder, error
        return
    if S_ISLNK(mode):
        yield folder, "symbolic-link"
    for child in children:
        if not child.name.startswith((".", "_")):
            yield from _look(child)


def _look(child: Path) -> Iterator[tuple[Path, str | OSError]]:
    try:
        mode = child.lstat().st_mode
    except OSError as error:
        yield child, error
        return
    if S_ISDIR(mode) and not child.name.lower().endswith(_OF_FILES):
        yield from _walk(child)
    elif S_ISLNK(mode):
        yield child, "symbolic-link"
    else:
        yield child, "" if S_ISREG(mode) else "not-a-file"
