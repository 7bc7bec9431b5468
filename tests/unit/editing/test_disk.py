"""Several files change together, or none of them does."""

import errno
from pathlib import Path
from typing import Any

import pytest

from site_builder.editing.disk import Changed, change_files

BEFORE = {"content/a.md": "a", "content/sub/b.md": "b", "content/sub/c.md": "c", "media/d.jpg": "d"}
CHANGES = {
    "content/a.md": Changed(data=b"A", was="content/a.md"),
    "content/new/deep/b.md": Changed(data=b"B", was="content/sub/b.md"),
    "content/new/deep/c.md": Changed(data=b"C", was="content/sub/c.md"),
    "content/e.md": Changed(data=b"E"),
}
AFTER = {
    "content/a.md": "A",
    "content/e.md": "E",
    "content/new/deep/b.md": "B",
    "content/new/deep/c.md": "C",
    "media/d.jpg": "d",
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for path, text in BEFORE.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text)
    (tmp_path / "content/sub/b.md").chmod(0o640)
    return tmp_path


def files(root: Path) -> dict[str, str]:
    return {f.relative_to(root).as_posix(): f.read_text() for f in sorted(root.rglob("*")) if f.is_file()}


def folders(root: Path) -> set[str]:
    return {f.relative_to(root).as_posix() for f in root.rglob("*") if f.is_dir()}


def test_all_change(root: Path) -> None:
    change_files(root, CHANGES)
    assert files(root) == AFTER
    assert folders(root) == {"content", "content/new", "content/new/deep", "media"}
    assert (root / "content/new/deep/b.md").stat().st_mode & 0o777 == 0o640


def test_what_stands_in_the_way_stays(root: Path) -> None:
    (root / "content/e.md").write_text("theirs")
    before = files(root)
    with pytest.raises(FileExistsError):
        change_files(root, CHANGES)
    assert files(root) == before
    assert folders(root) == {"content", "content/sub", "media"}


STEPS = {"os.fsync": 7, "pathlib.Path.mkdir": 2, "pathlib.Path.chmod": 7, "pathlib.Path.replace": 5}
"""What may fail, and how often it is called."""


@pytest.mark.parametrize("call", range(8))
@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize(
    "error", [OSError(errno.ENOSPC, "No space left on device"), KeyboardInterrupt()], ids=["disk", "^C"]
)
def test_a_failure_half_way_leaves_everything_as_it_was(
    step: str, call: int, error: BaseException, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The step fails once, at one of its calls; undoing it may use the same step."""
    module, _, name = step.rpartition(".")
    target = {"os": __import__("os"), "pathlib.Path": Path}[module]
    real, calls = getattr(target, name), 0

    def failing(*arguments: Any, **options: Any) -> Any:
        nonlocal calls
        calls += 1
        if calls == call + 1:
            raise error
        return real(*arguments, **options)

    monkeypatch.setattr(step, failing)
    if call >= STEPS[step]:
        change_files(root, CHANGES)
        assert files(root) == AFTER
        return
    with pytest.raises(type(error)):
        change_files(root, CHANGES)
    assert files(root) == BEFORE
    assert folders(root) == {"content", "content/sub", "media"}
