"""`portail serve` goes on, whatever stops a build of it."""

import argparse
from pathlib import Path

import pytest

from site_builder.cli import serve
from tests.conftest import copy_portal

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
                "«\u00a0serve\u00a0» montre le site sur cet ordinateur seulement, sans les guides à imprimer (PDF)"
                "\u00a0: ce que vous publiez ne change pas."
            ),
        ),
        (
            "en",
            (
                "“serve” shows the site on this computer only, without the printed guides (PDF): what you publish "
                "stays as it is."
            ),
        ),
    ],
)
def test_the_first_line_says_whom_the_site_is_for(
    lang: str, first: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    orders: list[tuple[Path, bool, bool]] = []

    def build(options: argparse.Namespace) -> int:
        orders.append((options.output, options.with_paper, options.served))
        return 3

    monkeypatch.setattr(serve, "build", build)
    monkeypatch.setattr(serve, "is_taken", lambda host, port: False)
    monkeypatch.setattr("sys.argv", ["portail"])
    minimal = copy_portal("minimal", tmp_path / "minimal")
    options = argparse.Namespace(lang=lang, root=minimal.root, host="127.0.0.1", port=8000, called_from=None)
    assert (serve.serve(options), orders) == (3, [(minimal.root / ".portail/served/site", False, True)])
    said, again, *more = capsys.readouterr().out.splitlines()
    assert (said, more) == (first, [])
    assert again.endswith(f"portail build --root {minimal.root}")
