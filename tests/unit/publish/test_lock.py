"""One build at a time, whatever the system's locks are."""

import os
from pathlib import Path

import pytest

from site_builder.publish import lock
from site_builder.publish.lock import sole_builder, sole_builder_in_place
from site_builder.publish.refused import PublishingRefused
from site_builder.publish.swap import staging_folder

SYSTEMS = pytest.mark.parametrize("posix", [True, False])


@SYSTEMS
def test_the_second_is_told_who_and_since_when(posix: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lock, "POSIX", posix)
    staged = tmp_path / ".portail" / "site"
    staged.parent.mkdir()
    when = r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d"
    said = rf"^Another build of {tmp_path / 'site'} is running \(process {os.getpid()}, since {when}\): this one"
    for _ in range(2):
        with sole_builder(staged), pytest.raises(PublishingRefused, match=said), sole_builder(staged):
            pytest.fail("two builds at once")


@SYSTEMS
def test_a_build_that_fails_leaves_the_place_free(posix: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lock, "POSIX", posix)
    with pytest.raises(KeyboardInterrupt), sole_builder(tmp_path / "site"):
        raise KeyboardInterrupt
    with sole_builder(tmp_path / "site"):
        pass


def test_a_host_that_builds_in_place_and_a_build_that_publishes(tmp_path: Path) -> None:
    site = tmp_path / "site"
    with sole_builder_in_place(site):
        with pytest.raises(PublishingRefused, match="is running"), sole_builder(staging_folder(site)):
            pytest.fail("two builds at once")
        with pytest.raises(PublishingRefused, match="is running"), sole_builder_in_place(site):
            pytest.fail("two builds at once")
    with sole_builder(staging_folder(site)):
        pass


def test_nothing_is_put_into_the_system_s_temporary_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with sole_builder_in_place(tmp_path / "mkdocs_abc"):
        assert list(tmp_path.iterdir()) == []


def test_two_sites_are_built_at_once(tmp_path: Path) -> None:
    with sole_builder(tmp_path / "site"), sole_builder(tmp_path / "en"):
        pass


def test_a_lock_that_nobody_signed_yet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lock, "POSIX", False)
    (tmp_path / "site.lock").touch()
    with pytest.raises(PublishingRefused, match=r"process \?, since \?"), sole_builder(tmp_path / "site"):
        pytest.fail("the place was taken")


def test_a_file_with_another_name_is_not_written(tmp_path: Path) -> None:
    thesis = tmp_path / "thesis.odt"
    thesis.write_text("mine", encoding="utf-8")
    (tmp_path / "site.lock").hardlink_to(thesis)
    with pytest.raises(PublishingRefused, match="not a plain folder"), sole_builder(tmp_path / "site"):
        pytest.fail("a file of somebody's was taken for a lock")
    assert thesis.read_text(encoding="utf-8") == "mine"


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "site.lock").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(OSError, match="symbolic links"), sole_builder(tmp_path / "site"):
        pytest.fail("a link was followed")
    assert not (tmp_path / "elsewhere").exists()
