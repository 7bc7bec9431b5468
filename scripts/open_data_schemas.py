"""JSON Schemas (2020-12) of the open data, made of the shapes of its files and of the models of the content types."""

from collections.abc import Mapping
from types import UnionType
from typing import Any, Literal, NotRequired, Union, get_args, get_origin, get_type_hints, is_typeddict

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from site_builder.model.entry import Content
from site_builder.model.registry import CONTENT_TYPES, ContentType
from site_builder.model.values import Localized
from site_builder.outputs.open_data import shapes
from site_builder.outputs.open_data.entries import published_fields, published_texts
from site_builder.outputs.open_data.living import MAY_TELL

Schema = dict[str, Any]
DRAFT = "https://json-schema.org/draft/2020-12/schema"
PLAIN = {str: "string", int: "integer", float: "number", bool: "boolean"}
PROMISED = ("type", "format", "enum", "required")
"""Words of pydantic's schemas that say something to whoever reads; the others are for editors."""
FILES: Mapping[str, type] = {
    "alerts": shapes.AlertsFile,
    "emergency-numbers": shapes.EmergencyNumbersFile,
    "index": shapes.Index,
    "sectors": shapes.SectorsFile,
    "terms": shapes.TermsFile,
    "vocabulary": shapes.Vocabulary,
    "wording": shapes.WordingFile,
    "territory": shapes.TerritoryFile,
    "territories": shapes.TerritoriesFile,
    "contacts": shapes.ContactsFile,
    "organisations": shapes.OrganisationsFile,
    "places": shapes.Places,
    "services": shapes.ServicesFile,
}
"""By the names of their schemas; those of entries come from the registry of content types."""


class AsPublished(GenerateJsonSchema):
    """Pydantic's schemas, of values as the open data has them: what is not known is left out, labels have languages."""

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        if issubclass(schema["cls"], Localized):
            return {"type": "object", "additionalProperties": {"type": "string"}}
        found = super().model_schema(schema)
        return {name: found[name] for name in ("type", "properties", "required") if name in found}


def open_data_schemas() -> dict[str, Schema]:
    """Every schema by its name."""
    made = {name: of_shape(shape) for name, shape in FILES.items()}
    for content_type in CONTENT_TYPES:
        entry = _entry(content_type)
        many = {"type": "array", "items": entry}
        made[content_type.collection] = _file(content_type.collection, many, "Every published entry of a content type.")
        if content_type.paged:
            made[content_type.kind] = _file("entry", entry, "One entry.")
    return {name: {"$schema": DRAFT, **schema} for name, schema in sorted(made.items())}


def of_shape(shape: Any) -> Schema:
    """The schema of a shape: nothing refers to anything else, so that each can be read by itself."""
    origin = get_origin(shape)
    if shape is Any:
        return {}
    if is_typeddict(shape):
        return _of_fields(shape)
    if origin is list:
        return {"type": "array", "items": of_shape(get_args(shape)[0])}
    if origin is dict:
        value = of_shape(get_args(shape)[1])
        return {"type": "object", **({"additionalProperties": value} if value else {})}
    if origin in {Union, UnionType}:
        return {"anyOf": [of_shape(each) for each in get_args(shape)]}
    return {"enum": list(get_args(shape))} if origin is Literal else {"type": PLAIN[shape]}


def _of_fields(shape: Any) -> Schema:
    hints = get_type_hints(shape, include_extras=True)
    bare = {name: get_args(hint)[0] if get_origin(hint) is NotRequired else hint for name, hint in hints.items()}
    return {
        "type": "object",
        "description": plain(shape.__doc__ or ""),
        "properties": {name: of_shape(hint) for name, hint in bare.items()},
        "required": [name for name in bare if name in shape.__required_keys__],
    }


def _file(member: str, value: Schema, description: str) -> Schema:
    head = of_shape(shapes.Header)
    return {
        **head,
        "description": description,
        "properties": {**head["properties"], member: value},
        "required": [*head["required"], member],
    }


def _entry(content_type: ContentType) -> Schema:
    """An entry: what is said once of it, then its texts by language."""
    model = content_type.model
    whole = model.model_json_schema(schema_generator=AsPublished, mode="serialization")
    fields = {name: _inline(whole["properties"][name], whole.get("$defs", {})) for name in whole["properties"]}
    once = [name for name in fields if name in published_fields(model) - model.translated_fields()]
    needed = [] if content_type.kind in MAY_TELL else [name for name in once if model.model_fields[name].is_required()]
    properties = {
        "type": {"enum": [content_type.kind]},
        "id": {"type": "string"},
        **{name: fields[name] for name in once},
        "image": of_shape(shapes.Image),
        **({"living": LIVING} if content_type.kind in MAY_TELL else {}),
        "texts": {"type": "object", "additionalProperties": _text(model, fields)},
        **({"permanent": PERMANENT} if content_type.paged else {}),
    }
    return {
        "type": "object",
        "properties": properties,
        "required": ["type", "id", *needed, "texts"],
    }


LIVING: Schema = {"type": "boolean", "description": "Of a living person: only where the entry is read is published."}


PERMANENT: Schema = {"type": "string", "description": "An address that never changes, and leads to where it is read."}


def _text(model: type[Content], fields: Mapping[str, Schema]) -> Schema:
    html = {"html": {"type": "string", "description": "The text, as HTML without pictures."}}
    if "see" in model.model_fields:
        html["see_html"] = {"type": "string", "description": "What to go and see, as HTML."}
    url = {"url": {"type": "string", "description": "Where it is read."}}
    said = {name: fields[name] for name in fields if name in published_texts(model)}
    return {"type": "object", "properties": {**said, **html, **url}}


def _inline(schema: Mapping[str, Any], definitions: Mapping[str, Schema]) -> Schema:
    """With each definition in the place of its reference, and only what is promised: of which type a value is."""
    name = str(schema.get("$ref", "")).rpartition("/")[2]
    found = definitions[name] if name else schema
    kept: Schema = {word: found[word] for word in PROMISED if word in found}
    if isinstance(kept.get("type"), list):  # as editors may write it
        kept["type"] = "string"
    for word in ("items", "additionalProperties"):
        if isinstance(found.get(word), Mapping):
            kept[word] = _inline(found[word], definitions)
    if "properties" in found:
        kept["properties"] = {field: _inline(each, definitions) for field, each in found["properties"].items()}
    return kept


def plain(text: str) -> str:
    """Words of a docstring, on one line and without marks."""
    return " ".join(text.replace("``", "").split())
