"""One node to one model: pydantic says what is wrong, the node says where."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from site_builder.load.nodes import ListNode, MapNode, Node, Scalar, key_place, node_at, place_of, plain
from site_builder.load.yaml_mistakes import as_value, in_braces, quoted
from site_builder.model.entry import Needed
from site_builder.problems import Place, Problem
from site_builder.validate.closest import closest, shortened
from site_builder.validate.examples import shape_of
from site_builder.validate.meant import MENDED, a_number, way_to_reach, whole_number

M = TypeVar("M", bound=BaseModel)

Path = Sequence[str | int]

_MISSING = "missing-field"

CODES: Mapping[str, str] = {
    "missing": _MISSING,
    "enum": "bad-choice",
    "literal_error": "bad-choice",
    "too_short": "empty-list",
    "string_too_long": "too-long",
    "string_too_short": "empty-field",
    "no_such_day": "no-such-day",
    **dict.fromkeys(("date_from_datetime_parsing", "date_parsing", "date_type", "bad_date"), "bad-date"),
    **dict.fromkeys(
        ("int_parsing", "int_type", "float_parsing", "float_type", "int_from_float", "int_parsing_size"), "bad-number"
    ),
    **dict.fromkeys(("greater_than_equal", "less_than_equal", "finite_number"), "out-of-range"),
    **dict.fromkeys(("tuple_type", "list_type"), "not-a-list"),
    "string_type": "not-a-text",
    **dict.fromkeys(("model_type", "model_attributes_type", "dict_type"), "not-a-mapping"),
    "bad_url": "bad-url",
    "bad_telephone": "bad-telephone",
    "bad_email": "bad-email",
    "bad_boolean": "bad-boolean",
    "bad_language": "bad-language",
    "bad_time_zone": "bad-time-zone",
    "block_section": "block-section",
    "block_mode": "block-mode",
    "asset_person": "asset-person",
    "step_day": "step-day",
    "testimonial_field": "testimonial-field",
    "proof_field": "proof-field",
    "news_field": "news-field",
    "bad_source_date": "bad-source-date",
    "bad_when": "bad-when",
    "ends_early": "ends-early",
    "ends_otherwise": "ends-otherwise",
    "bad_mark": "bad-mark",
    "bad_repository": "bad-repository",
}
"""Types of pydantic's errors, and of our validators', to codes of the catalogue."""

_TOLD_BY_THE_MODEL = frozenset({"step-day", "ends-early", "ends-otherwise", "bad-mark"})
"""Whoever finds them knows the value that is nearest to what was written."""

PATTERNS = {
    "-[a-z0-9]": "bad-id",
    "_-": "bad-code",
    "{9}": "bad-siren",
    "#[0-9": "bad-colour",
    "days?|": "bad-duration",
    "A-Z -": "bad-postal-code",
    r"\.)+": "bad-domain",
    "[+]": "bad-country-code",
    "(/": "bad-repository-name",
}
"""A piece of a pattern that only one kind of text has, to codes of the catalogue."""


def validate_node(
    model: type[M], node: Node, extra: Mapping[str, Any] | None = None, written_here: Collection[str] = ()
) -> tuple[M | None, list[Problem]]:
    """A record of ``model`` from ``node`` (with ``extra`` values of ours), or None and the problems.

    ``written_here`` are the fields that this file may hold, by default all: problems of the others are said where
    they are written.
    """
    if not isinstance(node, MapNode):
        return None, [Problem("not-a-mapping", node.place, {"fixed": _mapping_example(model)})]
    values = plain(node)
    assert isinstance(values, dict)
    try:
        return model.model_validate({**values, **(extra or {})}), []
    except ValidationError as error:
        complaint = _Complaint(model, node, frozenset(written_here) or frozenset(model.model_fields))
        return None, list(complaint.problems(error.errors()))


def _mapping_example(model: type[BaseModel]) -> str:
    shape = shape_of(model)
    names = shape.at(()).get("required", ())
    return "\n".join(f"{name}: {shape.example((name,))}" for name in names) or shape.example(())


class _Complaint:
    """Pydantic's errors about one node, in our words and at their places."""

    def __init__(self, model: type[BaseModel], node: MapNode, fields: frozenset[str]) -> None:
        self._model = model
        self._shape = shape_of(model)
        self._node = node
        self._fields = fields

    def problems(self, details: Sequence[ErrorDetails]) -> Iterator[Problem]:
        """All of them but those which follow from another, or are said of another file."""
        paths = [tuple(step for step in detail["loc"] if step not in {"[key]", ""}) for detail in details]
        unknown = [
            self._unknown_field(p) for d, p in zip(details, paths, strict=True) if d["type"] == "extra_forbidden"
        ]
        meant = {problem.values.get("suggestion") for problem in unknown}
        yield from unknown
        for detail, path in zip(details, paths, strict=True):
            kind = detail["type"]
            elsewhere = path[0] not in self._fields if path else not kind.startswith("block")
            follows = _has_more(paths, path) if kind == "too_short" else kind == "missing" and path[-1] in meant
            if not (elsewhere or follows or kind == "extra_forbidden"):
                yield self._problem(detail, path)

    def _problem(self, detail: ErrorDetails, path: Path) -> Problem:
        context: Mapping[str, Any] = detail.get("ctx") or {}
        code = self._needed(path) if detail["type"] == "missing" else _code(detail["type"], context)
        written = _written(detail["input"])
        field = next((str(step) for step in reversed(path) if isinstance(step, str)), "")
        if code == "block-mode":
            field = "overrides" if "mode" in self._node.keys else "mode"
        values: dict[str, object] = {"field": field, "written": shortened(written), "detail": detail["msg"]}
        if code == "bad-choice":
            choices = re.findall(r"'([^']*)'", str(context["expected"]))
            values |= {"choices": ", ".join(choices)}
            fixed = closest(written, choices) or "…"
        else:
            fixed = self._shape.example(path[:-1]) if _is_key(detail) else self._fixed(code, path, written)
        if code in _TOLD_BY_THE_MODEL:
            values |= context
            fixed = str(context["nearest"])
        alone = _is_key(detail) or (path and isinstance(path[-1], int))
        values |= {"limits": self._shape.limits(path), "most": context.get("max_length", "")}
        values |= {"value": fixed, "fixed": fixed if alone else f"{field}: {fixed}"}
        return Problem(code, self._place(detail, path), values)

    def _needed(self, path: Path) -> str:
        """The problem of a field that is not there; some say why they are needed."""
        field = self._model.model_fields.get(str(path[0])) if len(path) == 1 else None
        return next((m.code for m in field.metadata if isinstance(m, Needed)), _MISSING) if field else _MISSING

    def _place(self, detail: ErrorDetails, path: Path) -> Place:
        if detail["type"] == "block_mode":
            return key_place(self._node, ("mode" if "mode" in self._node.keys else "overrides",))
        if detail["type"] == "missing" or _is_key(detail):
            return key_place(self._node, path)
        return place_of(self._node, path)

    def _fixed(self, code: str, path: Path, written: str) -> str:
        if code == "not-a-text":
            return self._one_text(path)
        if code == "block-mode":
            return "…" if "mode" in self._node.keys else "replace"
        if code == "not-a-list" and written and self._shape.fields((*path, 0)):
            first = next(iter(self._shape.at((*path, 0)).get("required", ("name",))))
            return f"[{{{first}: {as_value(shortened(written))}}}]"
        if code == "not-a-mapping":
            return self._one_mapping(path, written) or self._shape.example(path)
        whole = code == "bad-number" and self._shape.at(path).get("type") == "integer"
        mend = whole_number if whole else MENDED.get(code)
        return (mend(written) if mend else "") or self._shape.example(path)

    def _one_mapping(self, path: Path, written: str) -> str:
        """What was written as one text, in the mapping that it belongs in; empty when nobody can tell."""
        fields = self._shape.fields(path)
        if "latitude" in fields:
            return self._position(path)
        if "telephone" in fields:
            reached = way_to_reach(shortened(written))
            return f"{{{': '.join(reached)}}}" if reached else ""
        is_named = written and self._shape.at(path).get("required") == ["name"]
        return f"{{name: {in_braces(shortened(written))}}}" if is_named else ""

    def _one_text(self, path: Path) -> str:
        """What was written as a list or a mapping, as one text."""
        node = node_at(self._node, path)
        items = node.items if isinstance(node, ListNode) else ()
        texts = [item.text for item in items if isinstance(item, Scalar) and item.text]
        if isinstance(node, MapNode) and len(node.values) == 1:
            (value,) = node.values.values()
            texts = [value.text] if isinstance(value, Scalar) and value.text else []
        return quoted(shortened(", ".join(texts) or "…"))

    def _position(self, path: Path) -> str:
        """Two numbers that were written as a list or as a text."""
        node = node_at(self._node, path)
        texts = (
            [item.text or "" for item in node.items if isinstance(item, Scalar)] if isinstance(node, ListNode) else []
        )
        numbers = [a_number(text) for text in texts or re.split(r"[,;]? +", _text_of(node))]
        return f"{{latitude: {numbers[0]}, longitude: {numbers[1]}}}" if len(numbers) == 2 and all(numbers) else ""

    def _unknown_field(self, path: Path) -> Problem:
        name = str(path[-1])
        place = key_place(self._node, path)
        above = node_at(self._node, path[:-1])
        here = frozenset(above.values) if isinstance(above, MapNode) else frozenset[str]()
        fields = self._fields if len(path) == 1 else self._shape.fields(path[:-1])
        value = node_at(self._node, path)
        suggestion = closest(name, fields - here)
        misplaced = len(path) > 1 and name in self._fields - frozenset(self._node.values)
        if misplaced:
            values = {"field": name, "parent": str(path[0]), "fixed": _pair(name, value)}
            return Problem("misplaced-field", place, values)
        if suggestion:
            values = {"field": shortened(name), "suggestion": suggestion, "fixed": _pair(suggestion, value)}
            return Problem("unknown-field", place, values)
        return Problem("unexpected-field", place, {"field": shortened(name), "known": ", ".join(sorted(fields))})


def _is_key(detail: ErrorDetails) -> bool:
    """Whether it is the name of a value that is wrong, not the value."""
    return detail["loc"][-1:] == ("[key]",)


def _has_more(paths: Iterable[Path], path: Path) -> bool:
    """Whether something is wrong inside ``path`` too: an item that is no record counts as missing."""
    return any(len(other) > len(path) and tuple(other[: len(path)]) == tuple(path) for other in paths)


def _code(kind: str, context: Mapping[str, Any]) -> str:
    if kind == "string_pattern_mismatch":
        pattern = str(context.get("pattern", ""))
        return next((code for piece, code in PATTERNS.items() if piece in pattern), "bad-value")
    return CODES.get(kind, "bad-value")


def _text_of(node: Node | None) -> str:
    return (node.text or "") if isinstance(node, Scalar) else ""


def _written(value: object) -> str:
    return value if isinstance(value, str) else ""


def _pair(key: str, node: Node | None) -> str:
    """``key: value`` on one line where the value is one text or a list of texts; the key alone elsewhere."""
    if isinstance(node, Scalar):
        text = shortened(node.text or "…")
        return f"{key}: {quoted(text) if node.quoted else as_value(text)}"
    if isinstance(node, ListNode) and all(isinstance(item, Scalar) for item in node.items):
        texts = [as_value(shortened(item.text or "")) for item in node.items if isinstance(item, Scalar)]
        return f"{key}: [{', '.join(texts)}]"
    return f"{key}:"
