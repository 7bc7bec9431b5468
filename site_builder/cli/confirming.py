"""Writing one line of an entry's front matter: it changes, and nothing else of the file."""

import os
import re
import stat
import tempfile
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from site_builder.load.front_matter import Document, read_document
from site_builder.load.nodes import MapNode, Scalar, plain
from site_builder.load.text import decode

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|$)")
_MARK = "\ufeff"


@dataclass(frozen=True, slots=True)
class FrontLine:
    """``field: value``; where the field is not there yet, below the line of the field ``after``."""

    field: str
    value: str
    after: str

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
    if not _is_plain(root, file):
        return Confirmed.REFUSED
    with file.open("r+b") as opened:  # a file that its owner has locked is not replaced behind their back
        data, mode = opened.read(), stat.S_IMODE(os.fstat(opened.fileno()).st_mode)
    changed = with_line(data, path, line)
    if changed is None:
        return Confirmed.REFUSED
    if changed == data:
        return Confirmed.ALREADY
    _replace(file, changed, mode)
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
    document = _read(data, path)
    if document is None:
        return None
    lines = _LINE.findall(data.decode("utf-8").removeprefix(_MARK))
    changed = _changed(lines, document.front, line)
    if changed is None:
        return None
    made = (_MARK if data.startswith(_MARK.encode()) else "") + "".join(changed)
    after = _read(made.encode(), path)
    return made.encode() if after and _same_but_for_field(document, after, line) else None


def _read(data: bytes, path: str) -> Document | None:
    """The document; None where anything is wrong with it."""
    text, problems = decode(data, path)
    document, found = read_document(text, path)
    return None if problems or found else document


def _changed(lines: list[str], front: MapNode, line: FrontLine) -> list[str] | None:
    node, above = front.values.get(line.field), front.values.get(line.after)
    if isinstance(node, Scalar):
        at = node.place.line - 1
        changed = _line_changed(lines[at], node, line.value)
        return None if changed is None else [*lines[:at], changed, *lines[at + 1 :]]
    if node is not None or not isinstance(above, Scalar):
        return None
    at = above.place.line
    margin = lines[at - 1][: front.keys[line.after].column - 1]
    ending = lines[at - 1][len(lines[at - 1].rstrip("\r\n")) :]
    return [*lines[:at], f"{margin}{line}{ending}", *lines[at:]]


def _line_changed(line: str, node: Scalar, value: str) -> str | None:
    """The line with another value at the node's place; None where the value is not written there as it is read."""
    before, rest = line[: node.place.column - 1], line[node.place.column - 1 :]
    quote = rest[:1] if node.quoted else ""
    written = f"{quote}{node.text or ''}{quote}"
    if not rest.startswith(written):
        return None
    space = " " if before.endswith(":") else ""
    return f"{before}{space}{quote}{value}{quote}{rest[len(written) :]}"


def _same_but_for_field(before: Document, after: Document, line: FrontLine) -> bool:
    texts = [plain(document.front) for document in (before, after)]
    assert isinstance(texts[0], dict)
    return texts[1] == {**texts[0], line.field: line.value} and before.body == after.body


def _is_plain(root: Path, file: Path) -> bool:
    """Whether the file is one of the portal's own, not reached through a link."""
    return stat.S_ISREG(file.lstat().st_mode) and file.resolve() == root.resolve() / file.relative_to(root)


def _replace(file: Path, data: bytes, mode: int) -> None:
    """The file is the old one or the new one, at any moment; a name that begins with a point is nobody's entry."""
    descriptor, name = tempfile.mkstemp(dir=file.parent, prefix=".confirmed-")
    temporary = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as opened:
            opened.write(data)
            opened.flush()
            os.fsync(opened.fileno())
        temporary.chmod(mode)
        temporary.replace(file)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
