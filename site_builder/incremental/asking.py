"""What is asked for, by name, while a piece of the site is made."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import TypeVar

Key = TypeVar("Key")
Value = TypeVar("Value")
Ask = Callable[[Iterable[str]], object]
"""Told the names of what is about to be looked at."""


def unheard(_names: Iterable[str]) -> None:
    """Nobody wants to know."""


class Asking:
    """Notes names for whoever wants to know. What is kept for several pieces asks again for each (`Scene.once`)."""

    __slots__ = ("_names",)

    def __init__(self) -> None:
        self._names: set[str] | None = None

    def ask(self, names: Iterable[str]) -> None:
        """What is being made now looks at these."""
        if self._names is not None:
            self._names.update(names)

    @contextmanager
    def noting(self) -> Iterator[set[str]]:
        """What is asked for meanwhile; who began before hears nothing of it."""
        before, self._names = self._names, set()
        try:
            yield self._names
        finally:
            self._names = before


class Heard(Mapping[Key, Value]):
    """A mapping that says which of its keys is looked up, by the name that ``named`` gives it, there or not."""

    def __init__(self, values: Mapping[Key, Value], ask: Ask, named: Callable[[Key], str]) -> None:
        self._values = values
        self._ask = ask
        self._named = named

    def __getitem__(self, key: Key) -> Value:
        self._ask((self._named(key),))
        return self._values[key]

    def __iter__(self) -> Iterator[Key]:
        self._ask(map(self._named, self._values))
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)
