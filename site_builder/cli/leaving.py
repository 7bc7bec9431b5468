"""The end of a process that has done its work."""

import atexit
import os
import sys
import threading
from contextlib import suppress


def leave(code: int) -> None:
    """End with ``code`` at once: Python would first take a portal apart, a million values one by one.

    Whoever asked to be called at the end is called. Returns where a thread is still at work: Python waits for it.
    """
    if threading.active_count() > 1:
        return
    atexit._run_exitfuncs()  # noqa: SLF001 - what Python itself calls, which has no other name
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):  # closed, or full: `_run` has told what could be told
            stream.flush()
    os._exit(code)
