"""A value whose fields are parts: it looks like any other, and whoever reads a field asks for the part."""

from collections.abc import Callable
from dataclasses import fields, replace
from functools import cache, partial
from typing import Any, TypeVar, cast

from site_builder.incremental.parts import Holder, Memory, part

Kind = TypeVar("Kind")
_PARTS = "_parts"
_WHOLE = "whole"


def watched(kind: type[Kind], parts: Holder) -> Kind:
    """A ``kind`` (a dataclass) each of whose fields is the attribute of ``parts`` of that name, when it is read.

    Raises AttributeError where ``parts`` lacks one. ``dataclasses.replace`` gives an ordinary one.
    """
    for name in _names(kind):
        if name not in vars(parts) and not hasattr(type(parts), name):
            raise AttributeError(f"{type(parts).__name__} has no {name} for {kind.__name__}")
    seen: Kind = object.__new__(_class(cast("Any", kind)))
    object.__setattr__(seen, _PARTS, parts)
    return seen


def settled(seen: Kind) -> Kind:
    """The same, whose fields are asked for once each, when they are first read, and for nobody in particular.

    From then on they are read as fast as any: pages read them a million times. Of what has to be worked out anew
    nothing is left to wait for: it is done now, before several processes would each do it.
    """
    parts: Holder = seen.__dict__[_PARTS]
    parts.work_out(_names(type(seen)))
    plain: Kind = object.__new__(_settled_class(cast("Any", seen.__class__)))
    object.__setattr__(plain, _PARTS, parts)
    return plain


def changed(value: Kind, **fields: object) -> Kind:
    """As `dataclasses.replace`, which would read all fields of a ``settled`` value."""
    if _PARTS not in getattr(value, "__dict__", {}):
        return cast("Kind", replace(cast("Any", value), **fields))
    other: Kind = object.__new__(type(value))
    other.__dict__.update(value.__dict__, **fields)
    return other


def split(kind: type[Kind], memory: Memory, called: str, make: Callable[[], Kind]) -> Kind:
    """What ``make`` gives, each field of it known by its value: who reads one need not know of the others."""
    return watched(kind, _split(cast("Any", kind))(memory, called, make))


class _Split(Holder):
    """The fields of a value that is made as a whole."""

    def __init__(self, memory: Memory, called: str, make: Callable[[], Any]) -> None:
        super().__init__(memory, called)
        self.make = make


@cache
def _split(kind: Any) -> type[_Split]:
    names = _names(kind)
    whole = part(lambda holder: holder.make(), is_kept=False)
    pieces = {name: part(partial(_piece, name), by_value=True) for name in names}
    return type(f"{kind.__name__}Parts", (_Split,), {_WHOLE: whole, **pieces})


def _piece(name: str, holder: Any) -> Any:
    return getattr(holder.whole, name)


@cache
def _class(kind: Any) -> Any:
    members: dict[str, Any] = {name: property(_reader(name)) for name in _names(kind)}
    return type(kind.__name__, (kind,), {**members, "__class__": property(lambda _: kind), "__reduce__": _refuse})


@cache
def _settled_class(kind: Any) -> Any:
    members: dict[str, Any] = {name: _Once(name) for name in _names(kind)}
    return type(kind.__name__, (kind,), {**members, "__class__": property(lambda _: kind), "__reduce__": _refuse})


class _Once:
    """A field that stands in the value itself from its first reading on."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __get__(self, value: Any, kind: type | None = None) -> Any:
        parts: Holder = value.__dict__[_PARTS]
        with parts.memory.watching():
            found = value.__dict__[self._name] = getattr(parts, self._name)
        return found


def _names(kind: Any) -> list[str]:
    return [field.name for field in fields(kind)]


def _reader(name: str) -> Callable[[Any], Any]:
    return lambda seen: getattr(seen.__dict__[_PARTS], name)


def _refuse(seen: object) -> str:
    raise TypeError(f"the fields of this {type(seen).__name__} are parts: a value that holds it is never kept")
