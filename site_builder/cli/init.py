"""``portail init``: a small portal of one's own to begin with."""

import argparse
import json
import shutil
import sys
from importlib.metadata import Distribution, distribution
from pathlib import Path

from site_builder.cli.commands import command
from site_builder.cli.schemas import FOLDER as EDITOR
from site_builder.cli.schemas import explain_in
from site_builder.cli.words import say
from site_builder.engine import engine_folder

ENGINE_FILE = "engine.txt"


def init(options: argparse.Namespace) -> int:
    """Copy the starter files into a new or empty folder. Exit code 1 when the folder holds something."""
    folder = options.folder
    if folder.exists() and any(folder.iterdir()):
        sys.stderr.write(say(options.lang, "not-empty", folder=folder))
        return 1
    shutil.copytree(
        engine_folder("starter"),
        folder,
        dirs_exist_ok=True,
        ignore=shutil.ignore_patterns("__pycache__", "*.pyc"),
    )
    pin_engine(folder / ENGINE_FILE, distribution("portail"))
    explain_in(folder / EDITOR, options.lang)
    sys.stdout.write(say(options.lang, "written", folder=folder, look=command(options, "serve", folder)))
    return 0


def pin_engine(file: Path, engine: Distribution) -> None:
    """Write into ``file`` which engine made the portal, so that every later build has the same."""
    unknown = f"git+https://github.com/OWNER/REPOSITORY@v{engine.version}"
    text = file.read_text(encoding="utf-8").replace("VERSION", engine.version)
    file.write_text(text.replace(unknown, noted_commit(engine) or unknown), encoding="utf-8")


def noted_commit(engine: Distribution) -> str | None:
    """The repository and commit that pip notes when it installs from one (PEP 610); None for a folder or a wheel."""
    origin = json.loads(engine.read_text("direct_url.json") or "{}")
    noted = origin.get("vcs_info", {})
    return f"git+{origin['url']}@{noted['commit_id']}" if noted.get("vcs") == "git" else None
