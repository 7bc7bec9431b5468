"""What is asked for, by name, while a piece of the site is made."""

from collections.abc import Callable, Iterable, Iterator, Mapping
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

    def noting(self) -> "_Noting":
        """What is asked for meanwhile; who began before hears nothing of it."""
        return _Noting(self)

    def exchange(self, names: set[str] | None) -> set[str] | None:
        """From now on what is asked for goes into ``names``. Returns where it went before."""
        before, self._names = self._names, names
        return before


class _Noting:
    """A class, since a page has seven of them, and each would be a generator."""

    __slots__ = ("_asking", "_before")

    def __init__(self, asking: Asking) -> None:
        self._asking = asking
        self._before: set[str] | None = None

    def __enter__(self) -> set[str]:
        names: set[str] = set()
        self._before = self._asking.exchange(names)
        return names

    def __exit__(self, *_raised: object) -> None:
        self._asking.exchange(self._before)


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
