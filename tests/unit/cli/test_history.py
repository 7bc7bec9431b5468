"""The history of a block, read from Git: what it said when its edition was the one that was confirmed."""

import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

from site_builder.cli.history import Silent, wording_of
from site_builder.model.block import Part, edition_of

PATH = "content/welcome/core.md"
FIRST = {Part.TITLE: "Trier", Part.TEXT: "Avant le mardi.\n", Part.SEE: "Voyez le compost."}
SECOND = {**FIRST, Part.TEXT: "Avant le jeudi.\n"}
THIRD = {**SECOND, Part.TITLE: "Bien trier"}


def edition(said: Mapping[Part, str]) -> str:
    return edition_of(said[Part.TITLE], said[Part.TEXT], said[Part.SEE])


def file_of(said: Mapping[Part, str]) -> str:
    return f'---\nid: core\ntitle: "{said[Part.TITLE]}"\nsee: "{said[Part.SEE]}"\n---\n{said[Part.TEXT]}'


def git(folder: Path, *arguments: str, committed: str = "") -> None:
    """``committed``: the moment of a commit, where that matters."""
    own = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    names = {f"GIT_{who}_{what}": "a@b.example" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    nothing = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    if committed:
        nothing["GIT_COMMITTER_DATE"] = committed
    subprocess.run(["git", *arguments], cwd=folder, check=True, capture_output=True, env=own | names | nothing)


def commit(folder: Path, text: str | bytes) -> None:
    file = folder / PATH
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    git(folder, "add", "--all")
    git(folder, "commit", "--message", "a version")


@pytest.fixture
def portal(tmp_path: Path) -> Path:
    """A portal in a folder of a repository, its block committed three times; in between it could not be read."""
    git(tmp_path, "init", "--initial-branch", "main")
    folder = tmp_path / "a portal"
    folder.mkdir()
    for text in (file_of(FIRST), "no front matter", file_of(SECOND).replace("\n", "\r\n"), b"\xff\xfe", file_of(THIRD)):
        commit(folder, text)
    return folder


@pytest.mark.parametrize("said", [FIRST, SECOND, THIRD])
def test_what_a_block_said(said: Mapping[Part, str], portal: Path) -> None:
    assert wording_of(portal, PATH, edition(said)) == said


def test_a_block_without_a_line_to_see(portal: Path) -> None:
    commit(portal, "---\ntitle: Trier\n---\nTriez.\n")
    assert wording_of(portal, PATH, edition_of("Trier", "Triez.", "")) == {
        Part.TITLE: "Trier",
        Part.TEXT: "Triez.\n",
        Part.SEE: "",
    }


@pytest.mark.parametrize("word", ["new", "vc3a272f5", "v0000-0000-0000", "v000000-000000-000000", ""])
def test_an_edition_that_never_was(word: str, portal: Path) -> None:
    assert wording_of(portal, PATH, word) is Silent.NOT_FOUND


@pytest.mark.parametrize("path", ["content/welcome/other.md", "content/*/core.md", ":/", "-h"])
def test_a_file_without_history(path: str, portal: Path) -> None:
    (portal / "content" / "welcome" / "other.md").write_text(file_of(FIRST), encoding="utf-8")
    assert wording_of(portal, path, edition(FIRST)) is Silent.NO_HISTORY


def test_a_repository_without_a_commit(tmp_path: Path) -> None:
    git(tmp_path, "init")
    assert wording_of(tmp_path, PATH, edition(FIRST)) is Silent.NO_HISTORY


def test_no_repository(tmp_path: Path) -> None:
    assert wording_of(tmp_path, PATH, edition(FIRST)) is Silent.NO_HISTORY


def test_no_git(portal: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda program: None)
    assert wording_of(portal, PATH, edition(FIRST)) is Silent.NO_GIT


def test_a_history_that_takes_too_long(portal: Path) -> None:
    assert wording_of(portal, PATH, edition(FIRST), seconds=0) is Silent.TOO_LONG


def test_the_environment_of_a_hook_names_no_other_repository(
    portal: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Git calls its hooks with GIT_DIR set, and what a hook calls would look there."""
    git(tmp_path, "init", "other")
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "other" / ".git"))
    assert wording_of(portal, PATH, edition(FIRST)) == FIRST


def test_nothing_of_the_repository_is_changed_or_run(portal: Path, tmp_path: Path) -> None:
    """A repository's own settings may name programs that Git would start: none is."""
    trap = tmp_path / "trap"
    git(portal, "config", "core.fsmonitor", f"touch {trap}")
    git(portal, "config", "core.pager", f"touch {trap}; cat")
    git(portal, "config", "log.showSignature", "true")
    git(portal, "config", "gpg.program", f"touch {trap}")
    git(portal, "config", "diff.md.textconv", f"touch {trap}; cat")
    (portal / ".gitattributes").write_text("*.md diff=md\n", encoding="utf-8")
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    assert wording_of(portal, PATH, edition(FIRST)) == FIRST
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")} == before
    assert not trap.exists()
