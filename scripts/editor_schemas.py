"""JSON Schemas of what editors write, for the completion and the explanations of their text editor.

The models say what may be written; content-model.yml, beside them, says in each language what it means. A schema
takes what `portail check` takes, and files are read by YAML 1.2: ``40088`` is a number there, and a text to us
(decision 0005). Two things are asked for more strictly, for an editor who types: a key has a value, and a text is not
``true``. What looks at several fields or files at once is left to `portail check`.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any, get_type_hints

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from scripts.make_content_model import FILES, LISTS, Labels, field_type, in_words, nested
from site_builder.model.entry import TRANSLATION_ONLY
from site_builder.model.registry import CONTENT_TYPES
from site_builder.model.terms import Forms
from site_builder.model.territory import PlaceForms
from site_builder.model.values import Frozen, Localized

Schema = dict[str, Any]

DRAFT = "http://json-schema.org/draft-07/schema#"
NOTED = re.compile(r" \[[^\]]*\]\([^)]*\)\.?")
"""A link to a guide for editors: from a schema it would lead nowhere."""
EXPECTED = {"fr": "On attend\u00a0: {type}.", "en": "Expected: {type}."}
"""What an editor is told of a text of another form, in the place of the pattern."""
SHORT_TYPES = {"Localized": "label", "LocalizedSlug": "slugs", "Forms": "forms"}
"""What site_builder/model/content-model.yml calls the definitions that are no records."""
LINKED = re.compile(r"\[([^\]]*)\]\([^)]*\)")


class AsWritten(GenerateJsonSchema):
    """Pydantic's schemas, of values as YAML 1.2 reads them; a field that may be left out is left out, not null."""

    def str_schema(self, schema: core_schema.StringSchema) -> JsonSchemaValue:
        return {**super().str_schema(schema), "type": ["string", "number"]}

    def int_schema(self, schema: core_schema.IntSchema) -> JsonSchemaValue:
        return {**super().int_schema(schema), "type": ["integer", "string"], "pattern": r"^-?\d+$"}

    def float_schema(self, schema: core_schema.FloatSchema) -> JsonSchemaValue:
        return {**super().float_schema(schema), "type": ["number", "string"], "pattern": r"^-?\d+([.]\d+)?$"}

    def bool_schema(self, schema: core_schema.BoolSchema) -> JsonSchemaValue:  # noqa: ARG002 - pydantic gives it
        return {"type": ["boolean", "string"], "pattern": "^(true|false)$"}

    def date_schema(self, schema: core_schema.DateSchema) -> JsonSchemaValue:  # noqa: ARG002 - pydantic gives it
        return {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"}

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        found = super().model_schema(schema)
        if not issubclass(schema["cls"], Localized | Forms):
            return found
        by_language = {key: found[key] for key in ("type", "additionalProperties", "minProperties")}
        return {"title": found["title"], "anyOf": [by_language["additionalProperties"], by_language]}


def schemas(labels: Labels) -> dict[str, Schema]:
    """By the name of its file, below the folder of a language."""
    return dict(_schemas(labels))


def _schemas(labels: Labels) -> Iterator[tuple[str, Schema]]:
    for path, model in FILES:
        name = "image" if path.startswith("media/") else path.removeprefix("data/").removesuffix(".yml")
        yield f"{name}.json", _whole(model, labels)
    yield "lists.json", _lists(labels)
    yield "place_names.json", _place_names(labels)
    for content_type in CONTENT_TYPES:
        model = content_type.model
        whole, translated = _whole(model, labels), _whole(model, labels)
        _keep(whole, frozenset(model.model_fields) - {"body"} - TRANSLATION_ONLY)
        _keep(translated, model.translated_fields() - {"body"})
        yield f"content/{content_type.kind}.json", whole
        yield f"content/{content_type.kind}.translation.json", translated


def _keep(schema: Schema, fields: frozenset[str]) -> None:
    """Of a file that may hold these fields alone."""
    schema["properties"] = {name: field for name, field in schema["properties"].items() if name in fields}
    schema["required"] = [name for name in schema["required"] if name in fields]
    used = _references(schema, schema["definitions"])
    schema["definitions"] = {name: found for name, found in schema["definitions"].items() if name in used}


def _references(schema: Any, definitions: Mapping[str, Schema], *, top: bool = True) -> frozenset[str]:
    """The names of all definitions that a schema leads to."""
    if isinstance(schema, list):
        return frozenset().union(*(_references(each, definitions, top=False) for each in schema))
    if not isinstance(schema, dict):
        return frozenset()
    name = str(schema.get("$ref", "")).rpartition("/")[2]
    inside = [value for key, value in schema.items() if not (top and key == "definitions")]
    found = _references([*inside, definitions[name]] if name else inside, definitions, top=False)
    return found | {name} if name else found


def _whole(model: type[Frozen], labels: Labels) -> Schema:
    """The schema of one record in a file of its own."""
    made = model.model_json_schema(schema_generator=AsWritten, ref_template="#/definitions/{model}")
    definitions = made.pop("$defs", {})
    models = {found.__name__: found for found in nested((model,))}
    for name, definition in definitions.items():
        if "enum" in definition:
            _explain_choices(definition, labels.words.choices[name])
        elif name in models:
            _explain(definition, models[name], labels)
        elif name in SHORT_TYPES:
            definition["title"] = labels.words.types[SHORT_TYPES[name]]
    _explain(made, model, labels)
    return {"$schema": DRAFT, **made, "definitions": definitions}


def _lists(labels: Labels) -> Schema:
    """A file of lists: each key of each may stand in any file."""
    wholes = {key: _whole(model, labels) for key, model in LISTS}
    definitions: Schema = {}
    for whole in wholes.values():
        definitions |= whole.pop("definitions")
        del whole["$schema"]
    lists = {
        key: {"type": ["array", "null"], "items": whole, "description": whole["description"]}
        for key, whole in wholes.items()
    }
    return {
        "$schema": DRAFT,
        "type": "object",
        "additionalProperties": False,
        "properties": lists,
        "definitions": definitions,
    }


def _place_names(labels: Labels) -> Schema:
    whole = _whole(PlaceForms, labels)
    del whole["$schema"]
    definitions = whole.pop("definitions")
    by_language = {"type": "object", "additionalProperties": whole}
    return {"$schema": DRAFT, "type": "object", "additionalProperties": by_language, "definitions": definitions}


def _explain(schema: Schema, model: type[Frozen], labels: Labels) -> None:
    """Put the words of editors in the place of pydantic's, which are those of programmers."""
    hints = get_type_hints(model, include_extras=True)
    schema["title"] = labels.words.records.get(model.__name__, model.__name__)
    schema["description"] = _plain(labels.about(model))
    for name, field in schema["properties"].items():
        if name == "body":
            continue
        field.pop("title", None)
        if field.get("default") in (None, [], "", {}):
            field.pop("default", None)
        meaning = _plain(labels.meaning(model, name))
        written = LINKED.sub(r"\1", in_words(field_type(hints[name]), labels.words))
        field["description"] = meaning if "$ref" in field else f"{meaning} ({written})"
        wanted = meaning if written == labels.words.types["text"] else EXPECTED[labels.lang].format(type=written)
        for each in (field, field.get("items", {})):
            if "pattern" in each:
                each["patternErrorMessage"] = wanted


def _explain_choices(schema: Schema, called: Mapping[str, str]) -> None:
    schema["enumDescriptions"] = [called[choice] for choice in schema["enum"]]
    del schema["description"], schema["title"]


def _plain(text: str) -> str:
    return LINKED.sub(r"\1", NOTED.sub("", text))
