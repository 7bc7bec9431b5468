"""One walk through a tree: what is too many goes, what is not as it was written is named."""

import os
from pathlib import Path

import pytest

from site_builder.output import Output
from site_builder.publish.survey import Differences, Survey, differences, lost, remove, without_links
from site_builder.publish.tree import TreeWriter

PATHS = ("index.html", "a/b/old.html", "a/new.html")


def fill(folder: Path) -> None:
    TreeWriter(folder).write_all(Output(path, b"x") for path in PATHS)


def everything(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*")}


def test_links_go_and_what_they_point_to_stays(tmp_path: Path) -> None:
    elsewhere, site = tmp_path / "elsewhere", tmp_path / "site"
    for folder in (elsewhere, site):
        fill(folder)
    (site / "folder").symlink_to(elsewhere)
    (site / "a" / "file").symlink_to(elsewhere / "index.html")
    (site / "a" / "nowhere").symlink_to(elsewhere / "none")
    (site / "empty").mkdir()
    os.mkfifo(site / "pipe")
    without_links(site, {})
    assert everything(elsewhere) == {*PATHS, "a", "a/b"}
    assert everything(site) == {*PATHS, "a", "a/b", "empty"}


def test_a_tree_that_is_not_there(tmp_path: Path) -> None:
    without_links(tmp_path / "site", {})
    remove(tmp_path / "site", ["index.html"])
    assert not differences(tmp_path / "site", {})
    assert list(tmp_path.iterdir()) == []


def test_what_is_foreign_goes_with_the_folders_left_empty(tmp_path: Path) -> None:
    fill(tmp_path)
    (tmp_path / "a" / "empty" / "emptier").mkdir(parents=True)
    manifest = TreeWriter(tmp_path).write_all([Output("index.html", b"x"), Output("a/c/d", b"x")]).manifest
    found = differences(tmp_path, manifest)
    assert found == Differences(lost=(), foreign=("a/b/old.html", "a/empty/emptier/", "a/new.html"))
    remove(tmp_path, found.foreign)
    assert everything(tmp_path) == {"index.html", "a", "a/c", "a/c/d"}


def test_what_stands_before_a_tree_is_made(tmp_path: Path) -> None:
    fill(tmp_path)
    manifest = TreeWriter(tmp_path).write_all([Output("index.html", b"x"), Output("a/new.html", b"x")]).manifest
    (tmp_path / "a" / "empty").mkdir()
    (tmp_path / "a" / "new.html").write_bytes(b"somebody else's")
    found = without_links(tmp_path, manifest)
    assert found == Survey(whole=frozenset({"index.html"}), others=("a/b/old.html", "a/empty/", "a/new.html"))
    assert lost(tmp_path, manifest) == ["a/new.html"]
    assert found.foreign({}) == ["a/b/old.html", "a/empty/", "a/new.html", "index.html"]


def test_what_was_made_since_a_tree_was_looked_through_stays(tmp_path: Path) -> None:
    fill(tmp_path)
    (tmp_path / "empty").mkdir()
    found = without_links(tmp_path, {})
    (tmp_path / "a" / "new.html").unlink()
    written = TreeWriter(tmp_path).write_all([Output("a/new.html/index.html", b"x"), Output("empty/file", b"x")])
    remove(tmp_path, found.foreign(written.manifest))
    assert everything(tmp_path) == {"a", "a/new.html", "a/new.html/index.html", "empty", "empty/file"}


def test_removing_files_that_may_be_gone(tmp_path: Path) -> None:
    fill(tmp_path)
    remove(tmp_path, ["a/b/old.html", "a/b/none.html", "none/none.html", "index.html/none"])
    assert everything(tmp_path) == {"index.html", "a", "a/new.html"}


def test_a_folder_that_cannot_be_removed_is_not_taken_for_one_that_holds_something(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(folder: str) -> None:
        raise PermissionError(13, "Permission denied", folder)

    fill(tmp_path)
    monkeypatch.setattr(os, "rmdir", refused)
    with pytest.raises(PermissionError):
        remove(tmp_path, ["a/b/old.html"])


def test_a_tree_as_it_was_written(tmp_path: Path) -> None:
    manifest = TreeWriter(tmp_path).write_all(Output(path, b"x") for path in PATHS).manifest
    assert differences(tmp_path, manifest) == Differences(lost=(), foreign=())
    assert not differences(tmp_path, manifest)


def test_what_is_not_as_it_was_written(tmp_path: Path) -> None:
    outputs = [
        Output(path, b"x") for path in (*PATHS, "same", "longer", "touched", "linked", "copied", "gone", "folder")
    ]
    manifest = TreeWriter(tmp_path).write_all(outputs).manifest
    (tmp_path / "longer").write_bytes(b"xx")
    os.utime(tmp_path / "touched", ns=(0, 0))
    status = (tmp_path / "copied").stat()
    (tmp_path / "new").write_bytes(b"y")
    os.utime(tmp_path / "new", ns=(0, status.st_mtime_ns))
    (tmp_path / "new").replace(tmp_path / "copied")  # the same size and time, and another file
    (tmp_path / "gone").unlink()
    for name in ("linked", "folder"):
        (tmp_path / name).unlink()
    (tmp_path / "linked").symlink_to(tmp_path / "same")
    (tmp_path / "folder" / "empty").mkdir(parents=True)
    (tmp_path / "a" / "notes.txt").touch()
    assert differences(tmp_path, manifest) == Differences(
        lost=("copied", "folder", "gone", "linked", "longer", "touched"), foreign=("a/notes.txt", "folder/empty/")
    )


def test_everything_is_lost_with_the_folder(tmp_path: Path) -> None:
    manifest = TreeWriter(tmp_path / "site").write_all(Output(path, b"x") for path in PATHS).manifest
    assert differences(tmp_path / "elsewhere", manifest).lost == tuple(sorted(PATHS))
