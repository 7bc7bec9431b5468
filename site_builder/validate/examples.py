"""What a field of a model looks like when it is written: for fixes that can be pasted."""

from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import BaseModel

Schema = Mapping[str, Any]

_EXAMPLES = {
    "id": "nom-de-la-fiche",
    "code": '"40088"',
    "territory": '"40088"',
    "parents": '["40"]',
    "covers": '["40088"]',
    "latitude": "44.5896",
    "longitude": "-1.2136",
    "year": "1900",
    "languages": "[{code: fr, name: Français}]",
    "code_language": "fr",
}
_BY_FORMAT = {"date": "2026-03-31"}
_BY_TYPE = {"integer": "10", "number": "10", "boolean": "true"}


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
        """What one might write at ``path``, as YAML."""
        name = str(path[-1]) if path else ""
        return self._example(self.at(path), name)

    def limits(self, path: Sequence[int | str]) -> str:
        """``-90 … 90``, ``≥ 0``: the bounds of a number."""
        schema = self.at(path)
        least, most = schema.get("minimum"), schema.get("maximum")
        if least is not None and most is not None:
            return f"{least:g} … {most:g}"
        return f"≥ {least:g}" if least is not None else f"≤ {most:g}" if most is not None else ""

    def _property(self, schema: Schema, name: str) -> Schema:
        known: Schema = schema.get("properties", {}).get(name, schema.get("additionalProperties") or {})
        return known if isinstance(known, Mapping) else {}

    def _resolved(self, schema: Schema) -> Schema:
        options = [option for option in schema.get("anyOf", ()) if option.get("type") != "null"]
        if options:
            schema = options[0]
        reference = schema.get("$ref")
        return self._definitions[reference.rpartition("/")[2]] if reference else schema

    def _example(self, schema: Schema, name: str) -> str:
        schema = self._resolved(schema)
        if name in _EXAMPLES:
            return _EXAMPLES[name]
        if schema.get("enum"):
            return str(schema["enum"][0])
        if schema.get("type") == "array":
            return f"[{self._example(schema.get('items', {}), '')}]"
        if schema.get("type") == "object":
            return self._mapping(schema)
        return _BY_FORMAT.get(schema.get("format", "")) or _BY_TYPE.get(schema.get("type", ""), "…")

    def _mapping(self, schema: Schema) -> str:
        properties = schema.get("properties")
        if not properties:
            return "{fr: …, en: …}"
        required = schema.get("required") or list(properties)
        return f"{{{', '.join(f'{name}: {self._example(properties[name], name)}' for name in required)}}}"
