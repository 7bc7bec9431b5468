"""Nothing is said of short work; long work says a line a second."""

import io

import pytest

from site_builder.progress import Progress


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        ([0, 0.5, 1.9], ""),
        ([0, 2.0], "pages 10/40\n"),
        ([0, 2.0, 2.5, 3.0], "pages 10/40\npages 30/40\n"),
        ([0, 1.0, 5.0, 5.9, 6.0], "pages 20/40\npages 40/40\n"),
    ],
)
def test_lines(seconds: list[float], said: str) -> None:
    """``seconds``: what the clock says at the beginning, then at each step of ten."""
    now = [seconds[0]]
    stream = io.StringIO()
    progress = Progress("pages", 40, stream, lambda: now[0])
    for second in seconds[1:]:
        now[0] = second
        progress.advance(10)
    assert stream.getvalue() == said


def test_standard_error_is_where_it_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    now = [0.0]
    progress = Progress("maps", 2, clock=lambda: now[0])
    now[0] = 2.0
    progress.advance(2)
    assert capsys.readouterr() == ("", "maps 2/2\n")
