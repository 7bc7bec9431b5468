"""Each file is left, linked or new, and says which; what stands under another name is never written."""

import errno
import os
from pathlib import Path

import pytest

from site_builder.incremental.inputs import fingerprint
from site_builder.output import Kept, Output
from site_builder.publish.known import KnownTree
from site_builder.publish.tree import NotKept, TreeWriter, WrittenFiles


def tree(folder: Path) -> dict[str, bytes]:
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def counts(written: WrittenFiles) -> tuple[int, int, int]:
    return written.new, written.linked, written.left


LIVE = [Output("a/index.html", b"a"), Output("b/index.html", b"live"), Output("c.txt", b"c")]


@pytest.fixture
def live(tmp_path: Path) -> KnownTree:
    """A tree that was written as its manifest says."""
    folder = tmp_path / "live"
    return KnownTree(folder, TreeWriter(folder, known={}).write_all(LIVE).manifest)


@pytest.fixture
def idle(tmp_path: Path, live: KnownTree) -> TreeWriter:
    """A writer into a tree of which one file is that of the live one."""
    folder = tmp_path / "idle"
    older = TreeWriter(folder, known={}).write_all([Output("a/index.html", b"a"), Output("b/index.html", b"older")])
    return TreeWriter(folder, older.manifest, live)


def test_writing(tmp_path: Path) -> None:
    writer = TreeWriter(tmp_path / "site")
    written = writer.write_all(
        [Output("index.html", b"abc"), Output("a/b/c.txt", b""), Output("a/d.txt", b"d" * 10**6)]
    )
    assert (counts(written), written.files, written.bytes) == ((3, 0, 0), 3, 10**6 + 3)
    assert tree(tmp_path / "site") == {"index.html": b"abc", "a/b/c.txt": b"", "a/d.txt": b"d" * 10**6}
    assert writer.write(Output("index.html", b"new")).record.size == 3
    assert (tmp_path / "site" / "index.html").read_bytes() == b"new"


def test_written_is_added_up(tmp_path: Path) -> None:
    writer = TreeWriter(tmp_path)
    both = writer.write_all([Output("a", b"1")]) + writer.write_all([Output("b", b"22")]) + WrittenFiles(left=2)
    assert (counts(both), both.files, both.bytes, [*both.manifest]) == ((2, 0, 2), 4, 3, ["a", "b"])
    assert both.created == ("a", "b")


def test_left_linked_and_new(idle: TreeWriter, tmp_path: Path) -> None:
    before = (tmp_path / "idle" / "a" / "index.html").stat()
    written = idle.write_all([*LIVE, Output("d/index.html", b"d")])
    assert (counts(written), written.created) == ((1, 2, 1), ("d/index.html",))
    assert tree(tmp_path / "idle") == tree(tmp_path / "live") | {"d/index.html": b"d"}
    assert (tmp_path / "idle" / "a" / "index.html").stat() == before
    for name in ("b/index.html", "c.txt"):
        assert (tmp_path / "idle" / name).samefile(tmp_path / "live" / name)


@pytest.mark.parametrize(("path", "how"), [("a/index.html", (0, 0, 1)), ("b/index.html", (0, 1, 0))])
def test_what_is_kept_needs_no_bytes(path: str, how: tuple[int, int, int], idle: TreeWriter, tmp_path: Path) -> None:
    known = tree(tmp_path / "live")[path]
    assert counts(idle.write_all([Kept(path, fingerprint(known))])) == how
    assert tree(tmp_path / "idle")[path] == known


@pytest.mark.parametrize("path", ["b/index.html", "nowhere.html", "c.txt/below"])
def test_what_is_not_there_as_it_was_is_not_kept(path: str, idle: TreeWriter) -> None:
    with pytest.raises(NotKept, match=f"^{path}$"):
        idle.write(Kept(path, fingerprint(b"something else")))


def test_a_writer_with_one_tree_keeps_nothing(tmp_path: Path) -> None:
    TreeWriter(tmp_path).write(Output("a", b"a"))
    with pytest.raises(NotKept):
        TreeWriter(tmp_path).write(Kept("a", fingerprint(b"a")))


@pytest.mark.parametrize("code", [errno.EPERM, errno.EOPNOTSUPP, errno.EMLINK])
def test_a_disk_without_links(code: int, idle: TreeWriter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(source: str, place: str) -> None:
        raise OSError(code, os.strerror(code), source)

    monkeypatch.setattr(os, "link", refused)
    assert counts(idle.write_all([LIVE[0], Kept("b/index.html", fingerprint(b"live")), LIVE[2]])) == (2, 0, 1)
    assert tree(tmp_path / "idle") == tree(tmp_path / "live")
    assert not (tmp_path / "idle" / "b" / "index.html").samefile(tmp_path / "live" / "b" / "index.html")


def test_a_disk_that_fails_is_not_taken_for_one_without_links(
    idle: TreeWriter, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(source: str, place: str) -> None:
        raise OSError(errno.EIO, "Input/output error", source)

    monkeypatch.setattr(os, "link", failing)
    with pytest.raises(OSError, match="Input/output error"):
        idle.write(LIVE[1])


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


def test_who_reads_the_old_file_reads_it_to_its_end(tmp_path: Path) -> None:
    writer = TreeWriter(tmp_path)
    writer.write(Output("index.html", b"the old text"))
    with (tmp_path / "index.html").open("rb", buffering=0) as reader:
        begun = reader.read(4)
        writer.write(Output("index.html", b"another one!"))
        assert begun + reader.read() == b"the old text"


def test_a_folder_that_went_away_is_made_again(tmp_path: Path) -> None:
    writer = TreeWriter(tmp_path)
    writer.write(Output("a/b/index.html", b"1"))
    (tmp_path / "a" / "b" / "index.html").unlink()
    (tmp_path / "a" / "b").rmdir()
    writer.write(Output("a/b/index.html", b"2"))
    assert (tmp_path / "a" / "b" / "index.html").read_bytes() == b"2"


@pytest.mark.parametrize(
    "path", ["", "/escaped", "../escaped", "a/../../escaped", "a/..", "..", "a\\..\\escaped", "..\\escaped"]
)
@pytest.mark.parametrize("kept", [False, True])
def test_nothing_is_written_outside_the_site(path: str, kept: bool, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"^not a path below the site: "):
        TreeWriter(tmp_path / "site").write(Kept(path, "") if kept else Output(path, b"x"))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("old", "new"), [("a/index.html/b/c", "a/index.html"), ("a", "a/b/index.html"), ("a/b", "a/b/c/index.html")]
)
def test_a_folder_where_a_file_was_and_the_other_way_round(old: str, new: str, tmp_path: Path) -> None:
    writer = TreeWriter(tmp_path)
    writer.write(Output(old, b"old"))
    writer.write(Output(new, b"new"))
    assert tree(tmp_path) == {new: b"new"}


def test_fingerprints_are_made_where_they_are_kept(tmp_path: Path) -> None:
    kept = TreeWriter(tmp_path, known={}).write(Output("a", b"a")).record
    assert kept.fingerprint == fingerprint(b"a")
    plain = TreeWriter(tmp_path).write(Output("a", b"a")).record
    assert (plain.fingerprint, plain.size) == ("", 1)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a system without a full disk to try")
def test_a_full_disk_says_which_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = os.open
    monkeypatch.setattr(os, "open", lambda path, flags, mode=0o777: opened("/dev/full", os.O_WRONLY))
    with pytest.raises(OSError, match="No space left") as full:
        TreeWriter(tmp_path).write(Output("index.html", b"x"))
    assert (full.value.errno, full.value.filename) == (errno.ENOSPC, str(tmp_path / "index.html"))
