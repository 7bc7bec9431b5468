"""Files of the open data, read and judged by the schemas that are published beside them."""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator, FormatChecker  # type: ignore[import-untyped]

from tests.conftest import REPOSITORY

SCHEMAS = REPOSITORY / "site_builder" / "outputs" / "open_data" / "schemas"
READ = (".json", ".geojson")


def closed(schema: Any) -> Any:
    """The same for whoever must know every field: one that the schema does not name is a mistake."""
    if not isinstance(schema, dict):
        return [closed(each) for each in schema] if isinstance(schema, list) else schema
    made = {
        word: {name: closed(field) for name, field in said.items()} if word == "properties" else closed(said)
        for word, said in schema.items()
    }
    return {**made, "additionalProperties": False} if "properties" in made else made


@cache
def judge(name: str) -> Draft202012Validator:
    """Of the files that keep the schema of that name."""
    schema = json.loads((SCHEMAS / f"{name}.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(closed(schema), format_checker=FormatChecker(["date"]))


def mistakes(path: Path) -> Iterator[str]:
    """What a file says otherwise than the schema that it names."""
    said = json.loads(path.read_text(encoding="utf-8"))
    name = said["$schema"].rpartition("/")[2].removesuffix(".json")
    for error in judge(name).iter_errors(said):
        yield f"{path.name} {error.json_path}: {error.message}"


def data_files(api: Path) -> list[Path]:
    """The JSON and GeoJSON files, but for schemas and descriptions."""
    files = (path for path in sorted(api.rglob("*")) if path.suffix in READ)
    others = ("-metadata.json", "openapi.json")
    return [path for path in files if path.parent.name != "schemas" and not path.name.endswith(others)]
