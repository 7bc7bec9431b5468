"""Values worked out when they are asked for, once, each known by what it was made from.

A *holder* (the records, the portal, the scene…) has *parts*: properties under ``@part``. While a part is worked out,
the parts and the *leaves* (a file, the day) that it asks for are noted; what a former build worked out serves again
when all that it had asked for is as it was. Nothing that a value depends on is ever declared: what is not asked for
through a part or a leaf must not vary.
"""

import pickle
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import Any, Generic, ParamSpec, TypeVar, cast, overload

from site_builder.incremental.answers import Answers
from site_builder.incremental.former import Former, Pickled
from site_builder.incremental.inputs import fingerprint, fingerprint_of

Value = TypeVar("Value")
P = ParamSpec("P")
_ABSENT = object()
_BY_ARGUMENT = " by argument"
"""With what the names of answers end, which are no parts."""


class Memory:
    """The parts of one build by name, and those of a former one. Without ``former`` everything is worked out.

    Without ``leaves`` nothing is known of what comes from outside, and nothing may be kept.
    """

    def __init__(self, leaves: Mapping[str, str] | None = None, former: Mapping[str, Former] | None = None) -> None:
        """``leaves``: what comes from outside, by name, each with its fingerprint."""
        self._leaves = None if leaves is None else dict(leaves)
        self._former = former or {}
        self._elsewhere: dict[str, Former] = {}
        self._parts: dict[str, _Part] = {}
        self._answers: dict[str, Answers[Any]] = {}
        self._is_kept = leaves is not None
        self.asked: set[str] | None = None
        """What is asked for by what is being worked out now; None while nobody wants to know."""

    def announce(self, leaf: str, said: str) -> None:
        """One more leaf, which is known only after others were read."""
        if self._leaves is not None:
            self._leaves[leaf] = said

    def read(self, leaf: str) -> None:
        """What is being worked out reads something from outside. Raises KeyError for a leaf that nobody announced."""
        if self.asked is not None and self._leaves is not None:
            if leaf not in self._leaves:
                raise KeyError(leaf)
            self.asked.add(leaf)

    def add(self, name: str, made: "part[Any]", holder: "Holder") -> "_Part":
        """A part that is worked out as ``made`` says. Raises ValueError for a name that is taken."""
        if name in self._parts:
            raise ValueError(f"two parts are called {name}")
        added = self._parts[name] = _Part(self, name, made, holder, self._former.get(name))
        return added

    def fingerprint(self, name: str) -> str:
        """Of a part or a leaf as it is now; empty for one that is no more."""
        found = self._parts.get(name)
        return found.fingerprint if found else (self._leaves or {}).get(name, "")

    @contextmanager
    def watching(self) -> Iterator[set[str]]:
        """What is asked for meanwhile, by name."""
        before, self.asked = self.asked, set()
        try:
            yield self.asked
        finally:
            self.asked = before

    @property
    def worked_out(self) -> frozenset[str]:
        """The parts that this build had to work out."""
        return frozenset(name for name, found in self._parts.items() if found.is_new)

    def kept(self, *holders: str) -> dict[str, Former]:
        """What the next build may use again, of these holders or of all; nothing where no leaves are known.

        Nobody may have asked for a part, or for answers, in this build: they are kept as they were. Nothing is written
        down of what was passed on in one process.
        """
        if not self._is_kept:
            return {}
        made: dict[str, _Part | Answers[Any]] = {**self._parts, **self._answers}
        unasked = {name for name in self._former if name.endswith(_BY_ARGUMENT)} - made.keys()
        names = [name for name in (*made, *unasked) if not holders or _of(name, holders)]
        own = ((name, made[name].kept() if name in made else self._former[name]) for name in names)
        return {name: former for name, former in own if former} | self._elsewhere

    def passed_on(self, leaves: Mapping[str, str]) -> "Memory":
        """The memory of the next build of this process, with its own ``leaves``: values need not be written for it."""
        own = {name: found.passed_on() for name, found in self._parts.items()}
        former = {**self._former, **self._elsewhere, **{name: each for name, each in own.items() if each}}
        later = Memory(leaves, former)
        later._answers = self._answers
        later._is_kept = False
        return later

    def remembered(self, name: str, make: Callable[P, Value]) -> Callable[P, Value]:
        """``make``, whose arguments alone decide what it gives: what it gave in the last build serves.

        A part that is made of many files or texts is thus worked out anew where one of them has changed.
        """
        name = f"{name}{_BY_ARGUMENT}"
        before = self._answers.get(name)
        answers = self._answers[name] = before.again() if before else Answers(self._former.get(name))

        def found(*args: P.args, **kwargs: P.kwargs) -> Value:
            value: Value = answers.of((*args, *kwargs.items()), lambda: make(*args, **kwargs))
            return value

        return found

    def adopt(self, parts: Mapping[str, Former]) -> None:
        """Parts that another process of this build worked out, to be kept with the others."""
        self._elsewhere.update(parts)


def _of(name: str, holders: Sequence[str]) -> bool:
    return name.partition(".")[0] in holders


class _Part:
    """One part of one holder."""

    def __init__(self, memory: Memory, name: str, made: "part[Any]", holder: "Holder", former: Former | None) -> None:
        self._memory = memory
        self._name = name
        self._made = made
        self._holder = holder
        self._former = former
        self._is_current: bool | None = None if former else False
        self._is_worked_out = False
        self._value: object = _ABSENT
        self._asked: frozenset[str] = frozenset()
        self._fingerprint = ""
        self._data: bytes | None = None

    def get(self) -> object:
        """The value; whatever is being worked out has asked for it."""
        asked = self._memory.asked
        if asked is not None:
            asked.add(self._name)
        if self._value is _ABSENT:
            self._value = self._found()
        return self._value

    @property
    def fingerprint(self) -> str:
        """Of the value: of one that serves again, without reading it; to know it is not to ask for the part."""
        if self._former and self._serves_again():
            return self._former.fingerprint
        if not self._fingerprint:
            with self._memory.watching():
                self.get()
            self._fingerprint = self._by_value() if self._made.by_value else self._by_what_it_asked_for()
        return self._fingerprint

    @property
    def is_served(self) -> bool:
        """Whether a former build left the value, and it is as it would be worked out now."""
        return self._former is not None and self._former.has_value and self._serves_again()

    @property
    def is_new(self) -> bool:
        return self._value is not _ABSENT and bool(self._asked)

    def kept(self) -> Former | None:
        """What the next build may use again; None for what was never worked out, or has to be anew."""
        if self._is_current is not False:
            return self._former
        if self._value is _ABSENT:
            return None
        asked = {name: self._memory.fingerprint(name) for name in sorted(self._asked)}
        return Former(self.fingerprint, asked, Pickled(self._written()) if self._made.is_kept else None)

    def passed_on(self) -> Former | None:
        """What the next build of this process may use again."""
        if self._value is _ABSENT:
            return self._former
        if self._former and not self._is_worked_out:
            return replace(self._former, value=None, held=(self._value,))
        asked = {name: self._memory.fingerprint(name) for name in sorted(self._asked)}
        return Former(self.fingerprint, asked, None, (self._value,))

    def _found(self) -> object:
        if self._former and self._former.has_value and self._serves_again():
            value = self._former.read()
            if value:
                return value[0]
            self._former, self._is_current = None, False
        self._is_worked_out = True
        with self._memory.watching() as asked:
            value = self._made.make(self._holder)
        self._asked = frozenset(asked)
        return value

    def _serves_again(self) -> bool:
        if self._is_current is None:
            assert self._former
            current = self._memory.fingerprint
            self._is_current = all(current(name) == said for name, said in self._former.asked.items())
        return self._is_current

    def _by_value(self) -> str:
        return fingerprint(self._written())

    def _by_what_it_asked_for(self) -> str:
        asked = (f"{name}\0{self._memory.fingerprint(name)}" for name in sorted(self._asked))
        return fingerprint_of((self._name, *asked))

    def _written(self) -> bytes:
        if self._data is None:
            self._data = pickle.dumps(self._value, pickle.HIGHEST_PROTOCOL)
        return self._data


class Holder:
    """Whoever has parts. ``called`` comes before their names."""

    def __init__(self, memory: Memory, called: str) -> None:
        self.memory = memory
        self._called = called
        for name, found in _parts_of(type(self)):
            self.__dict__[name] = memory.add(f"{called}.{name}", found, self)

    def add(self, name: str, make: "Callable[[Any], Value]", *, by_value: bool = False) -> "Callable[[], Value]":
        """One more part, which ``make(holder)`` works out; call what is returned to ask for it."""
        added = self.memory.add(f"{self._called}.{name}", part(make, by_value=by_value), self)
        return cast("Callable[[], Value]", added.get)

    def work_out(self, names: Iterable[str]) -> None:
        """Those of these attributes for which nothing of a former build serves again."""
        for name in names:
            found = vars(self).get(name)
            if not (isinstance(found, _Part) and found.is_served):
                getattr(self, name)

    def __reduce__(self) -> str:
        raise TypeError(f"{type(self).__name__} has parts, and is no part itself: a value that holds it is never kept")


def _parts_of(kind: type) -> Iterator[tuple[str, "part[Any]"]]:
    for each in kind.__mro__:
        yield from ((name, found) for name, found in vars(each).items() if isinstance(found, part))


class part(Generic[Value]):  # noqa: N801 - a decorator, like property
    """A property of a ``Holder``, worked out when it is first asked for.

    It is known by what it asked for: when that changes, so does what asks for it. ``by_value``: it is known by what it
    is, so that a change which leaves it as it was goes no further. ``is_kept``: whether it is written for the next
    build; what is not is worked out again by one that needs it.
    """

    def __init__(self, make: Callable[[Any], Value], *, by_value: bool = False, is_kept: bool = True) -> None:
        self.make = make
        self.by_value = by_value
        self.is_kept = is_kept
        self.__doc__ = make.__doc__

    def __set_name__(self, kind: type, name: str) -> None:
        self._name = name

    @overload
    def __get__(self, holder: None, kind: type) -> "part[Value]": ...
    @overload
    def __get__(self, holder: Holder, kind: type | None = None) -> Value: ...
    def __get__(self, holder: Holder | None, kind: type | None = None) -> "part[Value] | Value":
        if holder is None:
            return self
        found: Value = holder.__dict__[self._name].get()
        return found

    def __set__(self, holder: Holder, value: Value) -> None:
        raise AttributeError(f"{self._name} is worked out, not set")


def by_value(make: Callable[[Any], Value]) -> part[Value]:
    """A part that is known by what it is."""
    return part(make, by_value=True)


def passing(make: Callable[[Any], Value]) -> part[Value]:
    """A part that is not written for the next build."""
    return part(make, is_kept=False)
