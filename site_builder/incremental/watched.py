"""A value whose fields are parts: it looks like any other, and whoever reads a field asks for the part."""

from collections.abc import Callable
from dataclasses import fields
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


def _names(kind: Any) -> list[str]:
    return [field.name for field in fields(kind)]


def _reader(name: str) -> Callable[[Any], Any]:
    return lambda seen: getattr(seen.__dict__[_PARTS], name)


def _refuse(seen: object) -> str:
    raise TypeError(f"the fields of this {type(seen).__name__} are parts: a value that holds it is never kept")
