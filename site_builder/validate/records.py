"""One node to one model: pydantic says what is wrong, the node says where."""

import difflib
import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from site_builder.load.nodes import MapNode, Node, key_place, place_of, plain
from site_builder.model.slugs import slugify
from site_builder.problems import Place, Problem

M = TypeVar("M", bound=BaseModel)

_CODES: Mapping[str, str] = {
    "missing": "missing-field",
    **dict.fromkeys(("int_parsing", "int_type", "float_parsing", "float_type", "int_from_float"), "bad-number"),
    **dict.fromkeys(("greater_than_equal", "less_than_equal", "greater_than", "less_than"), "out-of-range"),
    **dict.fromkeys(("tuple_type", "list_type"), "not-a-list"),
    **dict.fromkeys(("string_type", "string_too_short"), "not-a-text"),
    **dict.fromkeys(("model_type", "model_attributes_type", "dict_type"), "not-a-mapping"),
    "bad_url": "bad-url",
    "bad_telephone": "bad-telephone",
    "bad_email": "bad-email",
    "bad_boolean": "bad-boolean",
    "block_section": "block-section",
    "block_mode": "block-mode",
}
"""Types of pydantic's errors, and of our validators', to codes of the catalogue."""
_DATES = {"date_from_datetime_parsing", "date_parsing", "date_type", "date_from_datetime_inexact"}


def closest(word: str, known: Iterable[str]) -> str | None:
    """The known word a person most likely meant, or None."""
    matches = difflib.get_close_matches(word, sorted(known), n=1, cutoff=0.6)
    return matches[0] if matches else None


def validate_node(
    model: type[M], node: Node, extra: Mapping[str, Any] | None = None, known_fields: Iterable[str] = ()
) -> tuple[M | None, list[Problem]]:
    """A record of ``model`` from ``node`` (with ``extra`` values of ours), or None and the problems."""
    if not isinstance(node, MapNode):
        return None, [Problem("not-a-mapping", node.place)]
    values = plain(node)
    assert isinstance(values, dict)
    try:
        return model.model_validate({**values, **(extra or {})}), []
    except ValidationError as error:
        fields = set(known_fields) or set(model.model_fields)
        return None, [_problem(detail, node, model, fields) for detail in error.errors()]


def _problem(detail: ErrorDetails, node: Node, model: type[BaseModel], fields: set[str]) -> Problem:
    path = tuple(detail["loc"])
    kind = detail["type"]
    if kind == "extra_forbidden":
        return _unknown_field(detail, node, model, fields)
    field = str(next((step for step in reversed(path) if isinstance(step, str)), ""))
    written = "" if isinstance(detail["input"], (dict, list)) else str(detail["input"])
    context: Mapping[str, Any] = detail.get("ctx") or {}
    place = place_of(node, path)
    values = {"field": field or context.get("field", ""), "written": written}
    if kind in _DATES:
        return Problem("bad-date", place, {**values, "fixed": _iso_date(written)})
    if kind == "enum":
        return _bad_choice(context, place, values)
    if kind == "string_pattern_mismatch" and "-[a-z0-9]" in context.get("pattern", ""):
        return Problem("bad-id", place, {**values, "fixed": slugify(written) or "nom"})
    return Problem(_CODES.get(kind, "bad-value"), place, {**values, "detail": detail["msg"]})


def _unknown_field(detail: ErrorDetails, node: Node, model: type[BaseModel], fields: set[str]) -> Problem:
    path = tuple(detail["loc"])
    name = str(path[-1])
    known = fields if len(path) == 1 else _fields_at(model, path[:-1])
    suggestion = closest(name, known)
    place = key_place(node, path)
    if suggestion:
        written = detail["input"] if isinstance(detail["input"], str) else "…"
        return Problem("unknown-field", place, {"field": name, "suggestion": suggestion, "written": written})
    return Problem("unexpected-field", place, {"field": name, "known": ", ".join(sorted(known))})


def _fields_at(model: type[BaseModel], path: tuple[int | str, ...]) -> set[str]:
    """The fields of the record nested at ``path``, found through the model's JSON Schema."""
    schema = model.model_json_schema()
    definitions = schema.get("$defs", {})
    current: dict[str, Any] = schema
    for step in path:
        current = _resolve(current, definitions)
        current = current.get("properties", {}).get(step, {}) if isinstance(step, str) else current.get("items", {})
    return set(_resolve(current, definitions).get("properties", {}))


def _resolve(schema: dict[str, Any], definitions: dict[str, Any]) -> dict[str, Any]:
    for option in schema.get("anyOf", []):
        if option.get("type") != "null":
            schema = option
            break
    reference = schema.get("$ref")
    return definitions[reference.rsplit("/", 1)[1]] if reference else schema


def _bad_choice(context: Mapping[str, Any], place: Place, values: Mapping[str, object]) -> Problem:
    choices = re.findall(r"'([^']*)'", str(context["expected"]))
    suggestion = closest(str(values["written"]), choices) or choices[0]
    return Problem("bad-choice", place, {**values, "choices": ", ".join(choices), "suggestion": suggestion})


def _iso_date(written: str) -> str:
    """The date a French or British hand most likely meant, as ISO 8601; an example otherwise."""
    match = re.fullmatch(r"(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})", written.strip())
    if match:
        day, month, year = (int(part) for part in match.groups())
        try:
            return date(year, month, day).isoformat()
        except ValueError:
            pass
    return "2026-03-31"
