"""The exchange by rename: there is always a whole site where readers look."""

from pathlib import Path

import pytest

from site_builder.output import SITE_MARK
from site_builder.publish.refused import PublishingRefused
from site_builder.publish.swap import exchange, staging_folder


def make(folder: Path, text: str, *, marked: bool = True) -> Path:
    folder.mkdir(parents=True)
    if marked:
        (folder / SITE_MARK.path).touch()
    (folder / "index.html").write_text(text, encoding="utf-8")
    return folder


def text(folder: Path) -> str | None:
    file = folder / "index.html"
    return file.read_text(encoding="utf-8") if file.is_file() else None


def test_the_first_build(tmp_path: Path) -> None:
    live = tmp_path / "public" / "site"
    staged = make(staging_folder(live), "new")
    exchange(staged, live)
    assert (text(live), staged.exists()) == ("new", False)


def test_the_old_tree_is_kept_to_be_reused(tmp_path: Path) -> None:
    staged, live = make(staging_folder(tmp_path / "site"), "new"), make(tmp_path / "site", "old")
    exchange(staged, live)
    assert (text(live), text(staged)) == ("new", "old")
    exchange(staged, live)
    assert (text(live), text(staged)) == ("old", "new")
    assert sorted(path.name for path in (tmp_path / ".portail").iterdir()) == ["site"]


def test_what_an_interrupted_exchange_left_is_cleared(tmp_path: Path) -> None:
    staged, live = make(staging_folder(tmp_path / "site"), "new"), make(tmp_path / "site", "old")
    forgotten = make(staged.with_name("site.previous"), "forgotten")
    exchange(staged, live)
    assert (text(live), text(staged), forgotten.exists()) == ("new", "old", False)


@pytest.mark.parametrize("where", ["previous", "live"])
def test_what_is_not_ours_is_neither_removed_nor_renamed(where: str, tmp_path: Path) -> None:
    live = tmp_path / "site"
    staged = make(staging_folder(live), "new")
    thesis = make(staged.with_name("site.previous") if where == "previous" else live, "mine", marked=False)
    with pytest.raises(PublishingRefused, match="has no mark"):
        exchange(staged, live)
    assert (text(thesis), text(staged)) == ("mine", "new")


@pytest.mark.parametrize("done", [False, True])
def test_an_interruption_leaves_a_whole_site(done: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl+C at the second rename, before or after it is done."""
    staged, live = make(staging_folder(tmp_path / "site"), "new"), make(tmp_path / "site", "old")
    rename = Path.rename

    def interrupted(self: Path, target: Path) -> Path:
        if self == staged and not done:
            raise KeyboardInterrupt
        result = rename(self, target)
        if self == staged:
            raise KeyboardInterrupt
        return result

    monkeypatch.setattr(Path, "rename", interrupted)
    with pytest.raises(KeyboardInterrupt):
        exchange(staged, live)
    assert text(live) == ("new" if done else "old")


def test_a_failure_halfway_is_undone(tmp_path: Path) -> None:
    """The new tree cannot take the place: it is not there. The old one is back where readers look."""
    staged, live = staging_folder(tmp_path / "site"), make(tmp_path / "site", "old")
    staged.parent.mkdir()
    with pytest.raises(FileNotFoundError):
        exchange(staged, live)
    assert text(live) == "old"
    assert list(staged.parent.iterdir()) == []


@pytest.mark.parametrize("failing", [1, 2])
def test_a_disk_that_refuses_a_rename(failing: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whichever of the two renames that readers depend on fails, the live site is the old one."""
    staged, live = make(staging_folder(tmp_path / "site"), "new"), make(tmp_path / "site", "old")
    rename, calls = Path.rename, []

    def refusing(self: Path, target: Path) -> Path:
        calls.append(target)
        if len(calls) == failing:
            raise PermissionError(13, "refused")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", refusing)
    with pytest.raises(PermissionError):
        exchange(staged, live)
    assert (text(live), text(staged)) == ("old", "new")


@pytest.mark.parametrize(
    ("destination", "staged"),
    [("site", ".portail/site"), ("public/site", "public/.portail/site"), ("public/en", "public/.portail/en")],
)
def test_two_sites_of_one_folder_do_not_share_a_stage(destination: str, staged: str, tmp_path: Path) -> None:
    assert staging_folder(tmp_path / destination) == tmp_path / staged
