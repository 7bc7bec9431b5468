"""A tree of which it is known what its files hold: from its manifest where the disk agrees, else from their bytes."""

import os
import stat
from dataclasses import dataclass
from pathlib import Path

from site_builder.incremental.inputs import fingerprint
from site_builder.publish.manifest import FileRecord, Manifest

NO_FOLLOW = getattr(os, "O_NOFOLLOW", 0)
BINARY = getattr(os, "O_BINARY", 0)


@dataclass(frozen=True, slots=True)
class KnownTree:
    """The tree in ``root`` and its manifest. Nothing is read before a file is asked for."""

    root: Path
    manifest: Manifest

    def fingerprint(self, path: str) -> str | None:
        """Of a plain file as it stands; None where there is none."""
        status = self._status(path)
        if status is None:
            return None
        record = self.manifest.get(path)
        return record.fingerprint if record and record.is_of(status) else self._read(path).fingerprint

    def believed(self, path: str, said: str) -> FileRecord | None:
        """Of a file that was written with the fingerprint ``said`` and, for all the disk says, is as it was."""
        record = self.manifest.get(path)
        if record is None or record.fingerprint != said:
            return None
        status = self._status(path)
        return record if status and record.is_of(status) else None

    def found(self, path: str, said: str, size: int | None) -> FileRecord | None:
        """The same of a file that is believed or, where the manifest does not know it as it is, read to the end.

        One that is not of ``size`` bytes, where that is known, need not be read.
        """
        status = self._status(path)
        if status is None or size not in {None, status.st_size}:
            return None
        record = self.manifest.get(path)
        if record is None or not record.is_of(status):
            record = self._read(path) if self._is_inside(path) else None
        return record if record and record.fingerprint == said else None

    def data(self, path: str) -> bytes:
        """The bytes of a plain file. Raises OSError."""
        return self._opened(path)[0]

    def _status(self, path: str) -> os.stat_result | None:
        """Of a plain file."""
        try:
            status = os.stat(os.path.join(self.root, path), follow_symlinks=False)
        except (FileNotFoundError, NotADirectoryError):
            return None
        return status if stat.S_ISREG(status.st_mode) else None

    def _is_inside(self, path: str) -> bool:
        """Whether no link stands in the way to the file."""
        folder = os.path.dirname(path)
        reached = os.path.realpath(os.path.join(self.root, folder))
        return reached == os.path.normpath(os.path.join(os.path.realpath(self.root), folder))

    def _read(self, path: str) -> FileRecord:
        data, status = self._opened(path)
        return FileRecord.of(fingerprint(data), status)

    def _opened(self, path: str) -> tuple[bytes, os.stat_result]:
        descriptor = os.open(os.path.join(self.root, path), os.O_RDONLY | NO_FOLLOW | BINARY)
        with open(descriptor, "rb") as file:
            return file.read(), os.fstat(descriptor)
