"""What a build leaves for the next one: its parts, in one file that is replaced as a whole."""

import json
from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import partial
from pathlib import Path

from site_builder.incremental.former import Former
from site_builder.incremental.inputs import fingerprint
from site_builder.incremental.sealed import sealed, unsealed
from site_builder.kept import KeptFiles

FOLDER = "parts"
_KIND = "portail parts 2"
_LENGTH = 8
"""Bytes of the number before the index, which says how long that is."""


class Store:
    """The parts that builds of one engine left in the ``.portail`` of a portal.

    ``key`` stands for all that makes values (the core, the packages): those of another key are never looked at. Of
    30 MB of values a build reads those that it asks for.
    """

    def __init__(self, root: Path, key: str) -> None:
        self._files = KeptFiles(root, FOLDER)
        self._name = key

    def read(self) -> dict[str, Former]:
        """The parts by name; none where there are none, or where the file is not what was written."""
        try:
            size = self._files.size(self._name)
            if size is None:
                return {}
            with self._files.path(self._name).open("rb") as file:
                length = int.from_bytes(file.read(_LENGTH), "big")
                index = unsealed(_KIND, file.read(min(length, size)))
        except OSError:
            return {}
        if index is None:
            return {}
        values = _LENGTH + length
        return {
            name: Former(said, asked, partial(self._value, values + start, size, seal) if seal else None)
            for name, (said, asked, start, size, seal) in json.loads(bytes(index)).items()
        }

    def write(self, parts: Mapping[str, Former]) -> None:
        """Keep these for the next build."""
        values = {name: former.value() if former.value else None for name, former in parts.items()}
        places = _places({name: value for name, value in values.items() if value is not None})
        index = {
            name: (former.fingerprint, dict(former.asked), *places.get(name, (0, 0, "")))
            for name, former in parts.items()
        }
        head = sealed(_KIND, json.dumps(index, separators=(",", ":")).encode())
        body = (value for value in values.values() if value is not None)
        self._files.put(self._name, b"".join((len(head).to_bytes(_LENGTH, "big"), head, *body)))
        self._files.prune()

    def _value(self, start: int, size: int, seal: str) -> bytes | None:
        """None where another build has replaced the file meanwhile, or the disk has harmed it."""
        with suppress(OSError), self._files.path(self._name).open("rb") as file:
            file.seek(start)
            data = file.read(size)
            return data if fingerprint(data) == seal else None
        return None


def _places(values: Mapping[str, bytes]) -> dict[str, tuple[int, int, str]]:
    """Where each value begins among the others, how long it is, and its fingerprint."""

    def places() -> Iterator[tuple[str, tuple[int, int, str]]]:
        begin = 0
        for name, value in values.items():
            yield name, (begin, len(value), fingerprint(value))
            begin += len(value)

    return dict(places())
