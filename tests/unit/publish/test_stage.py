"""From one published site to the next: what is written, what is left, and what is not believed."""

import os
import shutil
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

import pytest

from site_builder.incremental.inputs import fingerprint
from site_builder.output import SITE_MARK, Kept, Made, Output
from site_builder.publish import manifest as manifest_module
from site_builder.publish.stage import IncompleteTree, staged_tree
from site_builder.publish.tree import NotKept, WrittenFiles

A, B, C = Output("a/index.html", b"a"), Output("b/index.html", b"b"), Output("c/index.html", b"c")
NEWER = Output("b/index.html", b"newer")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "portal"
    folder.mkdir()
    return folder


def publish(root: Path, *files: Made) -> WrittenFiles:
    """The files and our mark, as a build publishes them."""
    made = (SITE_MARK, *files)
    with staged_tree(root, root / "site") as tree:
        expected = {file.path for file in made}
        found = tree.begin()
        written = tree.writer.write_all(made)
        tree.settle(expected, written, found)
        tree.publish(written.manifest)
    return written


def counts(written: WrittenFiles) -> tuple[int, int, int]:
    """New, linked, left; our mark is one of them."""
    return written.new, written.linked, written.left


def tree(folder: Path) -> dict[str, bytes]:
    files = (file for file in folder.rglob("*") if file.is_file())
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files if file.name != SITE_MARK.path}


def bytes_of(files: Iterable[Output]) -> dict[str, bytes]:
    return {file.path: file.data for file in files}


def manifests(root: Path) -> list[str]:
    return sorted(file.name for file in (root / ".portail").glob("*manifest*"))


def test_a_build_touches_what_has_changed(root: Path) -> None:
    assert counts(publish(root, A, B)) == (3, 0, 0)
    assert counts(publish(root, A, B)) == (0, 3, 0)
    assert counts(publish(root, A, B)) == (0, 0, 3)
    assert counts(publish(root, A, NEWER)) == (1, 0, 2)
    assert counts(publish(root, A, NEWER)) == (0, 1, 2)
    assert counts(publish(root, A, B)) == (1, 0, 2)
    assert tree(root / "site") == bytes_of((A, B))
    assert tree(root / ".portail" / "site") == bytes_of((A, NEWER))
    assert len(manifests(root)) == 2


def test_what_leaves_the_site_leaves_both_trees_and_both_manifests(root: Path) -> None:
    for _ in range(2):
        publish(root, A, B, C)
    publish(root, A, B)
    assert tree(root / "site") == tree(root / ".portail" / "site") == bytes_of((A, B))
    assert [name for name in manifests(root) if b"c/index" in (root / ".portail" / name).read_bytes()] == []
    assert counts(publish(root, A, B, C)) == (1, 0, 3)


def test_pages_that_are_kept_are_those_of_the_live_site(root: Path) -> None:
    publish(root, A, B)
    kept = [Kept(file.path, fingerprint(file.data)) for file in (A, B)]
    assert counts(publish(root, *kept)) == (0, 3, 0)
    publish(root, A, NEWER)
    with pytest.raises(NotKept, match=r"^c/index\.html$"):
        publish(root, Kept(C.path, fingerprint(C.data)))
    assert counts(publish(root, kept[0], Kept(NEWER.path, fingerprint(NEWER.data)))) == (0, 1, 2)
    assert tree(root / "site") == bytes_of((A, NEWER))


def deleted(site: Path) -> None:
    (site / B.path).unlink()


def longer(site: Path) -> None:
    (site / B.path).write_bytes(b"mine")


def as_long(site: Path) -> None:
    (site / B.path).write_bytes(b"x")


def dated_back(site: Path) -> None:
    """As copying with its dates does: another file of the same size and time."""
    status = (site / B.path).stat()
    (site / "x").write_bytes(b"x")
    os.utime(site / "x", ns=(0, status.st_mtime_ns))
    (site / "x").replace(site / B.path)


def linked(site: Path) -> None:
    (site / B.path).unlink()
    (site / B.path).symlink_to(site / A.path)


def turned_into_a_folder(site: Path) -> None:
    (site / B.path).unlink()
    (site / B.path / "below").mkdir(parents=True)
    (site / B.path / "below" / "x").touch()


CHANGES = (deleted, longer, as_long, dated_back, linked, turned_into_a_folder)


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("where", ["site", ".portail/site"])
def test_a_tree_changed_by_hand_is_mended(where: str, change: Callable[[Path], None], root: Path) -> None:
    publish(root, A, NEWER)
    publish(root, A, B)
    change(root / where)
    for _ in range(2):
        publish(root, A, B)
        assert tree(root / "site") == bytes_of((A, B))
    assert not (root / "site" / B.path).is_symlink()


@pytest.mark.parametrize("change", CHANGES)
def test_a_page_changed_by_hand_is_not_kept(change: Callable[[Path], None], root: Path) -> None:
    publish(root, A, B)
    change(root / "site")
    with pytest.raises(NotKept):
        publish(root, A, Kept(B.path, fingerprint(B.data)))


def test_what_somebody_put_there_is_not_published(root: Path, tmp_path: Path) -> None:
    for _ in range(2):
        publish(root, A, B)
    staged = root / ".portail" / "site"
    (staged / "notes").mkdir()
    (staged / "notes" / "secret.txt").touch()
    (staged / "a" / "link").symlink_to(tmp_path)
    (tmp_path / "elsewhere").mkdir()
    (staged / "b" / "index.html").unlink()
    (staged / "b").rmdir()
    (staged / "b").symlink_to(tmp_path / "elsewhere")
    publish(root, A, B)
    assert {path.relative_to(root / "site").as_posix() for path in (root / "site").rglob("*")} == {
        *("a", A.path, "b", B.path, SITE_MARK.path)
    }
    assert list((tmp_path / "elsewhere").iterdir()) == []


@pytest.mark.parametrize("stopped", [0, 1, 2])
def test_a_build_that_stops_is_never_believed(stopped: int, root: Path) -> None:
    """It stops after so many files, and leaves one half written."""
    for _ in range(2):
        publish(root, A, B)
    with suppress(KeyboardInterrupt), staged_tree(root, root / "site") as halfway:
        halfway.begin()
        halfway.writer.write_all([NEWER, C][:stopped])
        (halfway.root / A.path).unlink()
        (halfway.root / A.path).write_bytes(b"")
        raise KeyboardInterrupt
    assert tree(root / "site") == bytes_of((A, B))
    written = publish(root, A, B)
    assert (tree(root / "site"), written.new) == (bytes_of((A, B)), 0)


def test_a_machine_that_was_started_again(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It stopped before everything was on the disk, which now says the size and time of a file that is empty."""
    for _ in range(2):
        publish(root, A, B)
    monkeypatch.setattr(manifest_module, "_BOOT", root / "boot_id")
    (root / "boot_id").write_text("another", encoding="ascii")
    status = (root / "site" / B.path).stat()
    (root / "site" / B.path).write_bytes(b"\0")
    os.utime(root / "site" / B.path, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert counts(publish(root, A, B)) == (1, 2, 0)
    assert tree(root / "site") == bytes_of((A, B))


def test_a_live_site_that_was_copied_is_read(root: Path) -> None:
    publish(root, A, B)
    shutil.copytree(root / "site", root / "copy")
    shutil.rmtree(root / "site")
    (root / "copy").rename(root / "site")
    assert counts(publish(root, Kept(A.path, fingerprint(A.data)), NEWER)) == (1, 2, 0)
    assert tree(root / "site") == bytes_of((A, NEWER))


def test_without_the_folder_of_work_the_live_site_is_read(root: Path) -> None:
    publish(root, A, B)
    shutil.rmtree(root / ".portail")
    (root / "site" / B.path).write_bytes(b"x")
    assert counts(publish(root, A, B)) == (1, 2, 0)
    assert tree(root / "site") == bytes_of((A, B))


def test_what_was_in_a_live_site_that_is_unknown_goes_at_once(root: Path) -> None:
    publish(root, A, C)
    shutil.rmtree(root / ".portail")
    publish(root, A, B)
    assert tree(root / ".portail" / "site") == bytes_of((A,))


def test_each_planned_file_is_written_once(root: Path) -> None:
    with staged_tree(root, root / "site") as halfway:
        found = halfway.begin()
        written = halfway.writer.write_all([A, A])
        with pytest.raises(IncompleteTree, match=rf"^2 files were written of 2 planned; not there: {SITE_MARK.path}"):
            halfway.settle({SITE_MARK.path, A.path}, written, found)
