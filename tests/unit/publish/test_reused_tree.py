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


@pytest.mark.parametrize("kind", ["link", "second name"])
def test_what_has_another_name_is_replaced_and_not_written(kind: str, tmp_path: Path) -> None:
    thesis, file = tmp_path / "thesis.odt", tmp_path / "site" / "index.html"
    thesis.write_bytes(b"mine")
    file.parent.mkdir()
    if kind == "link":
        file.symlink_to(thesis)
    else:
        file.hardlink_to(thesis)
    TreeWriter(tmp_path / "site").write(Output("index.html", b"new"))
    assert (thesis.read_bytes(), file.read_bytes(), file.is_symlink()) == (b"mine", b"new", False)


@pytest.mark.parametrize(
    "path", ["", "/escaped", "../escaped", "a/../../escaped", "a/..", "..", "a\\..\\escaped", "..\\escaped"]
)
def test_nothing_is_written_outside_the_site(path: str, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"^not a path below the site: "):
        TreeWriter(tmp_path / "site").write(Output(path, b"x"))
    assert list(tmp_path.iterdir()) == []


def test_a_disk_that_refuses_is_not_taken_for_a_link(tmp_path: Path) -> None:
    (tmp_path / "index.html").mkdir()
    with pytest.raises(IsADirectoryError):
        TreeWriter(tmp_path).write(Output("index.html", b"x"))
