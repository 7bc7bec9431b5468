"""Which widget of the form asks for a value of a type, and what it refuses."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import StringConstraints
from pydantic.fields import FieldInfo

from site_builder.model.values import Day, Email, Flag, Slug, Telephone, WebAddress
from site_builder.model.when import When
from site_builder.outputs.admin.words import FormWords

Widget = dict[str, Any]
"""Options of a field, as Sveltia CMS names them (its package's schema/sveltia-cms.json)."""
_SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"
_PATTERNS: tuple[tuple[Any, str, str], ...] = (
    (Slug, _SLUG, "form.bad_slug"),
    (WebAddress, r"^https?://\S{4,}$", "form.bad_address"),
    (Telephone, r"^[^A-Za-z]*\d[^A-Za-z]*\d[^A-Za-z]*$", "form.bad_telephone"),
    (Email, r"^[^@\s]+@[^@\s]+\.[^@\s]+$", "form.bad_email"),
    (When, r"^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2})?$", "form.bad_when"),
)
"""Types of ours that a text must look like: as what, and the word for whoever writes something else."""
_OWN_TYPES = (*(known for known, _, _ in _PATTERNS), Day, Flag)


@dataclass(frozen=True, slots=True)
class Bare:
    """A type without what was said around it: whether it may be left out, and its constraints."""

    type: Any
    optional: bool = False
    constraints: tuple[Any, ...] = field(default=())


def bare(hint: Any) -> Bare:
    """``Annotated[X | None, …]`` → X; a type of ours stays as it is."""
    optional, found = False, []
    while not any(hint == known for known in _OWN_TYPES):
        origin, parts = get_origin(hint), get_args(hint)
        if origin is Annotated:
            hint, *marks = parts
            found += _spread(marks)
        elif origin in (Union, UnionType):
            hint, optional = next(part for part in parts if part is not type(None)), True
        else:
            break
    return Bare(hint, optional, tuple(found))


def _spread(marks: Iterable[Any]) -> list[Any]:
    return [each for mark in marks for each in (mark.metadata if isinstance(mark, FieldInfo) else [mark])]


def scalar_widget(told: Bare, words: FormWords) -> Widget:
    """The widget of a value that is neither a list nor a record."""
    for known, pattern, word in _PATTERNS:
        if told.type == known:
            return {"widget": "string", "pattern": [pattern, words.t(word)]}
    if told.type == Flag:
        return _yes_or_no(words) if told.optional else {"widget": "boolean"}
    if told.type == Day or told.type is date:
        return {"widget": "datetime", "type": "date", "format": "YYYY-MM-DD"}
    if isinstance(told.type, type) and issubclass(told.type, StrEnum):
        return {"widget": "select", "options": choices(told.type, words)}
    if told.type in (int, float):
        return {"widget": "number", "value_type": told.type.__name__, **_limits(told.constraints)}
    return {"widget": "string", **_form(told.constraints, words)}


def choices(values: type[StrEnum], words: FormWords) -> list[dict[str, str]]:
    """The values of a closed list, in its order."""
    return [{"label": words.choice(value), "value": value.value} for value in values]


def _yes_or_no(words: FormWords) -> Widget:
    """Three states: nobody has said so either way."""
    options = [
        {"label": words.t(name), "value": value}
        for name, value in (("form.said_yes", "true"), ("form.said_no", "false"))
    ]
    return {"widget": "select", "options": options}


def _limits(constraints: Iterable[Any]) -> Widget:
    found = {name: getattr(each, sign) for each in constraints for name, sign in _SIGNS if hasattr(each, sign)}
    return dict(sorted(found.items()))


_SIGNS = (("min", "ge"), ("max", "le"))


def _form(constraints: Iterable[Any], words: FormWords) -> Widget:
    """Length and look of a text."""
    found: Widget = {}
    for each in constraints:
        if isinstance(each, StringConstraints):
            if each.max_length:
                found["maxlength"] = each.max_length
            if isinstance(each.pattern, str):
                word = "form.bad_delay" if "month" in each.pattern else "form.bad_slug"
                found["pattern"] = [each.pattern, words.t(word)]
    return found
