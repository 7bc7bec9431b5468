"""Writing one line of an entry's front matter: it changes, and nothing else of the file."""

import os
import stat
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from site_builder.editing.disk import own_file, replace_file
from site_builder.editing.field_order import field_order
from site_builder.editing.field_values import with_text
from site_builder.editing.formatting import content_type_of
from site_builder.editing.front_matter import cut, ending_of, line_changed, lines_of, read
from site_builder.load.front_matter import Document
from site_builder.load.nodes import MapNode, Scalar, plain

_MARK = "\ufeff"


@dataclass(frozen=True, slots=True)
class FrontLine:
    """``field: value``; where the field is not there yet, below the line of ``after``, or else where it belongs."""

    field: str
    value: str
    after: str | None = None

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
    changed = with_line(data, path, line)
    if changed is None:
        return Confirmed.REFUSED
    if changed == data:
        return Confirmed.ALREADY
    replace_file(file, changed, mode)
    return Confirmed.WRITTEN


def portal_path(root: Path, file: str) -> str:
    """A file as the portal names it, however it was named: from here, from the portal's folder, or whole."""
    for whole in (Path(file), root / file):
        resolved = whole.resolve()
        if resolved.is_relative_to(root) and resolved.exists():
            return resolved.relative_to(root).as_posix()
    return file


def with_line(data: bytes, path: str, line: FrontLine) -> bytes | None:
    """The file with that line; None where that cannot be done by changing one line.

    Comments, quotes, line ends and the byte order mark stay. What was made is read again: it must say the same as
    before, but for that one field.
    """
    document = read(data, path)
    if document is None:
        return None
    if line.after is None and line.field not in document.front.values:
        return _where_it_belongs(data, path, line)
    lines = lines_of(data.decode("utf-8"))
    changed = _changed(lines, document.front, line)
    if changed is None:
        return None
    made = (_MARK if data.startswith(_MARK.encode()) else "") + "".join(changed)
    after = read(made.encode(), path)
    return made.encode() if after and _same_but_for_field(document, after, line) else None


def _where_it_belongs(data: bytes, path: str, line: FrontLine) -> bytes | None:
    """With the line that is not there yet, as `portail fmt` orders fields."""
    front, content_type = cut(data, path), content_type_of(path)
    if front is None or content_type is None:
        return None
    return with_text(front, line.field, line.value, field_order(content_type.model))


def _changed(lines: list[str], front: MapNode, line: FrontLine) -> list[str] | None:
    node, above = front.values.get(line.field), front.values.get(line.after or "")
    if isinstance(node, Scalar):
        at = node.place.line - 1
        changed = line_changed(lines[at], node, line.value)
        return None if changed is None else [*lines[:at], changed, *lines[at + 1 :]]
    if node is not None or line.after is None or not isinstance(above, Scalar):
        return None
    at = above.place.line
    margin = lines[at - 1][: front.keys[line.after].column - 1]
    return [*lines[:at], f"{margin}{line}{ending_of(lines[at - 1])}", *lines[at:]]


def _same_but_for_field(before: Document, after: Document, line: FrontLine) -> bool:
    texts = [plain(document.front) for document in (before, after)]
    assert isinstance(texts[0], dict)
    return texts[1] == {**texts[0], line.field: line.value} and before.body == after.body
