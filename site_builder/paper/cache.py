"""Printed files already made: the same edition is never set twice."""

from contextlib import suppress
from pathlib import Path

from site_builder.kept import KeptFiles, name_of
from site_builder.paper.edition import Edition
from site_builder.paper.formats import Format
from site_builder.paper.notes import Note, as_text, read
from site_builder.paper.written import Fingerprints

FOLDER, SUFFIX, NOTES = "paper", ".pdf", ".json"


class PaperCache:
    """The folder of a portal's printed files. Raises OSError where a link stands in its place."""

    def __init__(self, root: Path, mark: str) -> None:
        """``mark``: of the templates, the fonts and Typst."""
        self._mark = mark
        self._fingerprints = Fingerprints()
        self._files = KeptFiles(root, FOLDER)
        self.folder = self._files.folder
        self.prune = self._files.prune

    def key(self, edition: Edition, form: Format) -> str:
        """What names the file of an edition: another one when anything that is printed changes."""
        return name_of(self._mark, form.id, self._fingerprints.of(edition))

    def path(self, key: str) -> Path:
        """Where the file of that key stands, or would."""
        return self._files.path(f"{key}{SUFFIX}")

    def note(self, key: str) -> Note | None:
        """What was noted of the file of that key, which is asked for; None where it is to be made.

        So it is where a computer stopped before all of it was written.
        """
        size, noted = self._files.size(f"{key}{SUFFIX}"), f"{key}{NOTES}"
        if size is None or self._files.size(noted) is None:
            return None
        with suppress(FileNotFoundError, ValueError, TypeError, KeyError):
            note = read(self._files.path(noted).read_text(encoding="utf-8"))
            if note.key == key and note.size == size:
                return note
        return None

    def put(self, data: bytes, note: Note) -> None:
        """Keep a file and what is noted of it: the notes come first, so that whoever sees the file has them."""
        self._files.put(f"{note.key}{NOTES}", as_text(note).encode())
        self._files.put(f"{note.key}{SUFFIX}", data)
