"""What a file said before, where nothing about a person may come back with it."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from time import monotonic

from site_builder.load.git import MOST_SECONDS, Git
from site_builder.load.nodes import ListNode, MapNode, Node, Scalar, scalars
from site_builder.load.sources import YAML_SUFFIXES, node_of
from site_builder.load.text import MOST_BYTES
from site_builder.model.registry import CONTENT_TYPES, PEOPLE

MOST_FORMER = 5
"""Versions of one file that are tried: each costs a check of the portal."""
FOLDERS_OF_PEOPLE = tuple(f"content/{each.folder}/" for each in CONTENT_TYPES if each.kind in PEOPLE)
_A_PERSON = re.compile(r"\bp-[0-9a-f]{8}\b|^\s*(?:people|consent)\s*:", re.MULTILINE)
_TITLE = re.compile(r"^title:[ \t]*(['\"]?)(?P<title>.+?)\1[ \t]*$", re.MULTILINE)
_REACHED = frozenset({"name", "email", "telephone", "address"})


@dataclass(frozen=True, slots=True)
class Former:
    """A file as it was committed on ``day``."""

    data: bytes
    day: date


class History:
    """The former versions of a portal's files, from the last one back. Without Git there are none."""

    def __init__(self, root: Path, seconds: float = MOST_SECONDS) -> None:
        self._root = root
        program = shutil.which("git")
        self._git = Git(program, root, monotonic() + seconds) if program else None

    def versions(self, path: str) -> Iterator[Former]:
        """Those that say something else than the file does, and name nobody whom it does not name."""
        if self._git is None or path.startswith(FOLDERS_OF_PEOPLE):
            return
        seen = {self._present(path)}
        for former in self._committed(path):
            if former.data not in seen and self._names_nobody_else(former.data, path):
                yield former
            seen.add(former.data)
            if len(seen) > MOST_FORMER:
                return

    def _committed(self, path: str) -> Iterator[Former]:
        assert self._git
        try:
            told = self._git.run("log", "--format=%H %as", "--max-count=50", "HEAD", "--", path)
            for line in told.decode("ascii", "replace").splitlines():
                commit, _, day = line.partition(" ")
                data = self._git.run("cat-file", "blob", f"{commit}:./{path}")
                if data and len(data) <= MOST_BYTES:
                    yield Former(data, date.fromisoformat(day))
        except subprocess.TimeoutExpired:
            return

    def _names_nobody_else(self, data: bytes, path: str) -> bool:
        """Whether who was taken out since stays out: people by their ids and names, contacts by how to reach them."""
        former, present = (each.decode("utf-8", "replace") for each in (data, self._present(path)))
        named = [*_A_PERSON.findall(former), *(name for name in self._people() if name in former)]
        if path.startswith("data/") and path.endswith(YAML_SUFFIXES):
            node, _ = node_of(data, path)
            named += _reached(node) if node else ()
        return all(name in present for name in named)

    def _people(self) -> Iterator[str]:
        """The names that profiles have today, whether they may be published or not."""
        for folder in FOLDERS_OF_PEOPLE:
            for file in sorted((self._root / folder).rglob("*.md")):
                if file.is_file() and not file.is_symlink():
                    yield from (found["title"] for found in _TITLE.finditer(_text(file)))

    def _present(self, path: str) -> bytes:
        try:
            return (self._root / path).read_bytes()
        except OSError:
            return b""


def _reached(node: Node) -> Iterator[str]:
    """How each record of a file calls those whom it is about, and reaches them."""
    if isinstance(node, MapNode):
        for key, value in node.values.items():
            yield from (scalar.text for scalar in scalars(value) if key in _REACHED and scalar.text)
    if not isinstance(node, Scalar):
        for child in node.items if isinstance(node, ListNode) else node.values.values():
            yield from _reached(child)


def _text(file: Path) -> str:
    try:
        return file.read_bytes()[:MOST_BYTES].decode("utf-8", "replace")
    except OSError:
        return ""
