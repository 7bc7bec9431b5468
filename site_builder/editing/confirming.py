"""Writing one field of an entry's front matter into its file: its line changes, and nothing else does."""

import os
import stat
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from site_builder.editing.disk import own_file, replace_file
from site_builder.editing.field_values import with_value


@dataclass(frozen=True, slots=True)
class FrontLine:
    """``field: value``."""

    field: str
    value: str

    def __str__(self) -> str:
        return f"{self.field}: {self.value}"


class Confirmed(StrEnum):
    """What became of the file."""

    WRITTEN = "written"
    ALREADY = "already"
    REFUSED = "refused"


def confirm(root: Path, path: str, line: FrontLine) -> Confirmed:
    """Write the line into the file ``path`` of the portal, whole or not at all.

    Refused: what is not a plain file of the portal, and a line that cannot be found or that changing would change
    more of the file than it should. Raises OSError.
    """
    file = root / path
    if not own_file(root, file):
        return Confirmed.REFUSED
    with file.open("r+b") as opened:  # a file that its owner has locked is not replaced behind their back
        data, mode = opened.read(), stat.S_IMODE(os.fstat(opened.fileno()).st_mode)
    changed = with_value(data, path, line.field, line.value)
    if changed is None:
        return Confirmed.REFUSED
    if changed == data:
        return Confirmed.ALREADY
    replace_file(file, changed, mode)
    return Confirmed.WRITTEN
