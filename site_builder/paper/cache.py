"""Files already made, named after what they were made from: the same edition is never set twice."""

import os
import tempfile
import time
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from site_builder.output import STAGING
from site_builder.paper.edition import Edition
from site_builder.paper.formats import Format
from site_builder.paper.notes import Note, as_text, read
from site_builder.paper.written import Fingerprints

FOLDER, SUFFIX, NOTES = "paper", ".pdf", ".json"
DAY = 24 * 3600
KEPT = 3 * DAY
"""Seconds for which a file that nobody asks for is kept: another build, to another output, may be at work with it."""


class PaperCache:
    """The folder of a portal's printed files. Raises OSError where a link stands in its place: it would lead away."""

    def __init__(self, root: Path, mark: str) -> None:
        """``mark``: of the templates, the fonts and Typst."""
        self._mark = mark
        self._fingerprints = Fingerprints()
        self.folder = root / STAGING / FOLDER
        for place in (self.folder.parent, self.folder):
            if place.is_symlink():
                raise NotADirectoryError(f"{place} is a link")
            place.mkdir(mode=0o700, exist_ok=True)

    def key(self, edition: Edition, form: Format) -> str:
        """What names the file of an edition: another one when anything that is printed changes."""
        return sha256(f"{self._mark}\0{form.id}\0{self._fingerprints.of(edition)}".encode()).hexdigest()

    def path(self, key: str) -> Path:
        """Where the file of that key stands, or would."""
        return self.folder / f"{key}{SUFFIX}"

    def note(self, key: str) -> Note | None:
        """What was noted of the file of that key, which is asked for; None where it is to be made.

        So it is where another build has just removed it, and where a computer stopped before all of it was written.
        """
        path, beside = self.path(key), self._notes(key)
        if any(each.is_symlink() or not each.is_file() for each in (path, beside)):
            return None
        with suppress(FileNotFoundError, ValueError, TypeError, KeyError):
            for each in (path, beside):
                if time.time() - each.stat().st_mtime > DAY:
                    os.utime(each)
            note = read(beside.read_text(encoding="utf-8"))
            if note.key == key and note.size == path.stat().st_size:
                return note
        return None

    def put(self, data: bytes, note: Note) -> None:
        """Keep a file and what is noted of it: the notes come first, so that whoever sees the file has them."""
        self._write(self._notes(note.key), as_text(note).encode())
        self._write(self.path(note.key), data)

    def _notes(self, key: str) -> Path:
        return self.folder / f"{key}{NOTES}"

    def _write(self, path: Path, data: bytes) -> None:
        """It gets its name when it is written to the end, so that nobody ever reads half of one."""
        descriptor, written = tempfile.mkstemp(dir=self.folder)
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(data)
            Path(written).replace(path)
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
