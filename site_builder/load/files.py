"""Finding a portal's files, without following links and in an order that never varies."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from site_builder.model.paths import composed
from site_builder.problems import Place, Problem


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A file of the portal: where it is on disk, and its path relative to the portal's root (with ``/``)."""

    absolute: Path
    path: str


def find_files(root: Path, folder: str) -> tuple[list[FoundFile], list[Problem]]:
    """Regular files of ``root/folder``, sorted by path; links are refused, and names that no address could hold."""
    found: list[FoundFile] = []
    problems: list[Problem] = []
    for absolute in _walk(root / folder):
        path = composed(absolute.relative_to(root).as_posix())
        readable = path.encode("utf-8", "replace").decode("utf-8")
        if readable != path or not path.isprintable():
            shown = "".join(c if c.isprintable() else "?" for c in readable)
            problems.append(Problem("file-name", Place(shown)))
        elif absolute.is_symlink():
            problems.append(Problem("symbolic-link", Place(path)))
        elif absolute.is_file():
            found.append(FoundFile(absolute, path))
    return found, problems


def _walk(folder: Path) -> Iterator[Path]:
    if folder.is_symlink():
        yield folder
        return
    if not folder.is_dir():
        return
    for child in sorted(folder.iterdir()):
        if child.name.startswith((".", "_")):
            continue
        if child.is_dir() and not child.is_symlink():
            yield from _walk(child)
        else:
            yield child
