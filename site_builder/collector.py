"""Python's collector of reference cycles, which a build has no use for."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_paused() -> Iterator[None]:
    """No search for cycles inside: a portal is a million small values that stay, and each search visits them all.

    Half a second of a build. Values are still freed when nothing names them any more.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def collect_no_more() -> None:
    """No search for cycles in this process: it ends before what they hold is missed."""
    gc.disable()
