"""Changing files of a portal: one whole or not at all, or several together."""

import os
import stat
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from pathlib import Path

_TEMPORARY = ".portail-"
"""What the names of temporary files begin with: a name that begins with a point is nobody's entry."""


def own_file(root: Path, file: Path) -> bool:
    """Whether it is one of the portal's own files, not reached through a link. Raises OSError."""
    return stat.S_ISREG(file.lstat().st_mode) and file.resolve() == root.resolve() / file.relative_to(root)


def replace_file(file: Path, data: bytes, mode: int) -> None:
    """The file is the old one or the new one, at any moment. Raises OSError, the file as it was."""
    temporary = _written(file.parent, data, mode)
    try:
        temporary.replace(file)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """What a file is to hold. ``was``: the file that it is made of, itself or one that goes; None for a new one."""

    data: bytes
    was: str | None = None


def change_files(root: Path, changes: Mapping[str, Changed]) -> None:
    """Make all these changes, by path; folders come and go with their files.

    Raises OSError, all files as they were: FileExistsError where something stands in the place of a new one.
    Everything is written beside its place first, where most of what can fail does.
    """
    spare: list[Path] = []
    with ExitStack() as undo:
        ready = {path: _ready(root, path, change, undo) for path, change in changes.items()}
        for path, temporary in ready.items():
            spare.extend(_put(root, path, changes[path].was, undo))
            temporary.replace(root / path)
        for path, change in changes.items():
            if change.was and change.was != path and not _same(root / change.was, root / path):
                spare.append(_kept_aside(root / change.was, undo))
                (root / change.was).unlink()
        undo.pop_all()
    for backup in spare:
        with suppress(OSError):
            backup.unlink()
    for change in changes.values():
        _remove_empty(root, change.was)


def _ready(root: Path, path: str, change: Changed, undo: ExitStack) -> Path:
    """The new bytes, beside the place where they will stand."""
    file = root / path
    for folder in reversed([folder for folder in file.parents if not folder.exists()]):
        folder.mkdir()
        undo.callback(folder.rmdir)
    mode = stat.S_IMODE((root / change.was).stat().st_mode) if change.was else 0o666 & ~_umask()
    temporary = _written(file.parent, change.data, mode)
    undo.callback(temporary.unlink, missing_ok=True)
    return temporary


def _put(root: Path, path: str, was: str | None, undo: ExitStack) -> Iterator[Path]:
    """Make room for a file: what stands there is kept aside, and given back; a new one takes nobody's place."""
    file = root / path
    if was and _same(root / was, file):
        yield _kept_aside(root / was, undo)
        (root / was).replace(file)  # of a name that differs in capitals alone, on a disk that does not see it
    else:
        file.open("xb").close()
        undo.callback(file.unlink, missing_ok=True)


def _kept_aside(file: Path, undo: ExitStack) -> Path:
    """A copy of a file, which takes its place again where something fails."""
    backup = _written(file.parent, file.read_bytes(), stat.S_IMODE(file.stat().st_mode))
    undo.callback(backup.replace, file)
    return backup


def _same(file: Path, other: Path) -> bool:
    return file.exists() and other.exists() and file.samefile(other)


def _remove_empty(root: Path, path: str | None) -> None:
    """The folders that a file has left, as long as nothing is in them."""
    for folder in (root / path).parents if path else ():
        if root not in folder.parent.parents:
            return
        with suppress(OSError):
            folder.rmdir()


def _written(folder: Path, data: bytes, mode: int) -> Path:
    """A new file that nobody reads yet. Raises OSError, nothing left of it."""
    descriptor, name = tempfile.mkstemp(dir=folder, prefix=_TEMPORARY)
    try:
        with os.fdopen(descriptor, "wb") as opened:
            opened.write(data)
            opened.flush()
            os.fsync(opened.fileno())
        Path(name).chmod(mode)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    return Path(name)


def _umask() -> int:
    """What this process takes from the rights of new files."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
