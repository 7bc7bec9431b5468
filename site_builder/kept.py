"""Files kept between builds, named after what they were made from: the same file is never made twice."""

import os
import tempfile
import time
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from site_builder.output import STAGING, Make, MakeAll

DAY = 24 * 3600
KEPT = 3 * DAY
"""Seconds for which a file that nobody asks for is kept: another build, to another output, may be at work with it."""


def name_of(*parts: str | bytes) -> str:
    """The name of what is made of ``parts``: another one when any of them changes. Nothing else invalidates."""
    written = (part if isinstance(part, bytes) else part.encode() for part in parts)
    return sha256(b"\0".join(written)).hexdigest()


def write_whole(file: Path, data: bytes) -> None:
    """Write beside it, under a name that begins with its own and a hyphen, then rename: others find it whole or not."""
    descriptor, written = tempfile.mkstemp(dir=file.parent, prefix=f"{file.name}-")
    try:
        with os.fdopen(descriptor, "wb") as target:
            target.write(data)
        Path(written).replace(file)
    except BaseException:
        Path(written).unlink(missing_ok=True)
        raise


def make_missing(make: Make, make_all: MakeAll, missing: int) -> None:
    """Have ``make`` put into a cache what it lacks; the outputs by which it tells of each, and of progress, go."""
    if missing:
        with tempfile.TemporaryDirectory(prefix="portail-missing-") as folder:
            make_all(make, Path(folder), missing)


FOLDERS = frozenset(
    {"cards", "host", "kits", "originals", "paper", "parts", "pictures", "search", "spelling", "templates"}
)
"""The names of these folders, one for each module that keeps something (a test looks for them)."""


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
        write_whole(self.path(name), data)

    def prune(self) -> None:
        """Remove the files that nobody has asked for for some days."""
        oldest = time.time() - KEPT
        for path in self.folder.iterdir():
            with suppress(FileNotFoundError):  # another build has just given it its name, or removed it
                if not path.is_dir() and path.lstat().st_mtime < oldest:
                    path.unlink()
