"""Images as they are published: the same picture, without what the camera wrote about people and places.

Nothing is decoded: a file is cut into its parts, and those that draw the picture are kept, its colours included. Which
way up it is shown is all that stays of Exif. What stands after the picture goes too: telephones keep films there.
"""

import re
import struct
from collections.abc import Iterator
from zlib import crc32

from PIL.ExifTags import Base
from PIL.Image import Exif

_PNG, _JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"
_EXIF = b"Exif\x00\x00"

_MARKER = re.compile(rb"\xff([^\x00\x01\xff\xd0-\xd8])")
"""The beginning of a JPEG segment: a marker that has no length of its own is part of what stands around it."""
_SCAN, _END, _APP1, _COMMENT = 0xDA, 0xD9, 0xE1, 0xFE
_APPLICATIONS = range(0xE0, 0xF0)
_DRAWING = {0xE0: b"JFIF\x00", 0xE2: b"ICC_PROFILE\x00", 0xEE: b"Adobe"}
"""The segments of applications that a browser needs: density, colour profile, colour transformation."""

_PNG_CHUNKS = frozenset(
    b"IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP cICP mDCV cLLI sBIT bKGD hIST pHYs sPLT acTL fcTL fdAT".split()
)
_WEBP_CHUNKS = frozenset((b"VP8X", b"VP8 ", b"VP8L", b"ALPH", b"ANIM", b"ANMF", b"ICCP"))
_WEBP_EXIF, _WEBP_XMP = 0x08, 0x04
"""Flags of the VP8X chunk (WebP container specification, Extended File Format)."""


def bare(data: bytes) -> bytes:
    """A JPEG, PNG or WebP image without its metadata; any other file as it is."""
    if data.startswith(_JPEG):
        return b"".join(_jpeg(data))
    if data.startswith(_PNG):
        return b"".join(_png(data))
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return _webp(data)
    return data


def _jpeg(data: bytes) -> Iterator[bytes]:
    yield data[:2]
    at = 2
    scanned = False
    while found := _MARKER.search(data, at):
        if scanned:
            yield data[at : found.start()]
        marker, at = found[1][0], found.end() + int.from_bytes(data[found.end() : found.end() + 2])
        if marker == _END:
            yield found[0]
            return
        content = data[found.end() + 2 : at]
        scanned = marker == _SCAN
        if marker == _APP1 and content.startswith(_EXIF):
            turned = _only_orientation(content)
            yield found[0] + struct.pack(">H", len(turned) + 2) + turned if turned else b""
        elif _draws(marker, content):
            yield data[found.start() : at]
    if scanned:  # a picture that breaks off: browsers show what there is
        yield data[at:]


def _draws(marker: int, content: bytes) -> bool:
    """Whether a segment is part of the picture: all that no application wrote, and of theirs what a browser needs."""
    if marker in _APPLICATIONS:
        return marker in _DRAWING and content.startswith(_DRAWING[marker])
    return marker != _COMMENT


def _png(data: bytes) -> Iterator[bytes]:
    yield _PNG
    at = len(_PNG)
    while at < len(data):
        name, end = data[at + 4 : at + 8], at + 12 + int.from_bytes(data[at : at + 4])
        if name in _PNG_CHUNKS:
            yield data[at:end]
        elif name == b"eXIf" and (turned := _only_orientation(data[at + 8 : end - 4]).removeprefix(_EXIF)):
            yield struct.pack(">I", len(turned)) + name + turned + struct.pack(">I", crc32(name + turned))
        if name == b"IEND":
            return
        at = end


def _webp(data: bytes) -> bytes:
    chunks = tuple(_webp_chunks(data))
    turned = next((_only_orientation(c).removeprefix(_EXIF) for name, c in chunks if name == b"EXIF"), b"")
    kept = [(name, content) for name, content in chunks if name in _WEBP_CHUNKS]
    if turned:
        kept.append((b"EXIF", turned))
    body = b"WEBP"
    for name, content in kept:
        shown = content
        if name == b"VP8X":
            flags = int.from_bytes(content[:1]) & ~(_WEBP_EXIF | _WEBP_XMP) | (_WEBP_EXIF if turned else 0)
            shown = bytes([flags]) + content[1:]
        body += name + struct.pack("<I", len(shown)) + shown + b"\x00" * (len(shown) % 2)
    return b"RIFF" + struct.pack("<I", len(body)) + body


def _webp_chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at, end = 12, 8 + int.from_bytes(data[4:8], "little")
    while at < min(end, len(data)):
        size = int.from_bytes(data[at + 4 : at + 8], "little")
        yield data[at : at + 4], data[at + 8 : at + 8 + size]
        at += 8 + size + size % 2


def _only_orientation(written: bytes) -> bytes:
    """Exif that says which way up the picture is and nothing else; empty where it is so already."""
    exif, kept = Exif(), Exif()
    try:
        exif.load(written)
        orientation = exif.get(Base.Orientation, 1)
    except Exception:  # noqa: BLE001 - of damaged Exif Pillow raises anything
        return b""
    if orientation not in range(2, 9):
        return b""
    kept[Base.Orientation] = orientation
    return kept.tobytes()
