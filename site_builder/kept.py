"""Files kept between builds, named after what they were made from: the same file is never made twice."""

import os
import tempfile
import time
from contextlib import suppress
from pathlib import Path

from site_builder.output import STAGING

DAY = 24 * 3600
KEPT = 3 * DAY
"""Seconds for which a file that nobody asks for is kept: another build, to another output, may be at work with it."""


class KeptFiles:
    """A folder in ``.portail`` of a portal. Raises OSError where a link stands in its place: it would lead away."""

    def __init__(self, root: Path, name: str) -> None:
        self.folder = root / STAGING / name
        for place in (self.folder.parent, self.folder):
            if place.is_symlink():
                raise NotADirectoryError(f"{place} is a link")
            place.mkdir(mode=0o700, exist_ok=True)

    def path(self, name: str) -> Path:
        """Where the file of that name stands, or would."""
        return self.folder / name

    def size(self, name: str) -> int | None:
        """Bytes of a file, which is asked for; None where there is none: another build may just have removed it."""
        path = self.path(name)
        with suppress(FileNotFoundError):
            if path.is_symlink() or not path.is_file():
                return None
            known = path.stat()
            if time.time() - known.st_mtime > DAY:
                os.utime(path)
            return known.st_size
        return None

    def put(self, name: str, data: bytes) -> None:
        """It gets its name when it is written to the end, so that nobody ever reads half of one."""
        descriptor, written = tempfile.mkstemp(dir=self.folder)
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(data)
            Path(written).replace(self.path(name))
        except BaseException:
            Path(written).unlink(missing_ok=True)
            raise

    def prune(self) -> None:
        """Remove the files that nobody has asked for for some days."""
        oldest = time.time() - KEPT
        for path in self.folder.iterdir():
            with suppress(FileNotFoundError):  # another build has just given it its name, or removed it
                if not path.is_dir() and path.lstat().st_mtime < oldest:
                    path.unlink()
