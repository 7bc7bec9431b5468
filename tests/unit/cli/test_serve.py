"""`portail serve` goes on, whatever stops a build of it."""

import argparse
from pathlib import Path

import pytest

from site_builder.cli import serve

OPTIONS = argparse.Namespace(lang="en", traceback=False)


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (OSError(28, "No space left on device"), "OSError: [Errno 28] No space left on device"),
        (ValueError("a fault of ours"), "ValueError: a fault of ours"),
    ],
)
def test_what_stops_a_build_is_said(
    error: Exception, said: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def build(_: argparse.Namespace) -> int:
        raise error

    monkeypatch.setattr(serve, "build", build)
    serve.rebuild(OPTIONS)
    out, err = capsys.readouterr()
    assert (out, said in err, "Traceback" in err) == ("", True, False)
    with pytest.raises(type(error)):
        serve.rebuild(argparse.Namespace(lang="en", traceback=True))


@pytest.mark.parametrize(
    ("lang", "first"),
    [
        (
            "fr",
            (
                "«\u00a0serve\u00a0» fait le site sans les guides à imprimer (PDF)\u00a0: ceux de la dernière "
                "construction en sont retirés."
            ),
        ),
        ("en", "“serve” makes the site without the printed guides (PDF): those of the last build are taken out of it."),
    ],
)
def test_the_first_line_says_what_the_site_loses(
    lang: str, first: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    papers: list[bool] = []

    def build(options: argparse.Namespace) -> int:
        papers.append(options.with_paper)
        return 3

    monkeypatch.setattr(serve, "build", build)
    monkeypatch.setattr(serve, "is_taken", lambda host, port: False)
    monkeypatch.setattr("sys.argv", ["portail"])
    options = argparse.Namespace(lang=lang, root=tmp_path, host="127.0.0.1", port=8000, called_from=None)
    assert (serve.serve(options), papers) == (3, [False])
    said, again, *more = capsys.readouterr().out.splitlines()
    assert (said, more) == (first, [])
    assert again.endswith(f"portail build --root {tmp_path}")
