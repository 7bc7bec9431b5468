from pathlib import Path

import pytest

from site_builder.output import Output
from site_builder.publish.tree import TreeWriter, WrittenFiles, missing, prune


def tree(folder: Path) -> dict[str, bytes]:
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def test_writing(tmp_path: Path) -> None:
    writer = TreeWriter(tmp_path / "site")
    outputs = [Output("index.html", b"abc"), Output("a/b/c.txt", b""), Output("a/b/d.txt", "é".encode())]
    assert writer.write_all(outputs) == WrittenFiles(3, 5)
    assert writer.write(Output("index.html", b"shorter now")) == WrittenFiles(1, 11)
    assert tree(tmp_path / "site") == {"index.html": b"shorter now", "a/b/c.txt": b"", "a/b/d.txt": "é".encode()}


def test_written_is_added_up() -> None:
    assert WrittenFiles(2, 10) + WrittenFiles(3, 7) == WrittenFiles(5, 17)


@pytest.mark.parametrize(
    ("expected", "kept", "removed"),
    [
        ({"index.html", "a/b/old.html", "a/new.html"}, {"index.html", "a/b/old.html", "a/new.html"}, 0),
        ({"index.html", "a/new.html"}, {"index.html", "a/new.html"}, 1),
        ({"index.html"}, {"index.html"}, 2),
        (set(), set(), 3),
    ],
)
def test_stale_files_and_empty_folders_go(expected: set[str], kept: set[str], removed: int, tmp_path: Path) -> None:
    TreeWriter(tmp_path).write_all(Output(path, b"x") for path in ("index.html", "a/b/old.html", "a/new.html"))
    assert prune(tmp_path, frozenset(expected)) == removed
    assert set(tree(tmp_path)) == kept
    assert {path.name for path in tmp_path.rglob("*") if path.is_dir()} <= {p for e in kept for p in e.split("/")[:-1]}


def test_links_go_and_what_they_point_to_stays(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    TreeWriter(elsewhere).write(Output("precious.txt", b"x"))
    site = tmp_path / "site"
    TreeWriter(site).write(Output("index.html", b"x"))
    (site / "folder").symlink_to(elsewhere)
    (site / "file").symlink_to(elsewhere / "precious.txt")
    (site / "expected").symlink_to(elsewhere / "precious.txt")
    assert prune(site, frozenset({"index.html", "expected"})) == 3
    assert [path.name for path in site.iterdir()] == ["index.html"]
    assert tree(elsewhere) == {"precious.txt": b"x"}


def test_a_tree_that_is_not_there(tmp_path: Path) -> None:
    assert prune(tmp_path / "site", frozenset({"index.html"})) == 0
    assert list(tmp_path.iterdir()) == []


def test_what_is_missing(tmp_path: Path) -> None:
    TreeWriter(tmp_path).write(Output("a/index.html", b"x"))
    assert missing(tmp_path, frozenset({"a/index.html"})) == []
    assert missing(tmp_path, frozenset({"a/index.html", "b.txt", "a"})) == ["a", "b.txt"]
