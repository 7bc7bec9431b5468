"""The open data as tools read them described (OpenAPI 3.1): every file is an operation, which takes an id at most."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from site_builder.output import Output
from site_builder.outputs.open_data.catalogue import CATALOGUE
from site_builder.outputs.open_data.files import JSON, JSON_LD, JSON_SCHEMA, DataFile
from site_builder.outputs.open_data.header import licence_of, recorder
from site_builder.plan.files import OPEN_DATA_FOLDER, open_data_file
from site_builder.plan.pages import OPEN_DATA
from site_builder.render.scene import Scene

DESCRIPTION = "openapi.json"
DESCRIBING = {CATALOGUE: JSON_LD, "schemas/{name}.json": JSON_SCHEMA}
"""Files that say what the others are, with their media types."""


def openapi(scene: Scene, files: Iterable[DataFile], each: Mapping[str, str]) -> Output:
    """``each``: by paths with a part in braces, the schemas of files of which there are many."""
    reference, licence = scene.portal.reference_lang, licence_of(scene)
    page = scene.page(OPEN_DATA, reference)
    name = recorder(scene).label(scene.portal.settings.name).get(reference, "")
    said = {
        "openapi": "3.1.0",
        "info": {
            "title": f"{page.title} – {name}" if page else name,
            "version": "1",
            "license": {"name": licence.name, **({"url": licence.url} if licence.url else {})},
            **({"description": page.description} if page else {}),
        },
        **({"externalDocs": {"url": scene.links.absolute(page.path)}} if page and scene.links.origin else {}),
        "servers": [{"url": scene.links.absolute(OPEN_DATA_FOLDER)}],
        "paths": {
            **{f"/{file.name}": _operation(file.name, file.media_type, file.schema) for file in files},
            **{f"/{path}": _operation(path, JSON, schema) for path, schema in each.items()},
            **{f"/{path}": _operation(path, media_type, None) for path, media_type in DESCRIBING.items()},
        },
    }
    return Output(open_data_file(DESCRIPTION), f"{json.dumps(said, ensure_ascii=False, indent=1)}\n".encode())


def _operation(path: str, media_type: str, schema: str | None) -> dict[str, Any]:
    """Reading the file at ``path``; a part of it in braces is a parameter."""
    content = {"schema": {"$ref": f"schemas/{schema}.json"}} if schema else {}
    answers = {"200": {"description": path, "content": {media_type: content}}}
    read = {"operationId": path.replace("/", ".").replace("{", "").replace("}", ""), "responses": answers}
    name = path.partition("{")[2].partition("}")[0]
    if not name:
        return {"get": read}
    parameter = {"name": name, "in": "path", "required": True, "schema": {"type": "string"}}
    missing = {"404": {"description": "Not found"}}
    return {"parameters": [parameter], "get": {**read, "responses": {**answers, **missing}}}
