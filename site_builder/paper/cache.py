"""Files already made, named after what they were made from: the same edition is never set twice."""

import os
import tempfile
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

from site_builder.paper.edition import Edition, Fingerprints
from site_builder.paper.formats import Format

STAGING, FOLDER, SUFFIX = ".portail", "paper", ".pdf"


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

    def has(self, key: str) -> bool:
        """Whether the file is there: one that is there is whole."""
        path = self.path(key)
        return path.is_file() and not path.is_symlink()

    def put(self, key: str, data: bytes) -> Path:
        """Keep a file. It gets its name when it is written to the end, so that nobody ever reads half of one."""
        descriptor, written = tempfile.mkstemp(dir=self.folder)
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(data)
            Path(written).replace(self.path(key))
        except BaseException:
            Path(written).unlink()
            raise
        return self.path(key)

    def prune(self, keys: Iterable[str]) -> int:
        """Remove all but the files of ``keys``; how many were removed."""
        kept = {self.path(key) for key in keys}
        others = [path for path in self.folder.iterdir() if path not in kept and not path.is_dir()]
        for path in others:
            path.unlink()
        return len(others)
