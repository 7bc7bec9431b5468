"""Two folders change names in one step, which Python has no function for: Linux and macOS have one each."""

import errno
import os
import sys
from collections.abc import Callable
from pathlib import Path

_HERE = -100
"""AT_FDCWD of linux/fcntl.h: paths are as they are written."""
_EXCHANGE = 2
"""RENAME_EXCHANGE of linux/fs.h, and RENAME_SWAP of macOS’s stdio.h, which happens to be the same."""
_NOT_HERE = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EPERM}
"""What kernels, disks and containers say that do not have it; of two folders they mean nothing else."""


def exchange_at_once(one: Path, other: Path) -> bool:
    """Each folder has the other's name afterwards. False, and nothing done, where the system or the disk cannot.

    Raises OSError for what would also fail in several steps.
    """
    import ctypes  # noqa: PLC0415 - only who publishes needs it

    call = _call(ctypes.CDLL(None, use_errno=True)) if os.name == "posix" else None
    if call is None:
        return False
    if call(os.fsencode(one), os.fsencode(other)) == 0:
        return True
    code = ctypes.get_errno()
    if code in _NOT_HERE:
        return False
    raise OSError(code, os.strerror(code), str(one), None, str(other))


def _call(library: object) -> Callable[[bytes, bytes], int] | None:
    """The system's function, taking two paths; None in a system without."""
    if sys.platform == "darwin":
        swap = getattr(library, "renamex_np", None)
        return swap and (lambda one, other: swap(one, other, _EXCHANGE))
    rename = getattr(library, "renameat2", None)
    return rename and (lambda one, other: rename(_HERE, one, _HERE, other, _EXCHANGE))
