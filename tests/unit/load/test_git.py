"""When files changed, read from Git for all of them at once; nothing is said that is not known."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from site_builder.load.git import UNKNOWN, last_changes
from tests.unit.cli.test_history import git

ONE, OTHER = "content/one.md", "content/été (2).md"


def commit(folder: Path, path: str, text: str, day: str, subject: str = "A version") -> None:
    file = folder / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text.encode())
    git(folder, "add", "--all")
    git(folder, "commit", "--message", subject, "--date", f"{day}T12:00:00Z")


@pytest.fixture
def portal(tmp_path: Path) -> Path:
    """A portal in a folder of a repository."""
    git(tmp_path, "init", "--initial-branch", "main")
    folder = tmp_path / "a portal"
    folder.mkdir()
    commit(folder, ONE, "against: a\nun\n", "2026-01-01")
    commit(folder, OTHER, "against: a\nun\n", "2026-02-01")
    commit(folder, ONE, "against: b\nun\n", "2026-03-01", "Read\x1b again")
    commit(folder, ONE, "against: b\ndeux\n", "2026-04-01")
    return folder


def days(folder: Path) -> dict[str, tuple[date, date]]:
    found = last_changes(folder, [ONE, OTHER, "content/absent.md"])
    assert found.of_file.keys() == found.of_against.keys()
    return {path: (found.of_file[path].day, found.of_against[path].day) for path in found.of_file}


def test_the_last_change_and_the_last_reading(portal: Path) -> None:
    assert days(portal) == {
        ONE: (date(2026, 4, 1), date(2026, 3, 1)),
        OTHER: (date(2026, 2, 1), date(2026, 2, 1)),
    }
    read = last_changes(portal, [ONE]).of_against[ONE]
    assert (read.author, read.subject) == ("a@b.example", "Read  again")


@pytest.mark.parametrize("moved", ["media/lac.jpg", "content/lac.md"])
def test_a_move_is_no_reading(moved: str, portal: Path) -> None:
    """Another address in a text that was read beside changes the mark, and the day on which it was read is the same."""
    commit(portal, moved, "\n".join(map(str, range(20))), "2026-05-01")
    (portal / moved).rename(portal / f"{moved}.old")
    commit(portal, ONE, "against: c\ndeux\n", "2026-06-01")
    assert days(portal)[ONE] == (date(2026, 6, 1), date(2026, 3, 1))
    commit(portal, ONE, "against: d\ndeux\n", "2026-07-01")
    assert days(portal)[ONE] == (date(2026, 7, 1), date(2026, 7, 1))


def test_of_what_was_moved_itself_no_reading_is_known(portal: Path) -> None:
    (portal / ONE).rename(portal / "content/two.md")
    commit(portal, "content/two.md", "against: b\ndeux\n", "2026-06-01")
    found = last_changes(portal, ["content/two.md"])
    assert ([change.day for change in found.of_file.values()], found.of_against) == ([date(2026, 6, 1)], {})


def test_what_is_not_committed_has_no_last_change(portal: Path) -> None:
    (portal / ONE).write_text("against: c\n", "utf-8")
    assert days(portal) == {OTHER: (date(2026, 2, 1), date(2026, 2, 1))}
    (portal / OTHER).unlink()
    assert last_changes(portal, [ONE, OTHER]) == UNKNOWN


def test_where_a_copy_begins_nothing_is_known(portal: Path, tmp_path: Path) -> None:
    """What the oldest commit of a shallow copy seems to make may be much older."""
    copy = tmp_path / "copy"
    git(tmp_path, "clone", "--depth", "2", f"file://{tmp_path}", str(copy))
    found = last_changes(copy / portal.name, [ONE, OTHER])
    assert ({path: change.day for path, change in found.of_file.items()}, found.of_against) == (
        {ONE: date(2026, 4, 1)},
        {},
    )


def test_without_git_or_a_repository(portal: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert last_changes(portal, []) == UNKNOWN
    assert last_changes(portal, [ONE], seconds=0) == UNKNOWN
    alone = tmp_path.parent / f"{tmp_path.name}-alone"
    shutil.copytree(portal, alone)
    assert last_changes(alone, [ONE]) == UNKNOWN
    monkeypatch.setattr(shutil, "which", lambda program: None)
    assert last_changes(portal, [ONE]) == UNKNOWN


def test_of_files_that_are_only_dated_the_day_alone(portal: Path) -> None:
    found = last_changes(portal, (), dated=("content", "data/none"))
    assert (found.of_file, found.of_against) == ({}, {})
    assert found.days == {path: change.day for path, change in last_changes(portal, tuple(found.days)).of_file.items()}
    assert found.days
