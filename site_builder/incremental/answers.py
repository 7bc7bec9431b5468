"""What a function gave for each of its arguments, in this build and in the last one."""

import pickle
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar, cast

from site_builder.incremental.former import Former, Pickled
from site_builder.incremental.inputs import fingerprint

Value = TypeVar("Value")


class Answers(Generic[Value]):
    """The values by the arguments that alone decide them. What the last build did not ask for is forgotten."""

    def __init__(self, former: Former | None = None) -> None:
        """``former``: as the last build left them; they are read when the first is asked for."""
        self._former = former
        self._before: dict[Hashable, Value] | None = None
        self._now: dict[Hashable, Value] = {}
        self._is_new = False

    def of(self, key: Hashable, make: Callable[[], Value]) -> Value:
        """That of these arguments; what ``make`` gives where nobody has asked before."""
        if key not in self._now:
            before = self._last()
            self._is_new |= key not in before
            self._now[key] = before[key] if key in before else make()
        return self._now[key]

    def again(self) -> "Answers[Value]":
        """Those of the next build of this process."""
        later = Answers[Value](self._former)
        later._before = self._now or self._before
        return later

    def kept(self) -> Former | None:
        """What the next build may use again: as it was, where nobody asked."""
        if not self._now or (not self._is_new and len(self._now) == len(self._last())):
            return self._former
        data = pickle.dumps(self._now, pickle.HIGHEST_PROTOCOL)
        return Former(fingerprint(data), {}, Pickled(data))

    def _last(self) -> dict[Hashable, Value]:
        if self._before is None:
            left = self._former.read() if self._former else ()
            self._before = cast("dict[Hashable, Value]", left[0]) if left else {}
        return self._before
