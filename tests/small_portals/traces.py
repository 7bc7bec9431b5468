"""Whatever a built site still says of somebody, in whichever form a file holds words."""

import gzip
import io
import json
import re
import unicodedata
from collections.abc import Iterator
from contextlib import suppress
from hashlib import sha256
from html import unescape
from pathlib import Path
from urllib.parse import unquote

from pypdf import PdfReader
from pypdf.generic import StreamObject

_ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})")
_NO_LETTER = re.compile(r"[^a-z0-9]+")


def folded(text: str) -> str:
    """Letters and figures alone, however they were written: ``&eacute;``, ``\\u00e9``, ``%C3%A9`` and ``É`` are one."""
    plain = unquote(unescape(_ESCAPE.sub(lambda found: chr(int(found[1], 16)), text)))
    return _NO_LETTER.sub("", unicodedata.normalize("NFD", plain).casefold())


def files_of(site: Path) -> dict[str, bytes]:
    """Every file of the site, hidden ones too."""
    return {file.relative_to(site).as_posix(): file.read_bytes() for file in site.rglob("*") if file.is_file()}


def files_naming(site: Path, *names: str) -> set[str]:
    """The files that hold one of the names, in their text, compressed or printed, or in their own path."""
    wanted = [folded(name) for name in names]
    return {
        path
        for path, data in files_of(site).items()
        if any(name in text for name in wanted for text in (folded(path), *map(folded, _texts(path, data))))
    }


def pictures_below(site: Path, folder: str) -> set[str]:
    """What the files below a folder hold, by their fingerprints: wherever else they were copied, they are known."""
    return {sha256(data).hexdigest() for path, data in files_of(site).items() if path.startswith(folder)}


def fingerprints(site: Path) -> set[str]:
    return {sha256(data).hexdigest() for data in files_of(site).values()}


def _texts(path: str, data: bytes) -> Iterator[str]:
    if data[:2] == b"\x1f\x8b":
        data = gzip.decompress(data)
    yield data.decode("utf-8", "replace")
    yield data.decode("utf-16-be", "replace")
    if path.endswith(".pdf"):
        yield from _printed(data)
    if path.endswith((".json", ".geojson", ".webmanifest")):
        yield json.dumps(json.loads(data), ensure_ascii=False)


def _printed(data: bytes) -> Iterator[str]:
    """What a reader sees and hears of it, then all that its objects hold."""
    reader = PdfReader(io.BytesIO(data))
    yield "\n".join(page.extract_text() for page in reader.pages)
    yield str(reader.metadata)
    for number in reader.xref_objStm | reader.xref[0]:
        with suppress(Exception):  # what is no object holds nothing
            found = reader.get_object(number)
            yield str(found)
            if isinstance(found, StreamObject):
                yield found.get_data().decode("latin-1")
