"""What long work is at: a line from its second second on, then at most one a second."""

import threading
import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from types import TracebackType
from typing import Literal, Self

SILENT_FOR = 2.0
BETWEEN = 1.0

Step = Literal["reading", "checking", "pictures", "paper", "pages"]
Say = Callable[[Step, int, int], None]
"""``say(step, done, total)``; ``total`` is 0 for a step that counts nothing."""


class Progress:
    """Hears what is being done and says nothing of it: nobody is watching."""

    def begin(self, step: Step, total: int = 0) -> None:
        """``step`` begins; ``advance`` will tell of its ``total`` pages, guides or pictures, if it counts any."""

    def advance(self, done: int) -> None:
        """``done`` more of the step are made."""

    def rest(self) -> None:
        """Nothing is said before the next step: a process is about to be forked, beside which no thread may run."""


UNWATCHED = Progress()


class SpokenProgress(Progress, AbstractContextManager["SpokenProgress"]):
    """Says what is being done when it lasts; inside ``with``, so that nothing is said after the work."""

    def __init__(self, say: Say, clock: Callable[[], float] = time.monotonic) -> None:
        self._say = say
        self._clock = clock
        self._next = clock() + SILENT_FOR
        self._step: Step = "reading"
        self._done, self._total = 0, 0
        self._alarm: threading.Timer | None = None

    def begin(self, step: Step, total: int = 0) -> None:
        self.rest()
        self._step, self._done, self._total = step, 0, total
        if self._clock() >= self._next:
            self._speak()
        elif not total:  # nothing will happen during the step that could speak
            self._alarm = threading.Timer(self._next - self._clock(), self._speak)
            self._alarm.daemon = True
            self._alarm.start()

    def advance(self, done: int) -> None:
        self._done += done
        if self._clock() >= self._next:
            self._speak()

    def rest(self) -> None:
        if self._alarm is not None:
            self._alarm.cancel()
            self._alarm.join()
            self._alarm = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
    ) -> None:
        self.rest()

    def _speak(self) -> None:
        self._next = self._clock() + BETWEEN
        self._say(self._step, self._done, self._total)
