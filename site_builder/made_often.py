"""Values of which a build makes ten thousands."""

from dataclasses import field, fields, make_dataclass
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Value = TypeVar("Value", bound="DataclassInstance")


def made_often(cls: type[Value]) -> type[Value]:
    """A frozen dataclass that is made in a third of the time.

    A frozen one asks Python to set each field against its own prohibition. This one has none: that nobody alters it is
    held by mypy, which knows it as frozen.
    """
    written: list[Any] = [
        (each.name, each.type, field(default=each.default, default_factory=each.default_factory, kw_only=each.kw_only))
        for each in fields(cls)
    ]
    cls.__init__ = make_dataclass(cls.__name__, written).__init__  # type: ignore[method-assign, misc]
    del cls.__setattr__, cls.__delattr__
    return cls
