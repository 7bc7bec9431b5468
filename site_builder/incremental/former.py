"""What a former build left of one part."""

import pickle
from collections.abc import Callable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pickled:
    """A value that is at hand."""

    data: bytes

    def __call__(self) -> bytes:
        return self.data


@dataclass(frozen=True, slots=True)
class Former:
    """A part as a former build left it: its fingerprint, those of all that it asked for; its value, if that is kept.

    ``value()`` gives the bytes of its pickle, None where they are not what was written any more; ``held``: the value
    alone, where a former build of this process has it.
    """

    fingerprint: str
    asked: Mapping[str, str]
    value: Callable[[], bytes | None] | None
    held: tuple[object, ...] = ()

    @property
    def has_value(self) -> bool:
        """Whether it was kept."""
        return bool(self.held or self.value)

    def read(self) -> tuple[object, ...]:
        """The value alone; nothing where it has to be worked out. Nobody changes it: it may serve several builds."""
        if self.held:
            return self.held
        data = self.value() if self.value else None
        return () if data is None else (pickle.loads(data),)  # noqa: S301 - our own, from the owner's own folder
