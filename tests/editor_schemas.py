"""Files of a portal, as an editor's extension reads them (YAML 1.2) and judges them by starter/.vscode/schemas."""

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from jsonschema import Draft7Validator  # type: ignore[import-untyped]

from site_builder.model.registry import CONTENT_TYPES
from tests.conftest import REPOSITORY

VSCODE = REPOSITORY / "starter" / ".vscode"
SETTINGS = json.loads((VSCODE / "settings.json").read_text(encoding="utf-8"))
FRONT = re.compile(r"\s*---\n(.*?\n)---\n", re.DOTALL)
FOLDERS = {content_type.folder: content_type.kind for content_type in CONTENT_TYPES}


class Yaml12(yaml.CSafeLoader):
    """Text, but for what the core schema of YAML 1.2 (§10.3.2) reads otherwise: no dates, no ``yes`` and ``no``."""


Yaml12.yaml_implicit_resolvers = {}

for tag, pattern, first in (
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+0123456789."),
):
    Yaml12.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(rf"(?:{pattern})\Z"), list(first))


def as_read(path: str, text: str) -> Any:
    """The values of a YAML file, or of the front matter of a Markdown file. Raises yaml.YAMLError, ValueError."""
    if path.endswith(".md"):
        front = FRONT.match(text)
        if front is None:
            raise ValueError(path)
        text = front[1]
    return yaml.load(text, Loader=Yaml12)  # noqa: S506 - a safe loader


def schema_names(path: str) -> list[str]:
    """The schemas of a file: those that settings.json gives to YAML; for Markdown, that of its type."""
    if path.endswith(".md"):
        kind, translated = FOLDERS.get(path.split("/")[1]), re.search(r"\.[a-z]{2}\.md$", path)
        return [f"content/{kind}{'.translation' if translated else ''}.json"] if kind else []
    return [
        schema.removeprefix("./.vscode/schemas/fr/")
        for schema, globs in SETTINGS["yaml.schemas"].items()
        if _matches(path, [globs] if isinstance(globs, str) else globs)
    ]


def _matches(path: str, globs: list[str]) -> bool:
    """As the extension has it (picomatch): one of the globs, and none of those after a ``!``."""
    shown = any(_pattern(each).fullmatch(path) for each in globs if not each.startswith("!"))
    return shown and not any(_pattern(each[1:]).fullmatch(path) for each in globs if each.startswith("!"))


def _pattern(glob: str) -> re.Pattern[str]:
    return re.compile(re.escape(glob).replace(r"\*\*/", "(?:.*/)?").replace(r"\*", "[^/]*"))


@cache
def validator(name: str, lang: str = "fr") -> Draft7Validator:
    return Draft7Validator(json.loads((VSCODE / "schemas" / lang / name).read_text(encoding="utf-8")))


def complaints(path: str, text: str) -> Iterator[str]:
    """What a schema says against a file."""
    value = as_read(path, text)
    for name in schema_names(path):
        for error in validator(name).iter_errors({} if value is None else value):
            yield f"{'.'.join(map(str, error.absolute_path))}: {error.message}"


def portal_files(root: Path) -> Iterator[str]:
    """The files of a portal that schemas speak of."""
    for pattern in ("content/*/**/*.md", "data/**/*.yml", "media/**/*.yml"):
        yield from (path.relative_to(root).as_posix() for path in sorted(root.glob(pattern)))
