"""What `portail serve` answers and says, whatever happens to the portal; nobody listens here."""

import argparse
import re
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from site_builder.cli import serve, showing
from site_builder.engine import engine_folder
from site_builder.host import Answer
from site_builder.problems import Place, Problem
from tests.conftest import PortalFolder, copy_portal

ABOUT = "content/pages/about.md"


@pytest.fixture
def minimal(tmp_path: Path) -> PortalFolder:
    return copy_portal("minimal", tmp_path / "minimal")


def options(folder: PortalFolder, lang: str = "en", *, traceback: bool = False) -> argparse.Namespace:
    return argparse.Namespace(
        lang=lang,
        traceback=traceback,
        root=folder.root,
        host="127.0.0.1",
        port=8000,
        called_from=None,
        own_process=False,
    )


Renew = Callable[[], bool]
Answering = Callable[[str], Answer]


def served(
    monkeypatch: pytest.MonkeyPatch, asked: argparse.Namespace, work: Callable[[Renew, Answering], None]
) -> list[Path]:
    """``work`` in the place of the host's server; the folders that it is asked to watch."""
    watched: list[Path] = []

    def server(renew: Renew, watch: Sequence[Path], answer: Answering, host: str, port: int) -> None:
        assert (host, port) == ("127.0.0.1", 8000)
        watched.extend(watch)
        work(renew, answer)

    monkeypatch.setattr(showing, "development_server", lambda: server)
    monkeypatch.setattr(serve, "is_taken", lambda host, port: False)
    monkeypatch.setattr("sys.argv", ["portail"])
    assert serve.serve(asked) == 0
    return watched


def rewritten(folder: PortalFolder, old: str, new: str) -> None:
    file = folder.root / ABOUT
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def without_told(page: bytes) -> bytes:
    """A page as a build of the same portal has it."""
    return re.sub(rb'<aside class="told.*?</aside>', b"", page, flags=re.DOTALL)


def test_a_change_is_shown_and_a_mistake_is_told(
    minimal: PortalFolder, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def work(renew: Renew, answer: Answering) -> None:
        assert capsys.readouterr().out.splitlines()[-1] == "http://127.0.0.1:8000/ (Ctrl-C to stop)"
        assert not renew()  # nothing has changed
        rewritten(minimal, "Ce portail parle d’un seul lieu.", "Un seul lieu.")
        assert renew()
        assert b"Un seul lieu." in answer("/a-propos/").data
        assert "pages up to date, in " in capsys.readouterr().out
        right = without_told(answer("/a-propos/").data)
        rewritten(minimal, "title:", "titel:")
        assert renew()  # pages reload: they say what is wrong
        wrong = answer("/a-propos/").data
        assert without_told(wrong) == right
        assert f':3:1"><code>{ABOUT}:3:1</code></a> [unknown-field] ' in wrong.decode()
        assert answer("/robots.txt").data.startswith(b"User-agent")
        out = capsys.readouterr().out
        assert f"What the check says:\n{ABOUT}:3:1 [unknown-field]" in out
        assert out.endswith("Until these errors are mended, the site that is shown stays as it was.\n")
        rewritten(minimal, "Un seul lieu.", "Un lieu.")
        assert not renew()  # the same mistake, which the pages tell already
        rewritten(minimal, "titel:", "title:")
        assert renew()
        assert b'<aside class="told wrong"' not in answer("/a-propos/").data
        assert b"<summary>To mend: 0. Warnings: 9.</summary>" in answer("/a-propos/").data
        assert capsys.readouterr().out.count("What the check says:\n") == 1

    watched = served(monkeypatch, options(minimal), work)
    names = ("content", "data", "media", "theme", "mkdocs.yml")
    assert watched == [*(minimal.root / name for name in names), engine_folder("theme")]  # also what comes later
    assert not (minimal.root / "site").exists()


def test_a_portal_that_begins_with_errors(
    minimal: PortalFolder, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whoever looks is told in the browser as well; once it is mended, pages reload."""

    def work(renew: Renew, answer: Answering) -> None:
        assert "Nothing will be shown before these errors are mended.\n" in capsys.readouterr().out
        told = answer("/")
        assert (told.status, told.path) == (503, showing.TOLD_HERE)
        assert f"<code>{ABOUT}:3:1</code></a> [unknown-field] " in told.data.decode()
        assert "<pre>title: À propos</pre>" in told.data.decode()
        rewritten(minimal, "titel:", "title:")
        assert renew()
        assert answer("/a-propos/").status == 200

    rewritten(minimal, "title:", "titel:")
    served(monkeypatch, options(minimal), work)


def test_without_a_search_the_rest_is_shown(
    minimal: PortalFolder, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is told once, when somebody searches."""
    problem = Problem("search-unavailable", Place("mkdocs.yml"), {"error": "no Pagefind"})
    monkeypatch.setattr("site_builder.serving.searchable", lambda scene, root: ((), (problem,)))

    def work(renew: Renew, answer: Answering) -> None:
        assert renew() is False
        assert "[search-unavailable]" not in capsys.readouterr().out
        assert [answer(f"/pagefind/{name}").status for name in ("pagefind.js", "words-fr.txt")] == [404, 404]
        assert capsys.readouterr().out.count("[search-unavailable]") == 1
        assert answer("/").status == 200

    served(monkeypatch, options(minimal), work)


def test_mkdocs_yml_is_followed_as_well(
    minimal: PortalFolder, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file = minimal.root / "mkdocs.yml"
    right = file.read_text(encoding="utf-8")

    def work(renew: Renew, answer: Answering) -> None:
        for wrong, said in (("", "[host-empty]"), (right.replace("plugins: []", "plugins: [nobody]"), "Aborted")):
            file.write_text(wrong, encoding="utf-8")
            assert renew()
            done = capsys.readouterr()
            assert said in done.out + done.err
            assert answer("/a-propos/").status == 200
            assert b'<aside class="told wrong"' in answer("/a-propos/").data
        file.write_text(right, encoding="utf-8")
        assert renew()

    served(monkeypatch, options(minimal), work)


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (OSError(28, "No space left on device"), "OSError: [Errno 28] No space left on device"),
        (ValueError("a fault of ours"), "ValueError: a fault of ours"),
    ],
)
def test_what_stops_it_is_said(
    error: Exception,
    said: str,
    minimal: PortalFolder,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The server goes on; only a maintainer sees where it happened."""

    def fail(*_: object) -> None:
        raise error

    asked = options(minimal)

    def work(renew: Renew, answer: Answering) -> None:
        monkeypatch.setattr("site_builder.serving.hold", fail)
        rewritten(minimal, "title:", "title: ")
        assert renew()
        assert said in answer("/a-propos/").data.decode()
        monkeypatch.setattr("site_builder.serving.Held.get", fail)
        told = answer("/a-propos/")
        assert (told.status, said in told.data.decode()) == (500, True)
        err = capsys.readouterr().err
        assert (err.count(said), "Traceback" in err) == (2, False)
        asked.traceback = True
        with pytest.raises(type(error)):
            answer("/a-propos/")

    served(monkeypatch, asked, work)


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
    lang: str,
    first: str,
    minimal: PortalFolder,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    served(monkeypatch, options(minimal, lang), lambda renew, answer: None)
    said, again, *_ = capsys.readouterr().out.splitlines()
    assert said == first
    assert again.endswith(f"portail build --root {minimal.root}")
