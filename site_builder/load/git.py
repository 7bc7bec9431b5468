"""The portal's Git history: read, never written, and only where Git is there."""

import hashlib
import os
import shutil
import subprocess
from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from time import monotonic

MOST_SECONDS = 20.0
_COMMIT, _FIELD = "\x01", "\x1f"
_PLAINLY = ("--no-color", "--no-renames", "--no-ext-diff", "--no-textconv")
DIFF = ("diff", *_PLAINLY)
LOG = ("log", "--no-show-signature", *_PLAINLY)
"""They print the same whatever the settings of the person who runs them."""
_WHAT_MOVES = ("content", "media")
_SHA1 = 40
_FORMAT = _COMMIT + _FIELD.join(("%h", "%as", "%an", "%s", "%p"))


@dataclass(frozen=True, slots=True)
class Change:
    """A commit that changed a file."""

    commit: str
    day: date
    author: str
    subject: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LastChanges:
    """By path: the last change of each file, and the last one of its line ``against:``. Of what is not known, nothing.

    A file that says something else today than in the last commit has no last change. Where files of the portal move,
    lines ``against:`` change with the addresses of links (`editing/remarking.py`): nobody has read anything again.
    """

    of_file: Mapping[str, Change]
    of_against: Mapping[str, Change]


UNKNOWN = LastChanges(of_file={}, of_against={})


def last_changes(root: Path, paths: Collection[str], seconds: float = MOST_SECONDS) -> LastChanges:
    """What Git knows of files of the portal in ``root``: looks through the history for all of them at once."""
    git = Git.within(root, seconds)
    if git is None or not paths:
        return UNKNOWN
    try:
        known = list(_as_committed(git, root, paths))
        if not known:
            return UNKNOWN
        shallow = git.is_shallow()
        return LastChanges(
            of_file=dict(_found(git, known, shallow=shallow)),
            of_against=dict(_found(git, known, "-G^against:", shallow=shallow, but=_moves(git))),
        )
    except subprocess.TimeoutExpired:
        return UNKNOWN


def _as_committed(git: "Git", root: Path, paths: Collection[str]) -> Iterator[str]:
    """The files that say what they say in the last commit."""
    for line in git.run("ls-tree", "-r", "-z", "HEAD", "--", *paths).decode("utf-8", "replace").split("\0")[:-1]:
        about, _, path = line.partition("\t")
        name = about.rpartition(" ")[2]
        with suppress(OSError):
            data = (root / path).read_bytes()
            algorithm = "sha1" if len(name) == _SHA1 else "sha256"
            if hashlib.new(algorithm, b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest() == name:
                yield path


def _moves(git: "Git") -> frozenset[str]:
    """The commits in which a text or an image got another path."""
    options = ("--find-renames", "--diff-filter=R", "--format=%h")
    return frozenset(git.run(*LOG, *options, "--no-patch", "HEAD", "--", *_WHAT_MOVES).decode().split())


def _found(
    git: "Git", paths: Collection[str], *only: str, shallow: bool, but: Collection[str] = ()
) -> Iterator[tuple[str, Change]]:
    """The first commit that names each path, from the last one back, ``but`` for some.

    The oldest commit of a shallow copy seems to make every file: it says nothing of when that was.
    """
    told = git.run(*LOG, "--name-only", "-z", "--relative", f"--format={_FORMAT}", *only, "HEAD", "--", *paths)
    seen: set[str] = set()
    for piece in told.decode("utf-8", "replace").split(_COMMIT)[1:]:
        head, _, files = piece.partition("\0")
        commit, day, author, subject, parents = head.split(_FIELD)
        if commit in but:
            continue
        for path in (name for name in files.lstrip("\n").split("\0") if name and name not in seen):
            seen.add(path)
            if parents or not shallow:
                yield path, Change(commit, date.fromisoformat(day), _printable(author), _printable(subject))


def _printable(text: str) -> str:
    return "".join(character if character.isprintable() else " " for character in text)


class Git:
    """Git's plumbing commands in a folder, until a moment: no shell, no pager, no filter, no lock, no network."""

    def __init__(self, program: str, folder: Path, until: float) -> None:
        self._command = (program, "--no-pager", "--literal-pathspecs", "-c", "core.fsmonitor=false")
        self._folder = folder
        self._until = until
        own = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
        self._environ = own | {"GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "GIT_NO_LAZY_FETCH": "1"}

    @classmethod
    def within(cls, folder: Path, seconds: float = MOST_SECONDS) -> "Git | None":
        """Git in ``folder``, for so many seconds from now; None where the computer has none."""
        program = shutil.which("git")
        return cls(program, folder, monotonic() + seconds) if program else None

    def is_shallow(self) -> bool:
        """Whether the oldest commits of the history are not there. Raises as `run`."""
        return self.run("rev-parse", "--is-shallow-repository").strip() != b"false"

    def file_at(self, commit: str, path: str) -> bytes:
        """A file of the folder as it was in a commit; nothing where it was not there. Raises as `run`."""
        return self.run("cat-file", "blob", f"{commit}:./{path}")

    def run(self, *arguments: str) -> bytes:
        """What the command prints; nothing where it fails. Raises subprocess.TimeoutExpired."""
        with suppress(subprocess.CalledProcessError):
            return self.run_or_raise(*arguments)
        return b""

    def run_or_raise(self, *arguments: str) -> bytes:
        """What the command prints, where nothing must not stand for what could not be read.

        Raises subprocess.CalledProcessError where it fails, subprocess.TimeoutExpired.
        """
        left = self._until - monotonic()
        if left <= 0:
            raise subprocess.TimeoutExpired(arguments, left)
        ran = subprocess.run(  # noqa: S603 - a list of arguments, the program that the system names
            [*self._command, *arguments],
            cwd=self._folder,
            env=self._environ,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=left,
            check=True,
        )
        return ran.stdout
