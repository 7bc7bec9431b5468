"""What originals were seen to be, kept by their bytes: no check decodes again what another has decoded."""

from contextlib import suppress
from pathlib import Path

from PIL import __version__
from pydantic import ValidationError

from site_builder.kept import KeptFiles, name_of
from site_builder.validate.originals import FORMATS, MOST_MILLIONS, MOST_TO_ONE, UNREADABLE, Seen, look_at

FOLDER = "originals"
MARK = repr((1, FORMATS, MOST_MILLIONS, MOST_TO_ONE, __version__))
"""What is seen depends on beside the bytes: the number is to grow when ``look_at`` sees other things in them."""


class Looks:
    """What was seen of the originals of the portal in ``root``; where nothing can be kept, each is looked at anew."""

    def __init__(self, root: Path) -> None:
        self._files: KeptFiles | None = None
        with suppress(OSError):
            self._files = KeptFiles(root, FOLDER)

    def at(self, file: Path) -> Seen:
        """What a file is; an empty look at what the disk does not open, which is told elsewhere."""
        try:
            data = file.read_bytes()
        except OSError:
            return Seen()
        name = f"{name_of(MARK, data)}.json"
        return self._kept(name) or self._looked(name, data)

    def prune(self) -> None:
        """Forget what no check has asked for in days."""
        if self._files:
            with suppress(OSError):
                self._files.prune()

    def _kept(self, name: str) -> Seen | None:
        if self._files:
            with suppress(OSError, ValidationError):
                if self._files.size(name) is not None:
                    return Seen.model_validate_json(self._files.path(name).read_bytes())
        return None

    def _looked(self, name: str, data: bytes) -> Seen:
        seen = look_at(data)
        if self._files and seen.fault != UNREADABLE:  # it may have been for want of memory: looked at again
            with suppress(OSError):
                self._files.put(name, seen.model_dump_json().encode())
        return seen
