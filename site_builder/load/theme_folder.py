"""The portal's own theme: always the folder theme/, so that templates, words and watched files are of one place."""

import os
from collections.abc import Iterator
from pathlib import Path

from site_builder.host import HOST_FILE, OWN_THEME, plain_file
from site_builder.load.files import FoundFile, read_file
from site_builder.load.nodes import Scalar, node_at
from site_builder.load.text import MOST_BYTES_OF_DATA, decode
from site_builder.load.yaml_reader import read_yaml
from site_builder.problems import Problem


def other_theme_folder(root: Path) -> Iterator[Problem]:
    """A ``custom_dir`` of another name: nobody would read it. The rest of mkdocs.yml is the host's to judge."""
    file = plain_file(root, HOST_FILE)
    data = read_file(FoundFile(file, HOST_FILE), MOST_BYTES_OF_DATA, []) if file else None
    if data is None:  # the host says so
        return
    node, _ = read_yaml(decode(data, HOST_FILE)[0], HOST_FILE)
    named = node_at(node, ("theme", "custom_dir")) if node else None
    if not isinstance(named, Scalar) or not named.text:
        return
    if os.path.normpath(root / named.text) != os.path.normpath(root / OWN_THEME):
        yield Problem("theme-folder", named.place, {"written": named.text})
