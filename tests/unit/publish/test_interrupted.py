"""A build that stops at any step that changes the disk: readers have the old site or the new one, and the next build
finds its way."""

import errno
import multiprocessing
import os
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from site_builder.output import SITE_MARK, Output
from site_builder.problems import Problem
from site_builder.publish import stage as stage_module
from site_builder.publish import swap
from site_builder.publish.refused import PublishingStopped
from site_builder.publish.stage import staged_tree
from site_builder.publish.survey import remove

CHANGING = ("open", "write", "pwrite", "link", "unlink", "remove", "rename", "replace", "rmdir", "mkdir")
"""Functions of ``os`` by which a build changes the disk; it has no other, but to exchange two folders at once."""
OLDER = (Output("a/index.html", b"a"), Output("b/index.html", b"older"), Output("gone/index.html", b"gone"))
OLD = (Output("a/index.html", b"a"), Output("b/index.html", b"old"), Output("gone/index.html", b"gone"))
NEW = (Output("a/index.html", b"a"), Output("b/index.html", b"new"), Output("c/d/index.html", b"c"))
Stop = Callable[[], None]


def publish(root: Path, files: tuple[Output, ...]) -> tuple[Problem, ...]:
    made = (SITE_MARK, *files)
    expected = {file.path for file in made}
    with staged_tree(root / "portal", root / "site") as tree:
        found = tree.begin()
        written = tree.writer.write_all(made)
        tree.settle(expected, written, found)
        return tree.publish(written.manifest)


def text(site: Path) -> dict[str, bytes]:
    files = {file.relative_to(site).as_posix(): file.read_bytes() for file in site.rglob("*") if file.is_file()}
    return {path: data for path, data in files.items() if path != SITE_MARK.path}


def whole(files: tuple[Output, ...]) -> dict[str, bytes]:
    return {file.path: file.data for file in files}


@contextmanager
def stopping(step: int, stop: Stop, *, after: bool) -> Iterator[list[str]]:
    """At the ``step``-th change, instead of it or right ``after`` it, ``stop`` is called. Names the changes made."""
    done: list[str] = []

    def counted(name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        def change(*arguments: Any, **named: Any) -> Any:
            done.append(name)
            here = len(done) == step
            if here and not after:
                stop()
            try:
                return function(*arguments, **named)
            finally:
                if here:
                    stop()

        return change

    with pytest.MonkeyPatch.context() as patch:
        for name in CHANGING:
            patch.setattr(os, name, counted(name, getattr(os, name)))
        patch.setattr(swap, "exchange_at_once", counted("exchange", vars(swap)["exchange_at_once"]))
        yield done


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "portal").mkdir()
    return tmp_path


@pytest.fixture(params=["at once", "in steps"])
def at_once(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> bool:
    if request.param == "in steps":
        monkeypatch.setattr(swap, "exchange_at_once", lambda one, other: False)
    return bool(request.param == "at once")


def steps(root: Path) -> int:
    """How many changes a build makes that is not stopped; ``root`` has the old site afterwards."""
    begin(root)
    with stopping(0, lambda: None, after=False) as done:
        assert publish(root, NEW) == ()
    begin(root)
    return len(done)


def begin(root: Path) -> None:
    publish(root, OLDER)
    publish(root, OLD)


def is_clean(root: Path) -> bool:
    names = {path.name.partition("-")[0] for path in (root / ".portail").iterdir()}
    return names == {"site", "site.lock", "site.manifest"} and len([*(root / ".portail").iterdir()]) == 4


def full() -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


def ctrl_c() -> None:
    raise KeyboardInterrupt


@pytest.mark.parametrize(("stop", "after"), [(full, False), (ctrl_c, False), (ctrl_c, True)])
def test_whatever_stops_it(stop: Stop, after: bool, at_once: bool, root: Path) -> None:
    seen = []
    for step in range(1, steps(root) + 1):
        said: object = None
        try:
            with stopping(step, stop, after=after):
                said = [problem.code for problem in publish(root, NEW)]
        except PublishingStopped as stopped:
            said = stopped.problem.code
        except KeyboardInterrupt:
            said = "interrupted"
        seen.append((said, text(root / "site")))
        assert seen[-1][1] in (whole(OLD), whole(NEW))
        assert publish(root, NEW) == ()
        assert text(root / "site") == whole(NEW)
        assert not (root / ".portail" / "site" / "gone").exists()
        begin(root)
        assert is_clean(root)
    expected = {"disk-full"} if stop is full else {"interrupted"}
    assert {said for said, found in seen if found == whole(OLD)} == expected
    assert any(found == whole(NEW) for _, found in seen)
    if stop is full:  # what comes after the exchange is no reason to say that nothing was published
        assert [said for said, found in seen if found == whole(NEW) and said not in ([], ["former-left"])] == (
            [] if at_once else ["disk-full"]  # the last of the renames
        )


def test_a_process_that_is_killed(at_once: bool, root: Path) -> None:
    """Nothing of it runs any more: no undoing."""
    fork = multiprocessing.get_context("fork")

    def killed(step: int) -> None:
        with stopping(step, lambda: os._exit(9), after=True):
            publish(root, NEW)
        os._exit(0)

    absent = 0
    for step in range(1, steps(root) + 1):
        child = fork.Process(target=killed, args=(step,))
        child.start()
        child.join()
        assert child.exitcode == 9
        found = text(root / "site")
        absent += not found
        assert found in (whole(OLD), whole(NEW), {})
        assert publish(root, OLD) == ()
        assert text(root / "site") == whole(OLD)
        begin(root)
        assert is_clean(root)
    assert absent == (0 if at_once else 1)


def test_a_site_that_an_exchange_lost_is_back_before_anything_is_built(root: Path) -> None:
    begin(root)
    (root / "site").rename(root / ".portail" / "site.previous")
    with staged_tree(root / "portal", root / "site"):
        assert text(root / "site") == whole(OLD)


def test_what_could_not_be_taken_out_of_the_former_site_is_said(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    begin(root)

    def refused(folder: Path, paths: Collection[str]) -> None:
        if text(root / "site") == whole(NEW):
            raise PermissionError(errno.EACCES, "Permission denied", str(folder))
        remove(folder, paths)

    monkeypatch.setattr(stage_module, "remove", refused)
    (problem,) = publish(root, NEW)
    assert (problem.code, problem.severity, problem.fix("en")) == (
        *("former-left", "warning"),
        f"rm -r {root / '.portail'}  # the next build makes it again",
    )
    assert text(root / "site") == whole(NEW)
