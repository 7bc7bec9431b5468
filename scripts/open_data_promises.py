"""What a new schema of the open data would take from whoever reads files by the old one: inside v1, nothing.

Files that a program reads today must be read by the same program tomorrow. What is new stands beside what was there: a
field, or a value of a list, for programs are asked to accept those that they do not know.
"""

from collections.abc import Iterator
from typing import Any

Schema = dict[str, Any]
ANYTHING: Schema = {}
COMPARED = frozenset(
    {
        *("type", "format", "enum", "properties", "required", "items", "additionalProperties", "anyOf"),
        *("$schema", "title", "description"),
    }
)
"""Words of schemas that are compared here, or say nothing of values. Of another one nobody would notice a change."""


def breaks(old: Schema, new: Schema, where: str = "") -> Iterator[str]:
    """A sentence for each promise that is broken. ``where``: the field that both are the schemas of."""
    yield from (f"{_named(where)} says {word}, which is not compared" for word in sorted({*new} - COMPARED))
    if (old.get("type"), old.get("format")) != (new.get("type"), new.get("format")):
        yield f"{_named(where)} was {_called(old)} and is now {_called(new)}"
        return
    yield from _values(old, new, where)
    yield from _fields(old, new, where)
    yield from _always_there(old, new, where)
    yield from _items(old, new, where)
    yield from _other_fields(old, new, where)
    yield from _alternatives(old, new, where)


def _values(old: Schema, new: Schema, where: str) -> Iterator[str]:
    """A list may get values of the kinds that it had."""
    if "enum" not in old:
        return
    if "enum" not in new:
        yield f"{_named(where)} was one of {len(old['enum'])} values and is now {_called(new)}"
        return
    yield from (f"{_named(where)} is never {value} any more" for value in old["enum"] if value not in new["enum"])
    kinds = {type(value) for value in old["enum"]}
    yield from (f"{_named(where)} may now be {value!r}" for value in new["enum"] if type(value) not in kinds)


def _fields(old: Schema, new: Schema, where: str) -> Iterator[str]:
    there = new.get("properties", ANYTHING)
    for name, field in old.get("properties", ANYTHING).items():
        if name in there:
            yield from breaks(field, there[name], _path(where, name))
        else:
            yield f"{_path(where, name)} is no longer there"


def _always_there(old: Schema, new: Schema, where: str) -> Iterator[str]:
    lost = set(old.get("required", ())) - set(new.get("required", ())) - _lost(old, new)
    yield from (f"{_path(where, name)} was always there and may now be missing" for name in sorted(lost))


def _lost(old: Schema, new: Schema) -> set[str]:
    return {*old.get("properties", ANYTHING)} - {*new.get("properties", ANYTHING)}


def _items(old: Schema, new: Schema, where: str) -> Iterator[str]:
    if "items" in old:
        yield from breaks(old["items"], new.get("items", ANYTHING), f"{where}[]")


def _other_fields(old: Schema, new: Schema, where: str) -> Iterator[str]:
    """Those that no schema names: of a record, which programs must expect; of labels, all of one kind."""
    before, now = old.get("additionalProperties", True), new.get("additionalProperties", True)
    if now is False and before is not False:
        yield f"{_named(where)} takes no other fields any more: none could be added"
    elif isinstance(before, dict):
        yield from breaks(before, now if isinstance(now, dict) else ANYTHING, f"{where}.*")


def _alternatives(old: Schema, new: Schema, where: str) -> Iterator[str]:
    """Each is still there, and there is none that programs have never met."""
    before, now = old.get("anyOf", ()), new.get("anyOf", ())
    for each in before:
        if all([*breaks(each, other)] for other in now):
            yield f"{_named(where)} was sometimes {_called(each)} and never is now"
    for each in now:
        if all([*breaks(other, each)] for other in before):
            yield f"{_named(where)} may now be {_called(each)}, which it never was"


def _named(where: str) -> str:
    return where or "the file"


def _path(where: str, name: str) -> str:
    return f"{where}.{name}" if where else name


def _called(schema: Schema) -> str:
    """What kind of value a schema is of, for a sentence."""
    if "type" not in schema:
        return "one of several" if {"anyOf", "enum"} & schema.keys() else "anything"
    return f"{schema['type']} ({schema['format']})" if "format" in schema else str(schema["type"])
