"""``portail init``: a small portal of one's own to begin with."""

import argparse
import shutil
import sys

from site_builder.engine import engine_folder

SAID = {
    "fr": "Le dossier {folder} n’est pas vide : rien n’a été écrit.\n",
    "en": "The folder {folder} is not empty: nothing was written.\n",
}
NEXT = {
    "fr": "Portail écrit dans {folder}. Ensuite : {program} serve --root {folder}\n",
    "en": "Portal written in {folder}. Next: {program} serve --root {folder}\n",
}


def init(options: argparse.Namespace) -> int:
    """Copy the starter files into a new or empty folder. Exit code 1 when the folder holds something."""
    folder = options.folder
    if folder.exists() and any(folder.iterdir()):
        sys.stderr.write(SAID[options.lang].format(folder=folder))
        return 1
    shutil.copytree(
        engine_folder("starter"),
        folder,
        dirs_exist_ok=True,
        ignore=shutil.ignore_patterns("__pycache__", "*.pyc"),
    )
    sys.stdout.write(NEXT[options.lang].format(folder=folder, program=sys.argv[0]))
    return 0
