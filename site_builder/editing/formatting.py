"""Front matter in the order of its model: lines change places, and nothing else changes."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from site_builder.editing.field_order import field_order
from site_builder.editing.front_matter import cut, put_in_order
from site_builder.load.files import find_files
from site_builder.model.registry import CONTENT_TYPES, ContentType


@dataclass(frozen=True, slots=True, kw_only=True)
class Formatted:
    """A file of content/: its bytes, and those that it should have; None where it has to be mended first."""

    path: str
    file: Path
    data: bytes
    wanted: bytes | None

    @property
    def is_in_order(self) -> bool:
        """Whether nothing is to be done."""
        return self.wanted == self.data


def content_type_of(path: str) -> ContentType | None:
    """The type of the entries in the folder of a file."""
    return next((each for each in CONTENT_TYPES if path.startswith(f"content/{each.folder}/")), None)


def formatted(data: bytes, path: str) -> bytes | None:
    """The file with its keys in order; None where one is unknown, or does not begin a line of its own."""
    content_type, front = content_type_of(path), cut(data, path)
    order = field_order(content_type.model) if content_type else ()
    if front is None or not front.document.front.keys.keys() <= set(order):
        return None
    made = put_in_order(front, order)
    return made.data if made else None


def is_named(path: str, named: str) -> bool:
    """Whether a file is the one that was named, or is below that folder; ``.`` is the portal's."""
    return named in {path, "."} or path.startswith(f"{named}/")


def formatted_files(root: Path, only: Collection[str] = ()) -> Iterator[Formatted]:
    """The Markdown files of content/, or those of these files and folders. Links are not followed. Raises OSError."""
    for found in find_files(root, "content")[0]:
        if found.path.endswith(".md") and (not only or any(is_named(found.path, each) for each in only)):
            data = found.absolute.read_bytes()
            yield Formatted(path=found.path, file=found.absolute, data=data, wanted=formatted(data, found.path))
