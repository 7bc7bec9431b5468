"""What the disk says when it stops a build: what is wrong, and what to do about it."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from site_builder.publish.refused import PublishingRefused, PublishingStopped

_FULL = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)}
_CLOSED = {errno.EACCES, errno.EPERM, errno.EROFS}
_APART = {errno.EXDEV, errno.EBUSY}
"""What systems say of a folder that cannot be renamed because a disk begins there."""


def refuse_apart(staged: Path, live: Path) -> None:
    """Raises PublishingRefused where the two trees are not on one disk: they could not change places."""
    beside = live.parent.stat().st_dev
    if os.path.ismount(live) or staged.parent.stat().st_dev != beside:
        raise PublishingRefused("output-mounted", live, stage=staged.parent)


@contextmanager
def disk_understood(staged: Path, live: Path) -> Iterator[None]:
    """Raise PublishingStopped for an OSError of the disk about one of the two trees; others pass as they are."""
    try:
        yield
    except OSError as error:
        stopped = _stopped(error, staged, live)
        if stopped is None:
            raise
        raise stopped from error


def _stopped(error: OSError, staged: Path, live: Path) -> PublishingStopped | None:
    path = Path(os.fsdecode(error.filename)) if isinstance(error.filename, str | bytes) else staged
    if error.errno in _FULL:
        return PublishingStopped("disk-full", live, path=path, stage=staged.parent)
    if not (path in {live, live.parent} or path.is_relative_to(live) or path.is_relative_to(staged.parent)):
        return None
    if error.errno in _CLOSED:
        return PublishingStopped("folder-closed", path if path.is_dir() else path.parent, error=error.strerror)
    if error.errno in _APART:
        return PublishingStopped("output-mounted", live, stage=staged.parent)
    return None
