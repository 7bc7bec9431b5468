"""What is remembered of a tree, and when it is not believed."""

import shutil
from pathlib import Path

import pytest

from site_builder.incremental.inputs import fingerprint
from site_builder.output import Output
from site_builder.publish import made as made_module
from site_builder.publish import manifest as manifest_module
from site_builder.publish.known import KnownTree
from site_builder.publish.made import Made, note
from site_builder.publish.manifest import NO_FILES, FileRecord, Manifest, Manifests, running_since
from site_builder.publish.tree import TreeWriter

OUTPUTS = [Output("index.html", b"index"), Output("bien-être/é.html", "é".encode()), Output("empty", b"")]


@pytest.fixture
def manifests(tmp_path: Path) -> Manifests:
    (tmp_path / ".portail").mkdir()
    return Manifests(tmp_path / ".portail" / "site", "this boot")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return tmp_path / "site"


@pytest.fixture
def written(site: Path) -> Manifest:
    return TreeWriter(site, known={}).write_all(OUTPUTS).manifest


def names(manifests: Manifests) -> list[str]:
    return sorted(path.name for path in manifests.staged.parent.iterdir())


def test_what_is_written_is_read(manifests: Manifests, site: Path, written: Manifest) -> None:
    manifests.write(site, written)
    assert manifests.read(site) == written
    assert [*written] == ["index.html", "bien-être/é.html", "empty"]
    status = (site / "index.html").stat()
    said = fingerprint(b"index")
    assert written["index.html"] == FileRecord(said, 5, status.st_mtime_ns, status.st_ino)


def test_an_empty_tree(manifests: Manifests, site: Path) -> None:
    site.mkdir()
    manifests.write(site, {})
    assert manifests.read(site) == {}


def test_it_goes_where_its_folder_goes(manifests: Manifests, site: Path, written: Manifest, tmp_path: Path) -> None:
    manifests.write(site, written)
    site.rename(tmp_path / "moved")
    shutil.copytree(tmp_path / "moved", site)
    assert manifests.read(tmp_path / "moved") == written
    assert manifests.read(site) == NO_FILES


def test_the_machine_has_been_started_again(manifests: Manifests, site: Path, written: Manifest) -> None:
    manifests.write(site, written)
    assert Manifests(manifests.staged, "another boot").read(site) == NO_FILES


def test_a_system_that_does_not_name_its_starts(manifests: Manifests, site: Path, written: Manifest) -> None:
    nameless = Manifests(manifests.staged, "")
    nameless.write(site, written)
    assert (names(manifests), nameless.read(site)) == ([], NO_FILES)
    manifests.write(site, written)
    assert nameless.read(site) == NO_FILES


@pytest.mark.parametrize("spoilt", [b"", b"portail manifest 1\nthis boot\n", b"\0" * 300])
def test_a_manifest_that_the_disk_lost(spoilt: bytes, manifests: Manifests, site: Path, written: Manifest) -> None:
    manifests.write(site, written)
    (file,) = manifests.staged.parent.iterdir()
    file.write_bytes(spoilt)
    assert manifests.read(site) == NO_FILES


@pytest.mark.parametrize("at", [0, 25, 40, -60, -1])
def test_a_manifest_with_one_wrong_byte(at: int, manifests: Manifests, site: Path, written: Manifest) -> None:
    manifests.write(site, written)
    (file,) = manifests.staged.parent.iterdir()
    data = bytearray(file.read_bytes())
    data[at] ^= 1
    file.write_bytes(data)
    assert manifests.read(site) == NO_FILES


def test_an_unknown_tree(manifests: Manifests, site: Path) -> None:
    assert manifests.read(site) == NO_FILES
    site.mkdir()
    assert manifests.read(site) == NO_FILES


def test_a_manifest_that_cannot_be_written_leaves_the_older_one(
    manifests: Manifests, site: Path, written: Manifest, monkeypatch: pytest.MonkeyPatch
) -> None:
    manifests.write(site, written)

    def full(descriptor: int, mode: str) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fdopen", full)
    with pytest.raises(OSError, match="No space left"):
        manifests.write(site, {})
    monkeypatch.undo()
    assert (manifests.read(site), len(names(manifests))) == (written, 1)


def test_those_of_folders_that_are_no_more_are_removed(manifests: Manifests, site: Path, tmp_path: Path) -> None:
    for folder in (site, tmp_path / "gone", tmp_path / "kept"):
        folder.mkdir()
        manifests.write(folder, {})
    others = [
        manifests.staged.with_name(name)
        for name in ("site.lock", "site.made", "site.pieces", "en.manifest-1-2", "site.manifest-1-2.txt")
    ]
    for file in others:
        file.touch()
    for name in (
        "site.manifest-fe00-1a-tmpabc",
        "site.made-tmpabc",
        "site.pieces-tmp_bc",
    ):  # a build that was killed while it wrote them
        manifests.staged.with_name(name).touch()
    (tmp_path / "gone").rmdir()
    manifests.forget_all_but((site, tmp_path / "kept", tmp_path / "gone"))
    assert (manifests.read(site), manifests.read(tmp_path / "kept")) == ({}, {})
    assert len(names(manifests)) == 2 + len(others)


def test_where_the_system_says_since_when_it_runs(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(manifest_module, "_BOOT", tmp_path / "boot_id")
    assert running_since() == ""
    (tmp_path / "boot_id").write_text("5a3f\n", encoding="ascii")
    assert running_since() == "5a3f"


@pytest.fixture
def known(site: Path, written: Manifest) -> KnownTree:
    return KnownTree(site, written)


def test_an_altered_file_is_known_by_its_bytes(known: KnownTree, site: Path, written: Manifest) -> None:
    said = written["index.html"].fingerprint
    (site / "index.html").write_bytes(b"INDEX")
    assert known.believed("index.html", said) is None
    assert known.found("index.html", said, None) is None
    (site / "index.html").write_bytes(b"index")
    assert known.believed("index.html", said) is None  # another time: it is read
    found = known.found("index.html", said, None)
    assert found is not None
    assert (found.fingerprint, known.fingerprint("index.html")) == (said, said)


def test_a_copied_tree_is_known_by_its_bytes(site: Path, written: Manifest, tmp_path: Path) -> None:
    shutil.copytree(site, tmp_path / "copy")
    copy = KnownTree(tmp_path / "copy", NO_FILES)
    assert {path: copy.fingerprint(path) for path in written} == {
        p: record.fingerprint for p, record in written.items()
    }
    assert copy.found("index.html", written["index.html"].fingerprint, size=6) is None  # not even read


@pytest.mark.parametrize("kind", ["none", "folder", "link", "below a file"])
def test_what_is_no_plain_file_is_nothing(kind: str, known: KnownTree, site: Path, written: Manifest) -> None:
    path, said = "index.html", written["index.html"].fingerprint
    (site / path).rename(site / "other")
    if kind == "folder":
        (site / path).mkdir()
    elif kind == "link":
        (site / path).symlink_to(site / "other")
    elif kind == "below a file":
        path = "empty/index.html"
    assert (known.believed(path, said), known.found(path, said, None), known.fingerprint(path)) == (None, None, None)


def test_a_file_that_stands_elsewhere_is_not_linked_to(known: KnownTree, site: Path, tmp_path: Path) -> None:
    """Whoever owns the other folder could change what is published."""
    elsewhere = KnownTree(
        tmp_path / "elsewhere", TreeWriter(tmp_path / "elsewhere", known={}).write_all(OUTPUTS).manifest
    )
    (site / "folder").symlink_to(tmp_path / "elsewhere")
    said = elsewhere.manifest["index.html"].fingerprint
    assert known.found("folder/index.html", said, None) is None
    (tmp_path / "way").symlink_to(tmp_path)  # a link above the site is the user's own way to it
    assert KnownTree(tmp_path / "way" / "site", NO_FILES).found("index.html", said, None) is not None


def test_a_full_disk_keeps_no_note_and_stops_nothing(
    manifests: Manifests, site: Path, written: Manifest, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The site is published by then."""

    def full(file: Path, data: bytes) -> None:
        raise OSError(28, "No space left on device")

    made = Made(made_from="x", day="2026-01-01", time_zone="Europe/Paris", pages=1, files=3, bytes=7, problems=())
    Manifests(manifests.staged, running_since() or pytest.skip("no names of starts")).write(site, written)
    with monkeypatch.context() as patch:
        patch.setattr(made_module, "write_whole", full)
        note(made, site)
    assert not any(name.startswith("site.made") for name in names(manifests))
    note(made, site)
    assert "site.made" in names(manifests)
