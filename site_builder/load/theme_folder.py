"""The portal's own theme: always the folder theme/, so that templates, words and watched files are of one place."""

import os
from collections.abc import Iterator
from pathlib import Path

from site_builder.host import OWN_THEME, plain_file
from site_builder.load.nodes import Scalar, node_at
from site_builder.load.text import decode
from site_builder.load.yaml_reader import read_yaml
from site_builder.problems import Problem

_CONFIGURATION = "mkdocs.yml"


def other_theme_folder(root: Path) -> Iterator[Problem]:
    """A ``custom_dir`` of another name: nobody would read it. The rest of mkdocs.yml is the host's to judge."""
    file = plain_file(root, _CONFIGURATION)
    if file is None:
        return
    try:
        text, _ = decode(file.read_bytes(), _CONFIGURATION)
    except OSError:  # the host says so
        return
    node, _ = read_yaml(text, _CONFIGURATION)
    named = node_at(node, ("theme", "custom_dir")) if node else None
    if not isinstance(named, Scalar) or not named.text:
        return
    if os.path.normpath(root / named.text) != os.path.normpath(root / OWN_THEME):
        yield Problem("theme-folder", named.place, {"written": named.text})
