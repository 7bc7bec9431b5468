"""What a build leaves for the next one: its parts, in one file that is replaced as a whole."""

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from site_builder.incremental.parts import Former
from site_builder.incremental.sealed import sealed, unsealed
from site_builder.kept import KeptFiles

FOLDER = "parts"
_KIND = "portail parts 1"
_LENGTH = 8
"""Bytes of the number before the index, which says how long that is."""


class Store:
    """The parts that builds of one engine left in the ``.portail`` of a portal.

    ``key`` stands for all that makes values (the core, the packages): those of another key are never looked at.
    """

    def __init__(self, root: Path, key: str) -> None:
        self._files = KeptFiles(root, FOLDER)
        self._name = key

    def read(self) -> dict[str, Former]:
        """The parts by name; none where there are none, or where the file is not what was written."""
        try:
            if self._files.size(self._name) is None:
                return {}
            rest = unsealed(_KIND, self._files.path(self._name).read_bytes())
        except OSError:
            return {}
        if rest is None:
            return {}
        begin = _LENGTH + int.from_bytes(rest[:_LENGTH], "big")
        index, values = json.loads(bytes(rest[_LENGTH:begin])), rest[begin:]
        return {
            name: Former(said, asked, None if start < 0 else values[start : start + length])
            for name, (said, asked, start, length) in index.items()
        }

    def write(self, parts: Mapping[str, Former]) -> None:
        """Keep these for the next build."""
        values = [former.data or b"" for former in parts.values()]
        index = {
            name: (former.fingerprint, dict(former.asked), start, length)
            for (name, former), (start, length) in zip(parts.items(), _places(parts.values()), strict=True)
        }
        text = json.dumps(index, separators=(",", ":")).encode()
        rest = b"".join((len(text).to_bytes(_LENGTH, "big"), text, *values))
        self._files.put(self._name, sealed(_KIND, rest))
        self._files.prune()


def _places(parts: Iterable[Former]) -> Iterator[tuple[int, int]]:
    """Where each value begins among the others, and how long it is; -1 where there is none."""
    begin = 0
    for former in parts:
        length = 0 if former.data is None else len(former.data)
        yield (-1 if former.data is None else begin), length
        begin += length
