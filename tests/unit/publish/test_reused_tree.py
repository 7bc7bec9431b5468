"""Writing over the files of an older tree, which are not emptied first."""

from pathlib import Path

import pytest

from site_builder.output import Output
from site_builder.publish.tree import TreeWriter

SMALL, LARGE = b"new", b"new" * 10_000


@pytest.mark.parametrize("old", [b"", b"older and longer", b"old" * 20_000])
@pytest.mark.parametrize("new", [b"", SMALL, LARGE])
def test_nothing_of_the_old_file_is_left(old: bytes, new: bytes, tmp_path: Path) -> None:
    file = tmp_path / "a" / "index.html"
    file.parent.mkdir()
    file.write_bytes(old)
    TreeWriter(tmp_path).write(Output("a/index.html", new))
    assert file.read_bytes() == new


def test_the_same_file_serves_again(tmp_path: Path) -> None:
    file = tmp_path / "index.html"
    file.write_bytes(b"old")
    before = file.stat().st_ino
    TreeWriter(tmp_path).write(Output("index.html", b"new"))
    assert file.stat().st_ino == before


def test_a_folder_that_went_away_is_made_again(tmp_path: Path) -> None:
    writer = TreeWriter(tmp_path)
    writer.write(Output("a/b/index.html", b"1"))
    (tmp_path / "a" / "b" / "index.html").unlink()
    (tmp_path / "a" / "b").rmdir()
    writer.write(Output("a/b/index.html", b"2"))
    assert (tmp_path / "a" / "b" / "index.html").read_bytes() == b"2"
