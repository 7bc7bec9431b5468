"""Two folders change names in one step, where the system can."""

import ctypes
import errno
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from site_builder.publish import at_once
from site_builder.publish.at_once import exchange_at_once

ON_LINUX = pytest.mark.skipif(sys.platform != "linux", reason="what Linux has; other systems are told by what they say")


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    one, other = tmp_path / "é", tmp_path / "other"
    for folder in (one, other):
        folder.mkdir()
        (folder / "name").write_text(folder.name, encoding="utf-8")
    return one, other


def names(folders: tuple[Path, Path]) -> list[str]:
    return [(folder / "name").read_text(encoding="utf-8") for folder in folders]


@ON_LINUX
def test_each_has_the_other_s_name(folders: tuple[Path, Path]) -> None:
    assert exchange_at_once(*folders)
    assert names(folders) == ["other", "é"]


@ON_LINUX
def test_readers_always_find_one(folders: tuple[Path, Path]) -> None:
    found, done = set(), threading.Event()

    def read() -> None:
        while not done.is_set():
            try:
                found.add((folders[1] / "name").read_text(encoding="utf-8"))
            except FileNotFoundError:
                found.add("nothing")

    reader = threading.Thread(target=read)
    reader.start()
    for _ in range(500):
        exchange_at_once(*folders)
    done.set()
    reader.join()
    assert "nothing" not in found
    assert found <= {"é", "other"}


@ON_LINUX
def test_what_is_not_there_cannot_be_exchanged(folders: tuple[Path, Path], tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError) as failed:
        exchange_at_once(tmp_path / "none", folders[1])
    assert (failed.value.filename, failed.value.filename2) == (str(tmp_path / "none"), str(folders[1]))
    assert names(folders) == ["é", "other"]


def refusing(code: int) -> Callable[..., int]:
    def call(*arguments: object) -> int:
        ctypes.set_errno(code)
        return -1

    return call


@pytest.mark.parametrize("code", [errno.ENOSYS, errno.EINVAL, errno.EPERM, errno.EOPNOTSUPP])
def test_where_the_disk_cannot(code: int, folders: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(at_once, "_call", lambda library: refusing(code))
    assert not exchange_at_once(*folders)
    assert names(folders) == ["é", "other"]


def test_a_disk_that_fails(folders: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(at_once, "_call", lambda library: refusing(errno.EBUSY))
    with pytest.raises(OSError, match="busy"):
        exchange_at_once(*folders)


@pytest.mark.parametrize(
    ("system", "function", "said"),
    [
        ("linux", "renameat2", (-100, b"one", -100, b"other", 2)),
        ("darwin", "renamex_np", (b"one", b"other", 2)),
    ],
)
def test_what_each_system_is_asked(
    system: str, function: str, said: tuple[object, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    """As <linux/fs.h> and macOS's <stdio.h> have it."""
    asked: list[tuple[object, ...]] = []

    def system_call(*arguments: object) -> int:
        asked.append(arguments)
        return 0

    monkeypatch.setattr(sys, "platform", system)
    assert at_once._call(SimpleNamespace()) is None
    call = at_once._call(SimpleNamespace(**{function: system_call}))
    assert call is not None
    assert (call(b"one", b"other"), asked) == (0, [said])
