"""What stands in a tree, in one walk: what must not be there, and what is not as it should be."""

import errno
import os
from collections.abc import Collection, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from site_builder.publish.manifest import Manifest

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


def remove_links(root: Path) -> None:
    """Take out what is neither a file nor a folder: writing through a link would change what it points to."""
    for _, entry in _below(root):
        if not entry.is_file(follow_symlinks=False) and not entry.is_dir(follow_symlinks=False):
            os.remove(entry.path)


def remove(root: Path, paths: Collection[str]) -> None:
    """Remove files, as far as they are there, folders without anything in them (``/``), and those left so."""
    for path in paths:
        with suppress(FileNotFoundError, NotADirectoryError):
            _remove(str(root), path)


def _remove(root: str, path: str) -> None:
    place = os.path.join(root, path)
    if path.endswith("/"):
        os.rmdir(place)
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
