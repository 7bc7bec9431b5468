"""Typefaces for paper: which families there are, and which characters they have (OpenType 1.9: cmap, name)."""

import struct
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

OURS = "Atkinson Hyperlegible Next"
SUFFIXES = frozenset({".ttf", ".otf"})
FAMILY, TYPOGRAPHIC_FAMILY = 1, 16
"""Names by number (``name``): the second, where there is one, is the one that people know."""
_VARIATIONS = range(0xFE00, 0xFE10)


@dataclass(frozen=True)
class FontFile:
    """A font, as its file tells."""

    path: Path

    @cached_property
    def family(self) -> str:
        """The name of its family; empty where the file does not say."""
        names = dict(_names(self._table("name")))
        return names.get(TYPOGRAPHIC_FAMILY) or names.get(FAMILY, "")

    @cached_property
    def characters(self) -> frozenset[int]:
        """The code points that it draws."""
        table = self._table("cmap")
        count = struct.unpack_from(">H", table, 2)[0] if table else 0
        offsets = (struct.unpack_from(">HHI", table, 4 + 8 * number)[2] for number in range(count))
        return frozenset(point for offset in offsets for point in _mapped(table, offset))

    @cached_property
    def _data(self) -> bytes:
        return self.path.read_bytes()

    def _table(self, tag: str) -> bytes:
        count = struct.unpack_from(">H", self._data, 4)[0]
        for number in range(count):
            name, _, offset, length = struct.unpack_from(">4sIII", self._data, 12 + 16 * number)
            if name == tag.encode():
                return self._data[offset : offset + length]
        return b""


@dataclass(frozen=True)
class Fonts:
    """Every font that may be used: the engine's, then the portal's own (theme/print/fonts)."""

    files: tuple[FontFile, ...]

    @property
    def folders(self) -> tuple[Path, ...]:
        return tuple(dict.fromkeys(file.path.parent for file in self.files))

    @cached_property
    def families(self) -> tuple[str, ...]:
        """Ours first: the others draw what it does not have."""
        named = (file.family for file in self.files if file.family)
        return tuple(dict.fromkeys((OURS, *named)))

    @cached_property
    def characters(self) -> frozenset[int]:
        return frozenset(point for file in self.files for point in file.characters)

    def lacking(self, text: str) -> str:
        """The characters of ``text`` that no font draws, each once; those that show nothing are left aside."""
        return "".join(c for c in dict.fromkeys(text) if ord(c) not in self.characters and _is_seen(c))


def fonts_in(folders: Iterable[Path]) -> Fonts:
    """The fonts of ``folders``, the first folder's first. What cannot be read as one is left out, and so are links."""
    files = (file for folder in folders for file in sorted(folder.glob("*")) if file.suffix.lower() in SUFFIXES)
    return Fonts(tuple(FontFile(file) for file in files if not file.is_symlink() and _is_font(FontFile(file))))


def _is_font(file: FontFile) -> bool:
    try:
        return bool(file.family and file.characters)
    except (struct.error, IndexError, UnicodeDecodeError):
        return False


def _is_seen(character: str) -> bool:
    return unicodedata.category(character) not in {"Cf", "Cc"} and ord(character) not in _VARIATIONS


def _names(table: bytes) -> Iterator[tuple[int, str]]:
    """Name records in UTF-16 (platforms 0 and 3), or in Latin letters (platform 1)."""
    count, storage = struct.unpack_from(">HH", table, 2) if table else (0, 0)
    for number in range(count):
        platform, _, _, name, length, offset = struct.unpack_from(">6H", table, 6 + 12 * number)
        written = table[storage + offset : storage + offset + length]
        yield name, written.decode("latin-1" if platform == 1 else "utf-16-be")


def _mapped(table: bytes, offset: int) -> Iterator[int]:
    """The code points of one subtable: of format 4 (the first plane) or 12 (all planes); other formats add nothing."""
    form = struct.unpack_from(">H", table, offset)[0]
    if form == 4:
        yield from _segments(table, offset)
    elif form == 12:
        for number in range(struct.unpack_from(">I", table, offset + 12)[0]):
            first, last, _ = struct.unpack_from(">III", table, offset + 16 + 12 * number)
            yield from range(first, last + 1)


def _segments(table: bytes, offset: int) -> Iterator[int]:
    count = struct.unpack_from(">H", table, offset + 6)[0] // 2
    ends = struct.unpack_from(f">{count}H", table, offset + 14)
    starts = struct.unpack_from(f">{count}H", table, offset + 16 + 2 * count)
    for first, last in zip(starts, ends, strict=True):
        yield from (point for point in range(first, last + 1) if point != 0xFFFF)
