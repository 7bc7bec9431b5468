"""What stands in a tree: in one walk, what is as it should be and what is too many; file by file, what is lost."""

import errno
import os
import stat
from collections.abc import Collection, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from site_builder.publish.manifest import FileRecord, Manifest

_NOT_EMPTY = {errno.ENOTEMPTY, errno.EEXIST}
"""What systems say of a folder that holds something."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Differences:
    """Between a tree and its manifest, as paths in order; a folder without anything in it ends with ``/``.

    ``lost``: files that are not there, or not as they were written; ``foreign``: what nobody has written there.
    """

    lost: tuple[str, ...]
    foreign: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.lost or self.foreign)


def differences(root: Path, manifest: Manifest) -> Differences:
    """What is not as ``manifest`` says. A root that does not exist has lost everything."""
    whole, foreign = set(), []
    for path, entry in _below(root):
        record = manifest.get(path)
        if record is None:
            foreign.append(path)
        elif entry.is_file(follow_symlinks=False) and record.is_of(entry.stat(follow_symlinks=False)):
            whole.add(path)
    return Differences(lost=tuple(sorted(manifest.keys() - whole)), foreign=tuple(sorted(foreign)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """What stands in a tree before it is made, as paths: ``whole`` are the files that are as its manifest says.

    ``others``: all else; a folder without anything in it ends with ``/``.
    """

    whole: frozenset[str] = frozenset()
    others: tuple[str, ...] = ()

    def foreign(self, manifest: Manifest) -> list[str]:
        """What the tree must not hold that ``manifest`` is to be of."""
        return sorted(path for path in (*self.others, *self.whole) if path not in manifest)


def without_links(root: Path, manifest: Manifest) -> Survey:
    """Take out what is neither a file nor a folder, which would lead elsewhere what is written; look at the rest."""
    whole, others = set(), []
    for path, entry in _below(root):
        record = manifest.get(path)
        if entry.is_file(follow_symlinks=False):
            if record and record.is_of(entry.stat(follow_symlinks=False)):
                whole.add(path)
            else:
                others.append(path)
        elif entry.is_dir(follow_symlinks=False):
            others.append(path)
        else:
            os.remove(entry.path)
    return Survey(whole=frozenset(whole), others=tuple(sorted(others)))


def lost(root: Path, manifest: Manifest) -> list[str]:
    """The files that do not stand as ``manifest`` says. To ask for each by its name is faster than to walk."""
    return [path for path, record in manifest.items() if not _stands(f"{root}{os.sep}{path}", record)]


def _stands(place: str, record: FileRecord) -> bool:
    try:
        return record.is_of(os.stat(place, follow_symlinks=False))
    except (FileNotFoundError, NotADirectoryError):
        return False


def remove(root: Path, paths: Collection[str]) -> None:
    """Remove files, as far as they are there, folders without anything in them (``/``), and those left so.

    What is a folder now, or holds something, was made since: it stays.
    """
    for path in paths:
        with suppress(FileNotFoundError, NotADirectoryError):
            _remove(str(root), path)


def _remove(root: str, path: str) -> None:
    place = os.path.join(root, path)
    if path.endswith("/"):
        _removed_if_empty(place)
    elif stat.S_ISDIR(os.stat(place, follow_symlinks=False).st_mode):
        return
    else:
        os.remove(place)
    folder = os.path.dirname(path.rstrip("/"))
    while folder and _removed_if_empty(os.path.join(root, folder)):
        folder = os.path.dirname(folder)


def _removed_if_empty(folder: str) -> bool:
    """Remove a folder that is empty; whether it was."""
    try:
        os.rmdir(folder)
    except OSError as error:
        if error.errno not in _NOT_EMPTY:
            raise
        return False
    return True


def _below(root: Path) -> Iterator[tuple[str, "os.DirEntry[str]"]]:
    """Everything but folders by its path, and the folders that hold nothing, their paths ending with ``/``."""
    if not os.path.isdir(root):
        return
    pending: list[tuple[str, str, os.DirEntry[str] | None]] = [(str(root), "", None)]
    while pending:
        folder, prefix, itself = pending.pop()
        with os.scandir(folder) as found:
            entries = list(found)
        if itself and not entries:
            yield prefix, itself
        for entry in entries:
            path = prefix + entry.name
            if entry.is_dir(follow_symlinks=False):
                pending.append((entry.path, f"{path}/", entry))
            else:
                yield path, entry
