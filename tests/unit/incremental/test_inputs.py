"""Whatever a site is made from changes its fingerprint; nothing else does."""

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from site_builder.incremental.inputs import Inputs, inputs_of

HOST = "site_url: !ENV [SITE_URL, 'https://portail.example/']\n"


@pytest.fixture
def portal(tmp_path: Path) -> Path:
    root = tmp_path / "portal"
    (root / "content/pages").mkdir(parents=True)
    (root / "content/pages/legal.md").write_text("---\nid: legal\n---\n", encoding="utf-8")
    (root / "data").mkdir()
    (root / "data/portal.yml").write_text("name: here\n", encoding="utf-8")
    (root / "mkdocs.yml").write_text(HOST, encoding="utf-8")
    return root


def write(path: str, text: str) -> Callable[[Path], object]:
    def change(root: Path) -> None:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")

    return change


@pytest.mark.parametrize(
    "change",
    [
        write("content/pages/legal.md", "---\nid: other\n---\n"),
        write("content/pages/new.md", ""),
        write("data/portal.yml", "name: there\n"),
        write("media/dune.jpg", "what an image holds"),
        write("theme/main.html", "{% extends 'base.html' %}"),
        write("mkdocs.yml", "site_name: here\n"),
        lambda root: (root / "data/portal.yml").unlink(),
        lambda root: (root / "data/portal.yml").rename(root / "data/other.yml"),
        lambda root: (root / "data/link.yml").symlink_to("portal.yml"),
    ],
)
def test_what_the_portal_holds_is_seen_by_its_contents(portal: Path, change: Callable[[Path], object]) -> None:
    before = inputs_of(portal, {})
    change(portal)
    assert inputs_of(portal, {}).fingerprint != before.fingerprint


@pytest.mark.parametrize(
    "change",
    [
        lambda root: os.utime(root / "data/portal.yml", (0, 0)),
        write("site/index.html", "what was made"),
        write("notes.txt", "nobody reads it"),
        write("theme/__pycache__/hook.pyc", "what Python keeps"),
    ],
)
def test_dates_and_what_nothing_is_made_from_change_nothing(portal: Path, change: Callable[[Path], object]) -> None:
    before = inputs_of(portal, {})
    change(portal)
    assert inputs_of(portal, {}) == before


def test_a_portal_is_the_same_wherever_it_stands(portal: Path, tmp_path: Path) -> None:
    before = inputs_of(portal, {})
    assert inputs_of(portal.rename(tmp_path / "elsewhere"), {}).fingerprint == before.fingerprint


def test_only_the_variables_that_the_hosts_file_names_count(portal: Path) -> None:
    alone, named = inputs_of(portal, {}), inputs_of(portal, {"SITE_URL": "https://dax.example/"})
    assert named.host != alone.host
    assert named.fingerprint != alone.fingerprint
    assert inputs_of(portal, {"HOME": "/root"}) == alone


def test_the_host_is_asked_again_when_its_file_changes_and_not_for_the_content(portal: Path) -> None:
    before = inputs_of(portal, {})
    write("content/pages/legal.md", "other")(portal)
    assert inputs_of(portal, {}).host == before.host
    write("mkdocs.yml", f"{HOST}site_dir: public\n")(portal)
    assert inputs_of(portal, {}).host != before.host


def test_a_commit_counts(portal: Path) -> None:
    def git(*arguments: str) -> None:
        who = ("-c", "user.name=A", "-c", "user.email=a@portail.example")
        subprocess.run(["git", *who, *arguments], cwd=portal, check=True, capture_output=True)

    def history() -> str:
        return inputs_of(portal, {}).history

    git("init", "-q")
    assert history() == ""
    git("commit", "-q", "--allow-empty", "-m", "first")
    first = history()
    git("commit", "-q", "--allow-empty", "-m", "second")
    assert (first[:6], history()[:6]) == ("false\n", "false\n")
    assert history() != first


@pytest.mark.parametrize("name", ["engine", "libraries", "environment", "history"])
def test_each_other_part_counts(name: str) -> None:
    parts = {"engine": "a", "libraries": "b", "environment": "c", "history": "d"}
    one, other = (Inputs(portal={"data/portal.yml": "0"}, **each) for each in (parts, {**parts, name: "other"}))
    assert one.fingerprint != other.fingerprint


def test_the_engine_and_the_libraries_are_the_installed_ones(portal: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = inputs_of(portal, {})
    packages = portal.parent / "packages"
    (packages / "portail_extra-1.0.dist-info").mkdir(parents=True)
    monkeypatch.syspath_prepend(str(packages))
    second = inputs_of(portal, {})
    assert (second.engine, second.libraries == first.libraries) == (first.engine, False)
