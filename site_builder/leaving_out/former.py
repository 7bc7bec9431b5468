"""What a file said before, where nothing about a person may come back with it."""

import re
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from site_builder.load.git import DIFF, LOG, MOST_SECONDS, Git
from site_builder.load.nodes import ListNode, MapNode, Node, Scalar, scalars
from site_builder.load.sources import YAML_SUFFIXES, node_of
from site_builder.load.text import MOST_BYTES
from site_builder.model.registry import FOLDERS_OF_PEOPLE
from site_builder.model.slugs import fold
from site_builder.prose.markdown_text import comments_out

MOST_FORMER = 5
"""Versions of one file that are tried: each costs a check of the portal."""
_A_PERSON = re.compile(r"\bp-[0-9a-f]{8}\b")
_NAMED = re.compile(
    r"^[+-][ \t]*[\"']?(?:title|display_name|name)[\"']?[ \t]*:[ \t]*"
    r"(?:[>|][^\n]*)?(?:\n[+-][ \t]+)?(?P<name>[^\n#]+)",
    re.MULTILINE,
)
"""A name in a patch, beside its key or on the line below it."""
_PART_OF_A_NAME = re.compile(r"[^\W\d_]{3,}")
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_NUMBER = re.compile(r"\+?\d(?:[\s.()\u00a0\u202f-]*\d){7,}")
_ON_PURPOSE = re.compile(
    r"^[ \t]*[\"']?(?:sta|publi|expi|consent|withdr|draft|brouillon|archiv)\w*[\"']?[ \t]*:.*$",
    re.MULTILINE | re.IGNORECASE,
)
"""What takes a text from the site, as it is written, mistyped, or written for another program."""
_HEADER = re.compile(r"\s*---[ \t]*\n.*?^---[ \t]*$", re.DOTALL | re.MULTILINE)
_COMMENT = re.compile(r"(?:^|(?<=[ \t]))#.*$", re.MULTILINE)
_CALLED = frozenset({"name", "address"})


@dataclass(frozen=True, slots=True)
class Former:
    """A file as it was committed on ``day``."""

    data: bytes
    day: date


class History:
    """The former versions of a portal's files, from the last one back.

    Without Git there are none, nor of a shallow copy, which does not tell who had a profile once.
    """

    def __init__(self, root: Path, seconds: float = MOST_SECONDS) -> None:
        self._root = root
        self._git = Git.within(root, seconds)

    def versions(self, path: str) -> Iterator[Former]:
        """Those that say something else than the file does, and bring nobody back.

        Of what speaks of a person, and of images, which may show one, there are none.
        """
        if self._git is None or path.startswith((*FOLDERS_OF_PEOPLE, "media/")):
            return
        seen = {self._present(path)}
        with suppress(subprocess.SubprocessError):
            for former in () if self._git.is_shallow() else self._committed(self._git, path):
                if former.data not in seen and self._names_nobody_else(former.data, path):
                    yield former
                seen.add(former.data)
                if len(seen) > MOST_FORMER:
                    return

    def _committed(self, git: Git, path: str) -> Iterator[Former]:
        told = git.run(*LOG, "--format=%H %as", "--max-count=50", "HEAD", "--", path)
        for line in told.decode("ascii", "replace").splitlines():
            commit, _, day = line.partition(" ")
            data = git.file_at(commit, path)
            if data and len(data) <= MOST_BYTES:
                yield Former(data, date.fromisoformat(day))

    def _names_nobody_else(self, data: bytes, path: str) -> bool:
        """Whether nobody, and no way to reach somebody, comes back; nor what was taken from the site on purpose."""
        former, present = (_text(each) for each in (data, self._present(path)))
        named = [*_A_PERSON.findall(former), *_EMAIL.findall(former)]
        shown = _without_comments(present, path)
        digits = _digits(shown)
        if path.startswith("data/") and path.endswith(YAML_SUFFIXES):
            node, _ = node_of(data, path)
            named += _names(node) if node else ()
        return (
            all(name in shown for name in named)
            and self._people_in(former) <= self._people_in(shown)
            and all(_digits(number) in digits for number in _NUMBER.findall(former))
            and _ON_PURPOSE.findall(former) == _ON_PURPOSE.findall(present)
        )

    def _people_in(self, text: str) -> set[str]:
        """The names, and parts of names, that a text says, however it writes them."""
        said = f" {fold(text)} "
        return {name for name in self._people if f" {name} " in said}

    @cached_property
    def _people(self) -> frozenset[str]:
        """The names that people have in their files, or had once, in files that are deleted too; parts of them.

        A surname names somebody too. A name may break at the end of a line, or have another apostrophe: all are folded.
        """
        if self._git is None:
            return frozenset()
        shown = ("--unified=0", "--text", "HEAD", "--", *FOLDERS_OF_PEOPLE)  # whatever .gitattributes says of them
        told = self._git.run_or_raise(*LOG, "--format=", "--patch", *shown)
        uncommitted = self._git.run_or_raise(*DIFF, *shown)
        found = _NAMED.finditer(_text(told + uncommitted))
        return frozenset(name for match in found for name in _parts_of_a_name(match["name"])) - {""}

    def _present(self, path: str) -> bytes:
        try:
            return (self._root / path).read_bytes()
        except OSError:
            return b""


def _parts_of_a_name(name: str) -> Iterator[str]:
    """All of it, and each of its words that has a capital."""
    yield fold(name)
    yield from (fold(part) for part in _PART_OF_A_NAME.findall(name) if part[0].isupper())


def _names(node: Node) -> Iterator[str]:
    """How each record of a file calls those whom it is about."""
    if isinstance(node, MapNode):
        for key, value in node.values.items():
            yield from (scalar.text for scalar in scalars(value) if key in _CALLED and scalar.text)
    if not isinstance(node, Scalar):
        for child in node.items if isinstance(node, ListNode) else node.values.values():
            yield from _names(child)


def _without_comments(text: str, path: str) -> str:
    """What readers may get of a file: who puts a name into a comment keeps it from them.

    Of a header that is not closed, nobody knows where it ends: all that follows a ``#`` may be a comment.
    """
    header = _HEADER.match(text) if path.endswith(".md") else None
    end = header.end() if header else len(text)
    return comments_out(_COMMENT.sub("", text[:end]) + text[end:])


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)


def _text(data: bytes) -> str:
    return data.decode("utf-8", "replace").replace("\r\n", "\n")
