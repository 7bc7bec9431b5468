"""One build at a time for one site: two would publish a mix of their files."""

import os
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from site_builder.publish.known import NO_FOLLOW
from site_builder.publish.ownership import open_staging
from site_builder.publish.refused import PublishingRefused
from site_builder.publish.swap import staging_folder

POSIX = os.name == "posix"
if POSIX:
    import fcntl

UNKNOWN = "?"


@contextmanager
def sole_builder(staged: Path) -> Iterator[None]:
    """Hold the lock of ``staged``, or raise PublishingRefused, which says who holds it.

    Where the system keeps locks, its own is used: it goes when the last process of that build goes, however it ended.
    Elsewhere the lock is a file that must not exist yet.
    """
    lock = staged.with_name(f"{staged.name}.lock")
    descriptor = _locked(lock) if POSIX else _created(lock)
    try:
        os.ftruncate(descriptor, 0)
        os.pwrite(descriptor, _holder(), 0) if POSIX else os.write(descriptor, _holder())
        yield
    finally:
        if POSIX:
            fcntl.flock(descriptor, fcntl.LOCK_UN)
        os.close(descriptor)
        if not POSIX:
            lock.unlink()


@contextmanager
def sole_builder_in_place(site: Path) -> Iterator[None]:
    """The same lock, for a host that empties and fills ``site`` itself.

    What a host's development server fills is a new folder in the system's place for temporary ones: nobody else
    builds there, and that place is everybody's, so nothing is put beside it.
    """
    if site.parent.resolve() == Path(tempfile.gettempdir()).resolve():
        yield
        return
    staged = staging_folder(site)
    open_staging(staged)
    with sole_builder(staged):
        yield


def _holder() -> bytes:
    """Who and since when, for the build that comes second."""
    return f"{os.getpid()} {datetime.now(UTC).astimezone():%Y-%m-%d %H:%M:%S}".encode()


def _locked(lock: Path) -> int:
    descriptor = os.open(lock, os.O_RDWR | os.O_CREAT | NO_FOLLOW, 0o600)
    try:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode) or status.st_nlink > 1:
            raise PublishingRefused("output-not-folder", lock)
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(descriptor)
        raise _busy(lock) from None
    except BaseException:
        os.close(descriptor)
        raise
    return descriptor


def _created(lock: Path) -> int:
    try:
        return os.open(lock, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        raise _busy(lock) from None


def _busy(lock: Path) -> PublishingRefused:
    pid, _, since = lock.read_text(encoding="ascii", errors="replace").partition(" ")
    folder = lock.parent.parent / lock.stem
    return PublishingRefused("build-running", folder, pid=pid or UNKNOWN, since=since or UNKNOWN, lock=lock)
