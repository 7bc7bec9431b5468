"""Nothing is said of short work; long work says a line a second, and nothing once it is done."""

import threading

import pytest

from site_builder import progress as module
from site_builder.progress import UNWATCHED, SpokenProgress, Step

Said = list[tuple[Step, int, int]]


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        ([0, 0.5, 1.9], []),
        ([0, 2.0], [("pages", 10, 40)]),
        ([0, 2.0, 2.5, 3.0], [("pages", 10, 40), ("pages", 30, 40)]),
        ([0, 1.0, 5.0, 5.9, 6.0], [("pages", 20, 40), ("pages", 40, 40)]),
    ],
)
def test_pages(seconds: list[float], said: Said) -> None:
    """``seconds``: what the clock says at the beginning, then at each step of ten."""
    now = [seconds[0]]
    heard: Said = []
    with SpokenProgress(lambda *words: heard.append(words), lambda: now[0]) as progress:
        progress.begin("pages", 40)
        for second in seconds[1:]:
            now[0] = second
            progress.advance(10)
    assert heard == said


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        ([0, 0.6, 1.5], []),
        ([0, 0.6, 2.5], [("pages", 0, 9100)]),
        ([0, 3.0, 4.5], [("checking", 0, 0), ("pages", 0, 9100)]),
        ([0, 3.0, 3.5], [("checking", 0, 0)]),
    ],
)
def test_what_begins(seconds: list[float], said: Said) -> None:
    """``seconds``: when reading, checking and the pages begin."""
    now = [0.0]
    heard: Said = []
    with SpokenProgress(lambda *words: heard.append(words), lambda: now[0]) as progress:
        now[0] = seconds[0]
        progress.begin("reading")
        now[0] = seconds[1]
        progress.begin("checking")
        now[0] = seconds[2]
        progress.begin("pages", 9100)
    assert heard == said


def test_a_long_step_is_told_while_it_lasts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "SILENT_FOR", 0.05)
    heard: Said = []
    spoken = threading.Event()

    def say(step: Step, done: int, total: int) -> None:
        heard.append((step, done, total))
        spoken.set()

    before = threading.enumerate()
    with SpokenProgress(say) as progress:
        progress.begin("reading")
        assert spoken.wait(10)
        progress.begin("pages", 5)
        assert threading.enumerate() == before  # processes are forked from here on
    assert heard == [("reading", 0, 0)]


def test_nothing_is_said_after_the_work(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever waited to speak is gone, however busy the machine is."""
    monkeypatch.setattr(module, "SILENT_FOR", 60)
    heard: Said = []
    before = threading.enumerate()
    with SpokenProgress(lambda *words: heard.append(words)) as progress:
        progress.begin("checking")
        assert len(threading.enumerate()) == len(before) + 1
    assert (heard, threading.enumerate()) == ([], before)


def test_work_that_nobody_watches(capsys: pytest.CaptureFixture[str]) -> None:
    UNWATCHED.begin("pages", 3)
    UNWATCHED.advance(3)
    assert capsys.readouterr() == ("", "")
