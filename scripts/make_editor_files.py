"""Makes what the text editor VS Code is told about a portal: .vscode/ of the starter files, and of this repository.

The models say what may be written, content-model.yml what it means; see scripts/editor_schemas.py. `portail init`
and `portail schemas` copy these files into a portal. With ``--check`` nothing is written: exit code 1 when a file
differs from what it should be, or should not be there.
"""

import argparse
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from scripts.editor_schemas import schemas
from scripts.make_content_model import Labels, all_labels
from site_builder.model.registry import CONTENT_TYPES, ContentType
from site_builder.model.slugs import slugify
from site_builder.validate.examples import shape_of

FOLDER = Path("starter/.vscode")
HERE = Path(".vscode")
"""Of this repository, which is a portal as well: it has the schemas of the starter files."""
FIRST_LANGUAGE = "fr"
"""Of the explanations, until `portail schemas` is asked for another."""
SINGLE = ("portal", "guide", "glossary", "search", "spelling", "rgaa")
TOLD = r"^(\S.*?):(\d+):(\d+) \[([a-z0-9-]+)\] (.*)$"
"""A problem, as `portail` tells it in a terminal."""
BEGUN = "^(Ce que dit le contrôle|What the check says)"
ENDED = "^(À corriger|To mend|Tout est en ordre|Everything is in order)"
"""Around the problems of `portail serve`, as often as they change."""
OFFERED = ("summary", "territory", "section", "see", "sources")
"""Fields that nobody must write, and that most do."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the files, or compare them with what is written."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--check", action="store_true", help="write nothing; exit code 1 when a file is out of date")
    parser.add_argument("--root", type=Path, default=Path(), help="the repository (default: here)")
    options = parser.parse_args(arguments)
    texts = files(options.root)
    stale = [path for path, text in texts.items() if _written(options.root / path) != text]
    left = [path for path in _schemas_there(options.root) if path not in texts]
    for path in (*stale, *left):
        if not options.check:
            _write(options.root / path, texts.get(path))
        print(f"{path}: {'out of date, run scripts/make_editor_files.py' if options.check else 'written'}")
    return 1 if (stale or left) and options.check else 0


def files(root: Path) -> dict[Path, str]:
    """Path and text of every file that is made."""
    languages = tuple(all_labels(root))
    made = {
        FOLDER / "schemas" / labels.lang / name: as_json(schema)
        for labels in languages
        for name, schema in schemas(labels).items()
    }
    by_language = {each.lang: each for each in languages}
    for folder in (FOLDER, HERE):
        made[folder / "portail.code-snippets"] = as_json(dict(snippets(by_language)))
        made[folder / "settings.json"] = as_json(settings("./starter/" if folder == HERE else "./"))
        made[folder / "extensions.json"] = as_json({"recommendations": ["redhat.vscode-yaml"]})
        made[folder / "tasks.json"] = as_json({"version": "2.0.0", "tasks": tasks()})
    return made


def as_json(value: Any) -> str:
    """As a file has it, for people who look at what has changed."""
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def settings(root: str) -> dict[str, Any]:
    """Which schema is whose. Red Hat's extension reads no front matter (redhat-developer/vscode-yaml#207)."""
    folder = f"{root}.vscode/schemas/{FIRST_LANGUAGE}"
    names = "data/reference/place_names.yml"
    others = ["data/**/*.yml", *(f"!data/{name}.yml" for name in SINGLE), f"!{names}"]
    return {
        "yaml.schemas": {
            **{f"{folder}/{name}.json": f"data/{name}.yml" for name in SINGLE},
            f"{folder}/place_names.json": names,
            f"{folder}/lists.json": others,
            f"{folder}/image.json": "media/**/*.yml",
        },
        "yaml.schemaStore.enable": False,
        "redhat.telemetry.enabled": False,
        "editor.tabCompletion": "onlySnippets",
        "files.eol": "\n",
        "files.insertFinalNewline": True,
        "files.exclude": {".portail": True},
        "search.exclude": {"site": True, ".portail": True},
    }


def tasks() -> list[dict[str, Any]]:
    """What the editor runs for whoever asks (Terminal, Run Task), and how it reads the problems that are told."""
    told = {
        "owner": "portail",
        "source": "portail",
        "fileLocation": ["relative", "${workspaceFolder}"],
        "severity": "warning",
        "pattern": {"regexp": TOLD, "file": 1, "line": 2, "column": 3, "code": 4, "message": 5},
    }
    while_serving = {**told, "background": {"activeOnStart": True, "beginsPattern": BEGUN, "endsPattern": ENDED}}
    run = {"type": "shell", "problemMatcher": told, "presentation": {"reveal": "always", "panel": "dedicated"}}
    return [
        {"label": "portail check", "group": {"kind": "build", "isDefault": True}, **run, **_command("check")},
        {"label": "portail serve", **run, **_command("serve"), "isBackground": True, "problemMatcher": while_serving},
    ]


def _command(name: str) -> dict[str, Any]:
    return {
        "command": f".venv/bin/portail {name}",
        "windows": {"command": f".venv\\Scripts\\portail {name}"},
    }


def snippets(labels: Mapping[str, Labels]) -> Iterator[tuple[str, Any]]:
    """A new entry of each type, by its names in all languages; and a translation."""
    for content_type in CONTENT_TYPES:
        names = [labels[lang].words.records[content_type.model.__name__] for lang in sorted(labels, reverse=True)]
        yield (
            " / ".join(names),
            {
                "scope": "markdown",
                "prefix": list(dict.fromkeys((content_type.kind, *map(slugify, names)))),
                "description": f"content/{content_type.folder}/",
                "body": ["---", *_fields(content_type), "---", "", "$0"],
            },
        )


def _fields(content_type: ContentType) -> Iterator[str]:
    """Those that must be written, and those that most entries have; an id is the file's name until it is changed."""
    shape = shape_of(content_type.model)
    required = shape.at(()).get("required", ())
    offered = OFFERED if content_type.paged else OFFERED[1:]
    names = [*required, *(name for name in offered if name in shape.fields(()) and name not in required)]
    for number, name in enumerate(names, start=1):
        choices = shape.at((name,)).get("enum")
        if name == "id":
            yield f"id: ${{{number}:$TM_FILENAME_BASE}}"
        elif choices:
            yield f"{name}: ${{{number}|{','.join(choices)}|}}"
        elif shape.at((name,)).get("type") == "string":
            yield f'{name}: "${{{number}:…}}"'
        else:
            example = shape.example((name,)).replace("}", r"\}")
            yield f"{name}: ${{{number}:{example}}}"


def _schemas_there(root: Path) -> list[Path]:
    return sorted(path.relative_to(root) for path in (root / FOLDER / "schemas").rglob("*.json"))


def _written(file: Path) -> str | None:
    return file.read_text(encoding="utf-8") if file.is_file() else None


def _write(file: Path, text: str | None) -> None:
    """The file, or no file where it has no text."""
    if text is None:
        file.unlink()
        return
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
