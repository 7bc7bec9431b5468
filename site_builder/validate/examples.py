"""What a field of a model looks like when it is written: for fixes that can be pasted."""

import json
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from pydantic import BaseModel

Schema = Mapping[str, Any]

_BLANK = "…"
_COLOUR = '"#0F4C5C"'


@cache
def shape_of(model: type[BaseModel]) -> "Shape":
    """The shape of a model: a schema takes pydantic some milliseconds, and a file may have many mistakes."""
    return Shape(model)


class Shape:
    """The JSON Schema of a model, walked by the paths of its errors."""

    def __init__(self, model: type[BaseModel]) -> None:
        self._root: Schema = model.model_json_schema()
        self._definitions: Mapping[str, Schema] = self._root.get("$defs", {})

    def at(self, path: Sequence[int | str]) -> Schema:
        """The schema of what stands at ``path``; empty where the model has nothing there."""
        current = self._root
        for step in path:
            current = self._resolved(current)
            current = current.get("items", {}) if isinstance(step, int) else self._property(current, step)
        return self._resolved(current)

    def fields(self, path: Sequence[int | str]) -> frozenset[str]:
        """Names of the fields of the record at ``path``."""
        return frozenset(self.at(path).get("properties", {}))

    def example(self, path: Sequence[int | str]) -> str:
        """How to write a value at ``path``, as YAML, with ``…`` for what only the editor knows.

        A choice is followed by a comment that lists it.
        """
        schema = self.at(path)
        choices = schema.get("enum")
        return f"{_BLANK}  # {', '.join(choices)}" if choices else self._example(schema)

    def limits(self, path: Sequence[int | str]) -> str:
        """``-90 … 90``, ``≥ 0``: the bounds of a number."""
        schema = self.at(path)
        least, most = schema.get("minimum"), schema.get("maximum")
        known = [f"{bound:.15g}" for bound in (least, most) if bound is not None]
        return " … ".join(known) if len(known) != 1 else f"{'≥' if most is None else '≤'} {known[0]}"

    def _property(self, schema: Schema, name: str) -> Schema:
        known = schema.get("properties", {}).get(name, schema.get("additionalProperties"))
        return known if isinstance(known, Mapping) else {}

    def _resolved(self, schema: Schema) -> Schema:
        options = [option for option in schema.get("anyOf", ()) if option.get("type") != "null"]
        if options:
            schema = options[0]
        reference = schema.get("$ref")
        return self._definitions[reference.rpartition("/")[2]] if reference else schema

    def _example(self, schema: Schema) -> str:
        """A model gives an ``examples`` to a field that need not be written, and that the next check would ask for."""
        if "examples" in schema:
            return json.dumps(schema["examples"][0])
        schema = self._resolved(schema)
        if schema.get("type") == "array":
            return f"[{self._example(schema.get('items', {}))}]"
        if schema.get("type") == "object":
            return self._mapping(schema)
        return _COLOUR if str(schema.get("pattern")).startswith("^#") else _BLANK

    def _mapping(self, schema: Schema) -> str:
        properties = schema.get("properties")
        if not properties:
            return "{fr: …, en: …}"
        required = schema.get("required") or list(properties)
        shown = [name for name in properties if name in required or "examples" in properties[name]]
        return f"{{{', '.join(f'{name}: {self._example(properties[name])}' for name in shown)}}}"
