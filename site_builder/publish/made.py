"""What the live tree was made from: a build that would make the same again has nothing to do."""

import pickle
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from site_builder.clock import today_in
from site_builder.incremental.sealed import sealed, unsealed
from site_builder.kept import write_whole
from site_builder.problems import Problem
from site_builder.publish.manifest import Manifests, running_since
from site_builder.publish.survey import differences
from site_builder.publish.swap import staging_folder

_KIND = "portail made 1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A build that was published. ``made_from``: fingerprint of its inputs and of what was asked; ``day``: ISO 8601."""

    made_from: str
    day: str
    time_zone: str
    pages: int
    files: int
    bytes: int
    problems: tuple[Problem, ...]


def note(made: Made, live: Path) -> None:
    """Keep beside the trees what the one in ``live`` was made from; only while it is the one that is there."""
    staged = staging_folder(live)
    tree = Manifests(staged, running_since()).digest(live)
    if not tree:
        return
    with suppress(OSError):  # the site is published all the same; the next build just has more to do
        write_whole(_file(live), sealed(f"{_KIND}\n{tree}", pickle.dumps(made, pickle.HIGHEST_PROTOCOL)))


def same_again(made_from: str, live: Path) -> Made | None:
    """What was published in ``live``, where the same would be made again and every file stands there as it was.

    None when anything differs: the inputs, the day where the portal is, the tree.
    """
    made = _read(live)
    if made is None or made.made_from != made_from or made.day != today_in(made.time_zone).isoformat():
        return None
    manifest = Manifests(staging_folder(live), running_since()).read(live)
    return None if differences(live, manifest) else made


def _read(live: Path) -> Made | None:
    tree = Manifests(staging_folder(live), running_since()).digest(live)
    with suppress(OSError):
        body = unsealed(f"{_KIND}\n{tree}", _file(live).read_bytes()) if tree else None
        made: Made | None = pickle.loads(body) if body else None  # noqa: S301 - our own, the owner's alone
        return made
    return None


def _file(live: Path) -> Path:
    staged = staging_folder(live)
    return staged.with_name(f"{staged.name}.made")
