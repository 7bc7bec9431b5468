"""What a file said before, from the portal's Git history: read, never written, and only where Git is there."""

import subprocess
from collections.abc import Iterator, Mapping
from enum import StrEnum
from itertools import islice
from pathlib import Path

from site_builder.load.front_matter import Document, read_document
from site_builder.load.git import MOST_SECONDS, Git
from site_builder.load.nodes import Scalar
from site_builder.load.text import MOST_BYTES, decode
from site_builder.model.block import Part, edition_of

MOST_VERSIONS = 500

Said = Mapping[Part, str]
"""What a block said, part by part."""


class Silent(StrEnum):
    """Why the history does not tell."""

    NO_GIT = "no-git"
    NO_HISTORY = "no-history"
    NOT_FOUND = "not-found"
    TOO_LONG = "too-long"


def wording_of(root: Path, path: str, edition: str, seconds: float = MOST_SECONDS) -> Said | Silent:
    """What the block of the file ``path`` said when its edition was ``edition``, the last time that it was."""
    git = Git.within(root, seconds)
    if git is None:
        return Silent.NO_GIT
    try:
        commits = git.run("rev-list", f"--max-count={MOST_VERSIONS}", "HEAD", "--", path)
        if not commits:
            return Silent.NO_HISTORY
        return next(islice(_editions(git, commits.decode().split(), path, edition), 1), Silent.NOT_FOUND)
    except subprocess.TimeoutExpired:
        return Silent.TOO_LONG


def _editions(git: Git, commits: list[str], path: str, edition: str) -> Iterator[Said]:
    for commit in commits:
        said = _said(git.file_at(commit, path), path)
        if said and edition_of(said[Part.TITLE], said[Part.TEXT], said[Part.SEE]) == edition:
            yield said


def _said(data: bytes, path: str) -> Said | None:
    """The parts of a file as they were written then, whatever else of it today's portal would refuse."""
    if not data or len(data) > MOST_BYTES:
        return None
    document, _ = read_document(decode(data, path)[0], path)
    if document is None:
        return None
    return {Part.TITLE: _text(document, "title"), Part.TEXT: document.body, Part.SEE: _text(document, "see")}


def _text(document: Document, field: str) -> str:
    node = document.front.values.get(field)
    return node.text or "" if isinstance(node, Scalar) else ""
