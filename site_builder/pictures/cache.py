"""Pictures already made, named after their original and how they are made: none is made twice."""

from contextlib import suppress
from pathlib import Path

from pydantic import ValidationError

from site_builder.kept import KeptFiles, name_of
from site_builder.pictures.picture import Picture
from site_builder.pictures.printing import MARK
from site_builder.pictures.sizes import TALLEST, WIDTHS

FOLDER, NOTES = "pictures", ".json"


class PictureCache:
    """The folder of a portal's pictures. Raises OSError where a link stands in its place."""

    def __init__(self, root: Path) -> None:
        self._files = KeptFiles(root, FOLDER)
        self.prune = self._files.prune

    def key(self, original: bytes, own: str) -> str:
        """What names the files of an original of format ``own``."""
        return name_of(MARK, str(WIDTHS), str(TALLEST), own, original)

    def path(self, name: str) -> Path:
        """Where a file of a picture stands."""
        return self._files.path(name)

    def kept(self, key: str) -> Picture | None:
        """The picture of that key; None where it, or one of its files, is to be made."""
        name = f"{key}{NOTES}"
        if self._files.size(name) is None:
            return None
        with suppress(FileNotFoundError, ValidationError):
            picture = Picture.model_validate_json(self.path(name).read_bytes())
            sizes = {file: self._files.size(file) for file in picture.weights}
            if picture.key == key and sizes == dict(picture.weights):
                return picture
        return None

    def put(self, picture: Picture, files: dict[str, bytes]) -> None:
        """Keep a picture: what is noted of it comes last, so that whoever reads that finds the files."""
        for name, data in files.items():
            self._files.put(name, data)
        self._files.put(f"{picture.key}{NOTES}", picture.model_dump_json().encode())
