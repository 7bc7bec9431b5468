"""What a new schema of the open data would take from whoever reads files by the old one: inside v1, nothing.

Files that a program reads today must be read by the same program tomorrow. What is new stands beside what was there.
"""

from collections.abc import Iterator
from typing import Any

Schema = dict[str, Any]
ANYTHING: Schema = {}


def breaks(old: Schema, new: Schema, where: str = "") -> Iterator[str]:
    """A sentence for each promise that is broken. ``where``: the field that both are the schemas of."""
    if (old.get("type"), old.get("format")) != (new.get("type"), new.get("format")):
        yield f"{where or 'the file'} was {_called(old)} and is now {_called(new)}"
        return
    yield from _fields(old, new, where)
    yield from _always_there(old, new, where)
    for word, said in (("items", "[]"), ("additionalProperties", ".*")):
        if isinstance(old.get(word), dict):
            yield from breaks(old[word], new.get(word, ANYTHING), f"{where}{said}")
    for each in old.get("anyOf", ()):
        if all([*breaks(each, other)] for other in new.get("anyOf", ())):
            yield f"{where} was sometimes {_called(each)} and never is now"


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


def _path(where: str, name: str) -> str:
    return f"{where}.{name}" if where else name


def _called(schema: Schema) -> str:
    """What kind of value a schema is of, for a sentence."""
    if "type" not in schema:
        return "one of several" if {"anyOf", "enum"} & schema.keys() else "anything"
    return f"{schema['type']} ({schema['format']})" if "format" in schema else str(schema["type"])
