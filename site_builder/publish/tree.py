"""Writing outputs below a folder."""

import errno
import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from site_builder.output import Output

NO_FOLLOW = getattr(os, "O_NOFOLLOW", 0)
LINK_MET = {errno.ELOOP, errno.EMLINK}
"""What systems say of a link that is not followed (FreeBSD says the second)."""


@dataclass(frozen=True, slots=True)
class WrittenFiles:
    """How many files and bytes were written."""

    files: int
    bytes: int

    def __add__(self, other: "WrittenFiles") -> "WrittenFiles":
        return WrittenFiles(self.files + other.files, self.bytes + other.bytes)


class TreeWriter:
    """Writes below ``root``; a folder is made when a file finds none: asking the disk 9,000 times is slow."""

    def __init__(self, root: Path) -> None:
        self._root = str(root)

    def write(self, output: Output) -> WrittenFiles:
        """One file, its folders made as needed. Raises ValueError for a path that would leave the root."""
        _refuse_outside(output.path)
        path = os.path.join(self._root, output.path)
        try:
            _overwrite(path, output.data)
        except FileNotFoundError:
            os.makedirs(os.path.dirname(path), exist_ok=True)
            _overwrite(path, output.data)
        return WrittenFiles(1, len(output.data))

    def write_all(self, outputs: Iterable[Output]) -> WrittenFiles:
        """All of them, one at a time."""
        total = WrittenFiles(0, 0)
        for output in outputs:
            total += self.write(output)
        return total


def _refuse_outside(path: str) -> None:
    """Only plain names between ``/``: nothing absolute, no drive, no way up."""
    if not path or "\\" in path or os.path.isabs(path) or os.path.splitdrive(path)[0] or ".." in path.split("/"):
        raise ValueError(f"not a path below the site: {path!r}")


def _overwrite(path: str, data: bytes) -> None:
    """The bytes in the file's place. A reused file is not emptied first: its blocks on the disk serve again."""
    with open(path, "wb", opener=_open_as_it_is) as file:
        file.write(data)
        if os.fstat(file.fileno()).st_size > len(data):
            file.truncate()


def _open_as_it_is(path: str, flags: int) -> int:
    """The file that stands there; a new one in place of a link or of a file that has another name elsewhere."""
    flags = (flags & ~os.O_TRUNC) | NO_FOLLOW
    try:
        descriptor = os.open(path, flags, 0o666)
    except OSError as error:
        if error.errno not in LINK_MET:
            raise
    else:
        if os.fstat(descriptor).st_nlink <= 1:
            return descriptor
        os.close(descriptor)
    os.remove(path)
    return os.open(path, flags | os.O_EXCL, 0o666)


def remove_links(root: Path) -> None:
    """Take out what is neither a file nor a folder: writing through a link would change what it points to."""
    pending = [str(root)]
    while pending:
        with os.scandir(pending.pop()) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    pending.append(entry.path)
                elif not entry.is_file(follow_symlinks=False):
                    os.remove(entry.path)


def prune(root: Path, expected: frozenset[str]) -> int:
    """Remove the files that are not in ``expected``, every link, and the folders left empty.

    Returns the number of files. A root that does not exist has nothing to remove.
    """
    return _pruned(str(root), "", expected)[0] if os.path.isdir(root) else 0


def _pruned(folder: str, prefix: str, expected: frozenset[str]) -> tuple[int, int]:
    """How many files were removed below ``folder``, and how many entries are left in it."""
    removed, left = 0, 0
    with os.scandir(folder) as found:
        entries = list(found)
    for entry in entries:
        path = f"{prefix}{entry.name}"
        if entry.is_dir(follow_symlinks=False):
            gone, below = _pruned(entry.path, f"{path}/", expected)
            removed += gone
            if below:
                left += 1
            else:
                os.rmdir(entry.path)
        elif path in expected and not entry.is_symlink():
            left += 1
        else:
            os.remove(entry.path)
            removed += 1
    return removed, left


def missing(root: Path, expected: frozenset[str]) -> list[str]:
    """The expected files that are not there: a tree with any is not published."""
    return sorted(path for path in expected if not os.path.isfile(os.path.join(root, path)))
