"""``portail init``: a small portal of one's own to begin with."""

import argparse
import shutil
import sys

from site_builder.cli.commands import command
from site_builder.cli.words import say
from site_builder.engine import engine_folder


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
    sys.stdout.write(say(options.lang, "written", folder=folder, look=command("serve", folder)))
    return 0
