"""What the form is made of is what was reviewed, and all of it is there without network."""

import shutil
from pathlib import Path

import pytest

from site_builder.engine import engine_folder
from site_builder.host import ThemeFault
from site_builder.outputs.admin import vendored
from site_builder.outputs.admin.vendored import FOLDER, record, vendored_files

MOST = 2_500_000
"""Bytes that a clone of the engine, and each portal with a form, carries for it."""


def test_every_file_is_the_one_that_was_reviewed() -> None:
    files = dict(vendored_files())
    assert set(files) == {
        *("sveltia-cms.js", "fr.json", "js-yaml.js", "icons.woff2"),
        *("LICENSE-sveltia-cms.txt", "LICENSE-js-yaml.txt", "LICENSE-icons.txt"),
    }
    assert sum(map(len, files.values())) < MOST
    assert record()["versions"]["@sveltia/cms"] in files["sveltia-cms.js"].decode()


def test_nothing_else_stands_there() -> None:
    files = {path.name for path in (engine_folder("vendor") / FOLDER).iterdir()}
    assert files == {*record()["sha256"], "README.md"}


def test_a_file_that_was_changed_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(engine_folder("vendor"), tmp_path / "vendor")
    changed = tmp_path / "vendor" / FOLDER / "js-yaml.js"
    changed.write_bytes(changed.read_bytes() + b"\n")
    monkeypatch.setattr(vendored, "engine_folder", lambda name: tmp_path / name)
    with pytest.raises(ThemeFault, match=r"^vendor/form-editor/js-yaml\.js: not the file that was reviewed$"):
        list(vendored_files())
