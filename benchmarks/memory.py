"""The memory that several processes hold together: each page that they share counted once (PSS). Linux alone tells."""

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

PROC = Path("/proc")
SECONDS = 0.25
"""Between two looks. A look at a process of 1 GB takes some milliseconds of a processor."""


class Watch:
    """The most that processes started since then held together in any look, in megabytes; 0 where nobody tells."""

    def __init__(self) -> None:
        self.most_mb = 0.0
        self._before = frozenset(_children(os.getpid()))
        self._ended = threading.Event()

    def look_on(self) -> None:
        """Look until the end."""
        while not self._ended.wait(SECONDS):
            held = sum(_proportional_kilobytes(pid) for pid in _below(os.getpid(), self._before))
            self.most_mb = max(self.most_mb, held * 1024 / 1e6)

    def end(self) -> None:
        self._ended.set()


@contextmanager
def watched() -> Iterator[Watch]:
    """Looks at what is started inside the block."""
    watch = Watch()
    thread = threading.Thread(target=watch.look_on)
    thread.start()
    try:
        yield watch
    finally:
        watch.end()
        thread.join()


def _children(pid: int) -> list[int]:
    """The processes that ``pid`` started; one that has just ended has none."""
    started: list[str] = []
    for file in (PROC / str(pid) / "task").glob("*/children"):
        with suppress(OSError):
            started += file.read_text(encoding="ascii").split()
    return [int(child) for child in started]


def _below(pid: int, without: frozenset[int] = frozenset()) -> Iterator[int]:
    """The processes that ``pid`` started, but those in ``without``, and theirs."""
    for child in _children(pid):
        if child not in without:
            yield child
            yield from _below(child)


def _proportional_kilobytes(pid: int) -> int:
    with suppress(OSError):  # it has ended
        for line in (PROC / str(pid) / "smaps_rollup").read_text(encoding="ascii").splitlines():
            name, _, value = line.partition(":")
            if name == "Pss":
                return int(value.split()[0])
    return 0
