"""The exchange by rename: there is always a whole site where readers look."""

from pathlib import Path

import pytest

from site_builder.publish.swap import MARK, exchange, refuse_foreign, staging_folder


def make(folder: Path, text: str) -> Path:
    folder.mkdir(parents=True)
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


@pytest.mark.parametrize(
    ("files", "refused"),
    [
        (None, False),
        ([], False),
        (["index.html", MARK], False),
        (["thesis.odt"], True),
    ],
)
def test_somebody_s_folder_is_not_replaced(files: list[str] | None, refused: bool, tmp_path: Path) -> None:
    destination = tmp_path / "documents"
    for name in files or ():
        destination.mkdir(exist_ok=True)
        (destination / name).touch()
    if files == []:
        destination.mkdir()
    if refused:
        with pytest.raises(FileExistsError, match="not a published site"):
            refuse_foreign(destination)
    else:
        refuse_foreign(destination)
    assert sorted(path.name for path in destination.glob("*")) == sorted(files or [])


@pytest.mark.parametrize("kind", ["file", "device", "link to a file", "link to a folder", "link to nothing"])
def test_what_is_not_a_folder_is_never_renamed(kind: str, tmp_path: Path) -> None:
    destination = tmp_path / "site"
    (tmp_path / "thesis.odt").write_text("mine", encoding="utf-8")
    (tmp_path / "folder").mkdir()
    if kind == "file":
        destination.write_text("mine", encoding="utf-8")
    elif kind == "device":
        destination = Path("/dev/null")
    else:
        target = {"link to a file": "thesis.odt", "link to a folder": "folder", "link to nothing": "nowhere"}[kind]
        destination.symlink_to(tmp_path / target)
    with pytest.raises(FileExistsError, match="not a folder; nothing was changed"):
        refuse_foreign(destination)


@pytest.mark.parametrize("kind", ["file", "link to a folder", "link to nothing"])
def test_only_a_folder_can_be_replaced(kind: str, tmp_path: Path) -> None:
    destination, elsewhere = tmp_path / "site", tmp_path / "elsewhere"
    elsewhere.mkdir()
    if kind == "file":
        destination.write_text("mine", encoding="utf-8")
    else:
        destination.symlink_to(elsewhere if kind == "link to a folder" else tmp_path / "nothing")
    with pytest.raises(FileExistsError, match="not a folder; nothing was changed"):
        refuse_foreign(destination)
