"""A line that says how far long work has come, from its second second on."""

import sys
import time
from collections.abc import Callable
from typing import TextIO

SILENT_FOR = 2.0
BETWEEN = 1.0


class Progress:
    """Counts steps of a task of ``total``; prints to ``stream`` when the task lasts."""

    def __init__(
        self,
        label: str,
        total: int,
        stream: TextIO | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._label = label
        self._total = total
        self._stream = stream or sys.stderr
        self._clock = clock
        self._done = 0
        self._next = clock() + SILENT_FOR

    def advance(self, steps: int) -> None:
        """``steps`` more are done."""
        self._done += steps
        if self._clock() >= self._next:
            self._next = self._clock() + BETWEEN
            self._stream.write(f"{self._label} {self._done}/{self._total}\n")
            self._stream.flush()
