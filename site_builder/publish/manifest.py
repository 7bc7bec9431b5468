"""What a tree holds: the fingerprint of each of its files, and what the disk said of it when it was written."""

import os
import re
import struct
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from site_builder.incremental.inputs import DIGEST, fingerprint
from site_builder.incremental.sealed import sealed, unsealed
from site_builder.kept import write_whole

_BOOT = Path("/proc/sys/kernel/random/boot_id")
_KIND = "portail manifest 1"
_FILE = struct.Struct(f"<{DIGEST}sqqQ")
_COUNT = struct.Struct("<Q")
_UNSIGNED = 2**64 - 1


class FileRecord(NamedTuple):
    """A file as it was written: its fingerprint, bytes, time (nanoseconds) and number on its disk.

    There is one for each file of a region, in every build: a tuple, which is made and read fastest.
    """

    fingerprint: str
    size: int
    modified: int
    inode: int

    @classmethod
    def of(cls, said: str, status: os.stat_result) -> "FileRecord":
        """Of the file with that fingerprint of which the disk says ``status``."""
        return cls(said, status.st_size, status.st_mtime_ns, status.st_ino & _UNSIGNED)

    def is_of(self, status: os.stat_result) -> bool:
        """Whether the disk says the same still. Who alters a file and puts its size and its time back is not seen."""
        return (
            status.st_size == self.size
            and status.st_mtime_ns == self.modified
            and status.st_ino & _UNSIGNED == self.inode
        )


Manifest = Mapping[str, FileRecord]
"""Files by their paths in the tree."""
NO_FILES: Manifest = MappingProxyType({})


def running_since() -> str:
    """What names the time since this machine was started; empty where the system has no such name."""
    with suppress(OSError):
        return _BOOT.read_text(encoding="ascii").strip()
    return ""


@dataclass(frozen=True, slots=True)
class Manifests:
    """Those of the trees of one site, beside ``staged``, each named after the number of its folder on the disk.

    So it goes where its folder goes, and a copy of the folder has none. One is believed while the machine runs that
    wrote it (``boot``): a machine that stops at once may lose what it had not brought to the disk, and the disk then
    says the right size and time of a file that is empty. Without ``boot`` none is written or believed.
    """

    staged: Path
    boot: str

    def read(self, folder: Path) -> Manifest:
        """Of the tree in ``folder``; no files where it is unknown, or not to be believed."""
        with suppress(FileNotFoundError, NotADirectoryError):
            return _decoded(self._file(folder).read_bytes(), self.boot)
        return NO_FILES

    def digest(self, folder: Path) -> str:
        """What names this very state of the tree in ``folder``: another one after each build; empty where unknown."""
        with suppress(FileNotFoundError, NotADirectoryError):
            return fingerprint(self._file(folder).read_bytes()) if self.boot else ""
        return ""

    def write(self, folder: Path, manifest: Manifest) -> None:
        """From now on this is what the tree in ``folder`` holds. A reader finds a whole manifest or none."""
        if not self.boot:
            return
        write_whole(self._file(folder), _encoded(manifest, self.boot))

    def forget_all_but(self, folders: Iterable[Path]) -> None:
        """Remove the manifests of folders that are no more, and what a build that was killed left half written.

        Those of ``folders`` stay.
        """
        kept = {self._file(folder).name for folder in folders if folder.exists()}
        ours = re.compile(rf"{re.escape(self.staged.name)}\.((made|pieces)-\w+|manifest-\w+-\w+(-\w+)?)")
        for file in self.staged.parent.iterdir():
            if ours.fullmatch(file.name) and file.name not in kept and not file.is_dir():
                file.unlink()

    def _file(self, folder: Path) -> Path:
        status = folder.stat()
        return self.staged.with_name(f"{self.staged.name}.manifest-{status.st_dev:x}-{status.st_ino:x}")


def _encoded(manifest: Manifest, boot: str) -> bytes:
    records = (_FILE.pack(bytes.fromhex(said), *rest) for said, *rest in manifest.values())
    body = b"".join((_COUNT.pack(len(manifest)), *records, "\0".join(manifest).encode()))
    return sealed(f"{_KIND}\n{boot}", body)


def _decoded(data: bytes, boot: str) -> Manifest:
    """No files where the bytes are not those that were written: a machine that stopped may have lost some."""
    body = unsealed(f"{_KIND}\n{boot}", data) if boot else None
    if body is None:
        return NO_FILES
    (count,) = _COUNT.unpack_from(body)
    end = _COUNT.size + count * _FILE.size
    paths = str(body[end:], "utf-8").split("\0") if count else []
    records = _FILE.iter_unpack(body[_COUNT.size : end])
    return {
        path: FileRecord(said.hex(), size, modified, inode)
        for path, (said, size, modified, inode) in zip(paths, records, strict=True)
    }
