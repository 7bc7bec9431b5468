"""``portail schemas``: what a portal's own settings keep, and what the engine's files replace."""

import json
from pathlib import Path
from typing import Any

import pytest

from site_builder.cli.main import main
from tests.conftest import REPOSITORY

THEIRS = REPOSITORY / "starter" / ".vscode"


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def mapped(folder: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((folder / ".vscode/settings.json").read_text(encoding="utf-8"))["yaml.schemas"]
    return found


def test_a_portal_without_any_gets_all(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schemas", "--root", str(tmp_path), "--lang", "fr"]) == 0
    assert files(tmp_path / ".vscode") == files(THEIRS)
    assert capsys.readouterr().out == (
        f"Écrit dans {tmp_path / '.vscode'}\u00a0: VS Code complète et explique les fichiers de data/ et de media/.\n"
        "Dans une autre langue\u00a0: --lang en\n"
    )


def test_the_language_is_chosen(tmp_path: Path) -> None:
    for lang, other in (("en", "fr"), ("fr", "en")):
        assert main(["schemas", "--root", str(tmp_path), "--lang", lang]) == 0
        assert mapped(tmp_path)[f"./.vscode/schemas/{lang}/portal.json"] == "data/portal.yml"
        assert [name for name in mapped(tmp_path) if f"/{other}/" in name] == []


def test_a_new_portal_is_explained_in_the_language_of_who_writes_it(tmp_path: Path) -> None:
    assert main(["init", str(tmp_path / "portal"), "--lang", "en"]) == 0
    assert {name.split("/")[3] for name in mapped(tmp_path / "portal")} == {"en"}


def test_a_newer_engine_replaces_what_is_its_own_and_nothing_else(tmp_path: Path) -> None:
    folder = tmp_path / ".vscode"
    (folder / "schemas/fr").mkdir(parents=True)
    (folder / "schemas/fr/former.json").write_text("{}", encoding="utf-8")
    (folder / "portail.code-snippets").write_text("{}", encoding="utf-8")
    (folder / "tasks.json").write_text('{"tasks": []}', encoding="utf-8")
    own = {"editor.fontSize": 18, "yaml.schemas": {"./.vscode/schemas/fr/former.json": "a.yml", "./own.json": "b.yml"}}
    (folder / "settings.json").write_text(json.dumps(own), encoding="utf-8")
    assert main(["schemas", "--root", str(tmp_path), "--lang", "fr"]) == 0
    written = files(folder)
    assert written.keys() == files(THEIRS).keys()
    assert written["portail.code-snippets"] == (THEIRS / "portail.code-snippets").read_bytes()
    assert written["tasks.json"] == b'{"tasks": []}'
    theirs = json.loads((THEIRS / "settings.json").read_text(encoding="utf-8"))["yaml.schemas"]
    settings = json.loads(written["settings.json"])
    assert settings == {"editor.fontSize": 18, "yaml.schemas": {"./own.json": "b.yml", **theirs}}


@pytest.mark.parametrize("text", ["{\n  // mine\n}\n", "[]", '{"yaml.schemas": []}'])
def test_settings_that_cannot_be_read_stay(text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / ".vscode"
    folder.mkdir()
    (folder / "settings.json").write_text(text, encoding="utf-8")
    assert main(["schemas", "--root", str(tmp_path), "--lang", "en"]) == 1
    assert (folder / "settings.json").read_text(encoding="utf-8") == text
    assert (folder / "schemas/en/portal.json").exists()
    assert capsys.readouterr().err == (
        f"{folder / 'settings.json'} could not be read as JSON without comments: it has not changed.\n"
        f"→ Copy into it the lines “yaml.schemas” of {THEIRS / 'settings.json'}\n"
    )
