"""The files of others that the form is made of: in the folder ``vendor``, as they were when they were reviewed."""

import json
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

from site_builder.engine import engine_folder
from site_builder.host import ThemeFault, plain_file

FOLDER = "form-editor"
_RECORD = Path(__file__).with_name("vendored.json")
"""Versions and SHA-256, written by scripts/renew_form_editor.py."""


def record() -> Mapping[str, Any]:
    """What the folder must hold: ``versions`` by package, ``sha256`` by file."""
    return dict(json.loads(_RECORD.read_text(encoding="utf-8")))


def vendored_files() -> Iterator[tuple[str, bytes]]:
    """Name and contents of each. Raises ThemeFault: a file is missing, or is not the one that was reviewed."""
    folder = engine_folder("vendor")
    for name, expected in record()["sha256"].items():
        file = plain_file(folder, f"{FOLDER}/{name}")
        data = file.read_bytes() if file else b""
        if sha256(data).hexdigest() != expected:
            raise ThemeFault(f"vendor/{FOLDER}/{name}: not the file that was reviewed")
        yield name, data
