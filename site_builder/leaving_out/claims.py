"""Two files that claim one address or one id: which of the two gives way."""

import subprocess
from collections.abc import Collection, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from site_builder.load.git import LOG, MOST_SECONDS, Git
from site_builder.problems import Place, Problem

CLAIMED = frozenset(
    {"duplicate-file", "duplicate-id", "old-id-taken", "old-path-taken", "old-path-twice", "same-address"}
)
"""Codes of addresses and ids that two files want. The problem stands in one of the two, and names the ``other``."""
_COMMIT = "\x01"
_ADDED = "A"


@dataclass(frozen=True, slots=True)
class Claim:
    """``loser`` is to be read as something else, since ``keeper`` has what both say is theirs."""

    loser: str
    keeper: str


class Claims:
    """Who gives way in the portal in ``root``: of two files, the one that came last, as Git's history tells.

    Where Git is absent, or both came at once, it is the one in which the problem stands.
    """

    def __init__(self, root: Path, seconds: float = MOST_SECONDS) -> None:
        self._root = root
        self._seconds = seconds
        self._later: dict[tuple[str, str], bool] = {}

    def settled(self, problem: Problem, altered: Collection[str]) -> Claim | None:
        """None where the problem is about one file. One that is ``altered`` already takes nothing from another."""
        path, other = problem.place.path, _other(problem)
        if other is None or other == path:
            return None
        loser = self._loser(path, other, altered)
        return Claim(loser=loser, keeper=other if loser == path else path)

    def _loser(self, path: str, other: str, altered: Collection[str]) -> str:
        if (path in altered) != (other in altered):
            return path if path in altered else other
        return other if self._came_later(other, path) else path

    def _came_later(self, path: str, other: str) -> bool:
        pair = path, other
        if pair not in self._later:
            ages = _ages(self._root, pair, self._seconds)
            self._later[pair] = ages[path] < ages[other]
        return self._later[pair]


def _other(problem: Problem) -> str | None:
    other = problem.values.get("other") if problem.code in CLAIMED else None
    return other.path if isinstance(other, Place) else str(other) if other else None


def _ages(root: Path, paths: Collection[str], seconds: float) -> Mapping[str, int]:
    """How many commits ago each file came to the branch, last of all if it went and came back; 0: not committed.

    A merge brings all the files of what it merges. Where the history cannot be read all are alike.
    """
    ages = dict.fromkeys(paths, 0)
    git = Git.within(root, seconds)
    if git is None:
        return ages
    asked = ("--first-parent", "-m", "--root", "--diff-filter=AD", "--name-status", "-z", "--relative", "--format=%x01")
    told = b""
    with suppress(subprocess.TimeoutExpired):
        told = git.run(*LOG, *asked, "HEAD", "--", *paths)
    seen: set[str] = set()
    for age, commit in enumerate(told.decode("utf-8", "replace").split(_COMMIT)[1:], start=1):
        fields = commit.strip("\0\n").split("\0")
        for change, path in zip(fields[::2], fields[1::2], strict=True):
            if path not in seen:
                seen.add(path)
                ages[path] = age if change == _ADDED else 0
    return ages
