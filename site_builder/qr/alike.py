"""Codes of thousands of addresses that are alike: a hundred times as fast as one by one, and the same.

Correction is a Reed–Solomon code, which is linear, and a mask is the same for all (ISO/IEC 18004 §7.5 and §7.8): to
turn bits of an address turns modules that depend on these bits alone, not on the others. So a code is another one of
the same length and the modules turned by each bit in which their addresses differ.
"""

from base64 import b64encode
from collections.abc import Iterator
from dataclasses import dataclass, field
from zlib import adler32, crc32

from site_builder.qr.code import QUIET, code_of

_STORED = b"\x78\x01\x01"
"""Before what is not compressed (RFC 1950 §2.2, RFC 1951 §3.2.4): little would be gained, and much time lost."""
_BITS = 8


@dataclass(frozen=True, slots=True)
class Picture:
    """A code as a picture of one dot a module, with the white around it. ``side``: in dots."""

    png: bytes
    side: int

    @property
    def data_url(self) -> str:
        return f"data:image/png;base64,{b64encode(self.png).decode()}"


@dataclass(frozen=True)
class CodesAlike:
    """Codes at one level of correction. It remembers the first code of each length, and the modules of each bit."""

    level: str
    _first: dict[int, tuple[bytes, "_Lines"]] = field(default_factory=dict)
    _turned: dict[tuple[int, int, int], int] = field(default_factory=dict)

    def picture(self, url: str) -> Picture:
        """The code of an address."""
        wanted = url.encode()
        if len(wanted) not in self._first:
            self._first[len(wanted)] = wanted, _lines(wanted, self.level)
        first, lines = self._first[len(wanted)]
        dots = lines.dots
        for place, difference in enumerate(map(int.__xor__, first, wanted)):
            for bit in _bits(difference):
                dots ^= self._by_bit(first, lines, place, bit)
        return Picture(_png(lines.side, dots.to_bytes(lines.length, "big")), lines.side)

    def _by_bit(self, first: bytes, lines: "_Lines", place: int, bit: int) -> int:
        """The dots that turn with a bit of the byte at a place."""
        which = (len(first), place, bit)
        if which not in self._turned:
            other = bytes((*first[:place], first[place] ^ bit, *first[place + 1 :]))
            self._turned[which] = lines.dots ^ _lines(other, self.level).dots
        return self._turned[which]


@dataclass(frozen=True, slots=True)
class _Lines:
    """The lines of a picture as PNG has them, one number of ``length`` bytes: a set bit is a white dot."""

    side: int
    length: int
    dots: int


def _lines(url: bytes, level: str) -> _Lines:
    modules = code_of(url, level).matrix
    side = len(modules) + 2 * QUIET
    width = -(-side // _BITS)
    white, margin = b"\0" + b"\xff" * width, "1" * QUIET
    written = [white] * QUIET
    for row in modules:
        dots = margin + "".join("0" if dark else "1" for dark in row)
        written.append(b"\0" + int(dots.ljust(width * _BITS, "1"), 2).to_bytes(width, "big"))
    data = b"".join((*written, *[white] * QUIET))
    return _Lines(side=side, length=len(data), dots=int.from_bytes(data, "big"))


def _bits(difference: int) -> Iterator[int]:
    while difference:
        lowest = difference & -difference
        yield lowest
        difference ^= lowest


def _png(side: int, lines: bytes) -> bytes:
    """Greyscale, one bit a dot (PNG §11.2)."""
    shape = side.to_bytes(4, "big") * 2 + b"\x01\x00\x00\x00\x00"
    length = len(lines).to_bytes(2, "little")
    inverse = (len(lines) ^ 0xFFFF).to_bytes(2, "little")
    stored = b"".join((_STORED, length, inverse, lines, adler32(lines).to_bytes(4, "big")))
    return b"".join((b"\x89PNG\r\n\x1a\n", _chunk(b"IHDR", shape), _chunk(b"IDAT", stored), _chunk(b"IEND", b"")))


def _chunk(kind: bytes, data: bytes) -> bytes:
    named = kind + data
    return b"".join((len(data).to_bytes(4, "big"), named, crc32(named).to_bytes(4, "big")))
