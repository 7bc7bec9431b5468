"""What each file of the live tree was made from: those that would be made again as they are stay."""

import pickle
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from site_builder.incremental.sealed import sealed, unsealed
from site_builder.kept import write_whole
from site_builder.publish.manifest import Manifests, running_since
from site_builder.publish.swap import staging_folder

_KIND = "portail pieces 1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pieces:
    """What files were made from. ``ground``: the fingerprint of what all of them may look at.

    ``known``: the fingerprints, by name, of what some of them asked for; ``asked``: by the path of each, what it did;
    ``outputs``: the paths of those that are made together, by a name.
    """

    ground: str
    known: Mapping[str, str]
    asked: Mapping[str, tuple[str, ...]]
    outputs: Mapping[str, Sequence[str]]


def note_pieces(pieces: Pieces, live: Path) -> None:
    """Keep beside the trees what the one in ``live`` was made from; only while it is the one that is there."""
    tree = Manifests(staging_folder(live), running_since()).digest(live)
    if tree:
        with suppress(OSError):  # the site is published all the same; the next build just has more to do
            write_whole(_file(live), sealed(f"{_KIND}\n{tree}", pickle.dumps(pieces, pickle.HIGHEST_PROTOCOL)))


def pieces_of(live: Path) -> Pieces | None:
    """Of the tree that is in ``live``; None where nothing is known of it."""
    tree = Manifests(staging_folder(live), running_since()).digest(live)
    with suppress(OSError):
        body = unsealed(f"{_KIND}\n{tree}", _file(live).read_bytes()) if tree else None
        pieces: Pieces | None = pickle.loads(body) if body else None  # noqa: S301 - our own, the owner's alone
        return pieces
    return None


def _file(live: Path) -> Path:
    staged = staging_folder(live)
    return staged.with_name(f"{staged.name}.pieces")
