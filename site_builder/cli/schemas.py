"""``portail schemas``: what a text editor has to know to complete and explain what is written in a portal.

The engine's own starter files hold it, made from the models (scripts/make_editor_files.py).
"""

import argparse
import json
import shutil
import sys
from pathlib import Path
from typing import Any

from site_builder.cli.words import say
from site_builder.engine import engine_folder

FOLDER = ".vscode"
SETTINGS = "settings.json"
BY_SCHEMA = "yaml.schemas"
"""The setting of Red Hat's extension: the files of each schema."""
OURS = ".vscode/schemas/"


def schemas(options: argparse.Namespace) -> int:
    """Write them into the portal, for the engine that runs and in the language of ``--lang``; settings of others stay.

    Exit code 1 when the settings of the folder cannot be read: the rest is written.
    """
    folder = options.root / FOLDER
    theirs = engine_folder("starter") / FOLDER
    folder.mkdir(exist_ok=True)
    shutil.rmtree(folder / "schemas", ignore_errors=True)
    for file in sorted(theirs.iterdir()):
        if file.is_dir():
            shutil.copytree(file, folder / file.name)
        elif file.suffix == ".code-snippets" or not (folder / file.name).exists():
            shutil.copyfile(file, folder / file.name)
    if not explain_in(folder, options.lang):
        sys.stderr.write(say(options.lang, "settings-unread", file=folder / SETTINGS, ours=theirs / SETTINGS))
        return 1
    sys.stdout.write(say(options.lang, "schemas-written", folder=folder))
    return 0


def explain_in(folder: Path, lang: str) -> bool:
    """Say in its settings that files have the engine's schemas, of that language; whether they could be read."""
    file = folder / SETTINGS
    try:
        settings = json.loads(file.read_text(encoding="utf-8"))
        kept = {name: files for name, files in settings.get(BY_SCHEMA, {}).items() if OURS not in name}
    except (ValueError, AttributeError):  # VS Code also takes comments, and a list is nothing to add to
        return False
    written = {**settings, BY_SCHEMA: {**kept, **_in_language(lang)}}
    if written != settings:
        file.write_text(json.dumps(written, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return True


def _in_language(lang: str) -> dict[str, Any]:
    text = (engine_folder("starter") / FOLDER / SETTINGS).read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(text)[BY_SCHEMA]
    return {f"./{OURS}{lang}/{name.rpartition('/')[2]}": files for name, files in found.items()}
