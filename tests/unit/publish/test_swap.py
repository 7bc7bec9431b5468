"""The exchange by rename: there is always a whole site where readers look."""

from pathlib import Path

import pytest

from site_builder.output import SITE_MARK
from site_builder.publish import swap
from site_builder.publish.refused import PublishingRefused
from site_builder.publish.swap import exchange, recover, staging_folder


def make(folder: Path, text: str, *, marked: bool = True) -> Path:
    folder.mkdir(parents=True)
    if marked:
        (folder / SITE_MARK.path).touch()
    (folder / "index.html").write_text(text, encoding="utf-8")
    return folder


def text(folder: Path) -> str | None:
    file = folder / "index.html"
    return file.read_text(encoding="utf-8") if file.is_file() else None


@pytest.fixture
def in_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a system, or a disk, that cannot exchange at once."""
    monkeypatch.setattr(swap, "exchange_at_once", lambda one, other: False)


@pytest.fixture(params=["at once", "in steps"])
def either_way(request: pytest.FixtureRequest) -> None:
    if request.param == "in steps":
        request.getfixturevalue("in_steps")


@pytest.mark.usefixtures("either_way")
def test_the_first_build(tmp_path: Path) -> None:
    live = tmp_path / "public" / "site"
    staged = make(staging_folder(live), "new")
    exchange(staged, live)
    assert (text(live), staged.exists()) == ("new", False)


@pytest.mark.usefixtures("either_way")
def test_the_old_tree_is_kept_to_be_reused(tmp_path: Path) -> None:
    staged, live = make(staging_folder(tmp_path / "site"), "new"), make(tmp_path / "site", "old")
    exchange(staged, live)
    assert (text(live), text(staged)) == ("new", "old")
    exchange(staged, live)
    assert (text(live), text(staged)) == ("old", "new")
    assert sorted(path.name for path in (tmp_path / ".portail").iterdir()) == ["site"]


@pytest.mark.parametrize(
    ("live", "staged", "aside", "recovered"),
    [
        (None, "new", "old", ("old", "new")),  # the machine stopped between the two renames
        ("new", None, "old", ("new", "old")),  # after them, before the old tree had its name
        ("new", "older", "old", ("new", "older")),
        ("new", "older", None, ("new", "older")),
        (None, None, "old", ("old", None)),
        (None, None, None, (None, None)),
    ],
)
def test_an_exchange_that_was_interrupted_is_mended(
    live: str | None, staged: str | None, aside: str | None, recovered: tuple[str | None, ...], tmp_path: Path
) -> None:
    site = tmp_path / "site"
    stage = staging_folder(site)
    for folder, holds in ((site, live), (stage, staged), (stage.with_name("site.previous"), aside)):
        if holds:
            make(folder, holds)
    recover(stage, site)
    assert (text(site), text(stage)) == recovered
    assert not stage.with_name("site.previous").exists()


@pytest.mark.parametrize("where", ["site", ".portail/site", ".portail/site.previous"])
def test_what_is_not_ours_is_not_used_to_mend(where: str, tmp_path: Path) -> None:
    folders = ["site", ".portail/site", ".portail/site.previous"]
    for name in folders:
        make(tmp_path / name, name, marked=name != where)
    with pytest.raises(PublishingRefused, match="has no mark"):
        recover(tmp_path / ".portail" / "site", tmp_path / "site")
    assert [text(tmp_path / name) for name in folders] == folders


def test_what_is_not_ours_is_not_renamed(tmp_path: Path) -> None:
    live = make(tmp_path / "site", "mine", marked=False)
    staged = make(staging_folder(live), "new")
    with pytest.raises(PublishingRefused, match="has no mark"):
        exchange(staged, live)
    assert (text(live), text(staged)) == ("mine", "new")


@pytest.mark.usefixtures("in_steps")
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


@pytest.mark.usefixtures("either_way")
def test_a_failure_halfway_is_undone(tmp_path: Path) -> None:
    """The new tree cannot take the place: it is not there. The old one is back where readers look."""
    staged, live = staging_folder(tmp_path / "site"), make(tmp_path / "site", "old")
    staged.parent.mkdir()
    with pytest.raises(FileNotFoundError):
        exchange(staged, live)
    assert text(live) == "old"
    assert list(staged.parent.iterdir()) == []


@pytest.mark.usefixtures("in_steps")
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
