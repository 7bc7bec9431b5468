"""Progress is for a person at a terminal, in the tool's language."""

import io

import pytest

from site_builder import progress as module
from site_builder.cli.progress import progress_in


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("fr", "lecture…\nvérification…\npages 0/9\u202f100\npages 4\u202f500/9\u202f100\n"),
        ("en", "reading…\nchecking…\n0/9,100 pages\n4,500/9,100 pages\n"),
    ],
)
@pytest.mark.parametrize("stream", [Terminal(), io.StringIO()])
def test_long_work(lang: str, said: str, stream: io.StringIO, monkeypatch: pytest.MonkeyPatch) -> None:
    stream.truncate(0)
    stream.seek(0)
    monkeypatch.setattr("sys.stderr", stream)
    monkeypatch.setattr(module, "SILENT_FOR", 0)
    monkeypatch.setattr(module, "BETWEEN", 0)
    with progress_in(lang) as progress:
        progress.begin("reading")
        progress.begin("checking")
        progress.begin("pages", 9100)
        progress.advance(4500)
    assert stream.getvalue() == (said if stream.isatty() else "")
