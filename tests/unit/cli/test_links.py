"""``portail links``: what is told after three days of failure, to people, to programs and in an issue."""

import json
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from pathlib import Path

import pytest

from site_builder import reading
from site_builder.cli.links_told import Told, as_markdown
from site_builder.cli.main import main
from site_builder.external.answers import Answer, Outcome
from site_builder.external.history import Failure, Report
from site_builder.problems import Place
from tests.conftest import TODAY, PortalFolder

Run = Callable[..., str]
TREE = """
data/guide.yml
    sections:
      - {id: housing, title: {fr: Se loger, en: Housing}}
    audiences:
      - {id: family, title: {fr: En famille, en: Family}}
    roles: []
content/assets/dune.md
    ---
    id: dune
    title: La dune
    angle: natural-heritage
    ---
    [Un](https://gone.example/a), [deux](https://moved.example/), [trois](https://there.example/).

    [Un encore](https://gone.example/a)
"""
ANSWERS = {
    "https://gone.example/a": Answer(Outcome.FAILED, "404"),
    "https://moved.example/": Answer(Outcome.MOVED, "https://new.example/`"),
    "https://there.example/": Answer(Outcome.THERE),
}


@pytest.fixture
def run(
    portal: Callable[..., PortalFolder], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Run:
    folder = portal(TREE)

    def command(*arguments: str, day: int = 0, answers: Mapping[str, Answer] = ANSWERS, lang: str = "en") -> str:
        monkeypatch.setattr(reading, "today_in", lambda _: TODAY + timedelta(days=day))

        def ask_all(written: Mapping[str, object], agent: str, **_: object) -> Mapping[str, Answer]:
            assert sorted(written) == sorted(ANSWERS)
            assert agent.startswith("portail/")
            return answers

        monkeypatch.setattr("site_builder.cli.links.ask_all", ask_all)
        capsys.readouterr()
        assert main(["links", "--root", str(folder.root), "--lang", lang, *arguments], {}) == 0
        return capsys.readouterr().out.replace("\u00a0", " ")

    return command


def test_only_what_failed_on_three_days_is_told(run: Run) -> None:
    moved = "https://moved.example/\n  write https://new.example/`\n  content/assets/dune.md:6:31\n"
    counted = "Addresses tried: 3. Without an answer, but not yet on 3 different days of checking: {}.\n"
    assert run() == run() == run(day=7) == moved + counted.format(1)
    assert run(day=14) == (
        "https://gone.example/a\n  since 21 November 2026: the page is no longer there (404)\n"
        "  content/assets/dune.md:6:1\n  content/assets/dune.md:8:1\n" + moved + counted.format(0)
    )
    there = dict.fromkeys(ANSWERS, Answer(Outcome.THERE))
    assert run(day=21, answers=there) == "No link is to be mended.\n" + counted.format(0)
    assert run(day=28) == moved + counted.format(1)


def test_programs_get_the_same(run: Run) -> None:
    for day in (0, 7):
        run(day=day)
    said = json.loads(run("--format", "json", day=14))
    places = [{"path": "content/assets/dune.md", "line": line, "column": 1} for line in (6, 8)]
    gone = {"address": "https://gone.example/a", "since": "2026-11-21", "days": 3, "why": "404", "places": places}
    assert (said["asked"], said["waiting"], said["dead"]) == (3, 0, [gone])
    assert [(row["address"], row["to"]) for row in said["moved"]] == [
        ("https://moved.example/", "https://new.example/`")
    ]


def test_an_issue_speaks_the_language_of_the_portal_and_stays_as_it_is(run: Run) -> None:
    for day in (0, 7):
        run(day=day)
    said = run("--format", "markdown", day=14)
    assert said == (
        "# Liens vers d’autres sites à corriger\n\n"
        "Après chaque lien viennent les fichiers et les lignes où il est écrit.\n\n"
        "## Ne répondent plus\n\n"
        "- `https://gone.example/a` · depuis le 21 novembre 2026 : la page n’y est plus (404)\n"
        "  - `content/assets/dune.md:6`\n  - `content/assets/dune.md:8`\n\n"
        "## Ont changé d’adresse pour de bon\n\n"
        "- `https://moved.example/` · écrivez `` https://new.example/` ``\n"
        "  - `content/assets/dune.md:6`\n\n"
        "Cette liste est tenue à jour chaque semaine. Le ticket se ferme seul quand elle est vide.\n"
    )
    assert run("--format", "markdown", day=21) == said
    assert run("--format", "markdown", day=28, answers=dict.fromkeys(ANSWERS, Answer(Outcome.THERE))) == ""


def test_a_history_may_stand_elsewhere(run: Run, tmp_path: Path) -> None:
    kept = tmp_path / "kept" / "links.json"
    run("--history", str(kept))
    assert json.loads(kept.read_text(encoding="utf-8")) == {
        "failures": {"https://gone.example/a": {"since": "2026-11-21", "last": "2026-11-21", "days": 1, "why": "404"}}
    }


def test_without_network_nothing_is_noted(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    before = run("--format", "json")
    monkeypatch.setattr("site_builder.cli.links.nobody_answered", lambda _: True)
    for day in (7, 14, 21):
        assert run("--format", "json", day=day) == before
    assert "No link is to be mended" not in run(day=28)


def test_a_portal_without_settings_is_no_portal(
    portal: Callable[..., PortalFolder], capsys: pytest.CaptureFixture[str]
) -> None:
    folder = portal("data/portal.yml\n    name: [\n")
    assert main(["links", "--root", str(folder.root)], {}) == 1
    assert "data/portal.yml:" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("why", "said"),
    [
        ("410", "the page is no longer there (410)"),
        ("502", "the server is out of order (502)"),
        ("400", "the server refuses (400)"),
        ("timeout", "the server takes more than twenty seconds to answer"),
        ("certificate", "the site’s certificate is not valid"),
        ("name", "there is no such domain name"),
        ("silent", "the server does not answer"),
        ("redirects", "the address leads to another without end"),
        ("address", "the address is badly written"),
    ],
)
def test_why(why: str, said: str) -> None:
    failure = Failure(since=date(2026, 11, 2), last=date(2026, 11, 16), days=3, why=why)
    report = Report(dead={"https://a.example/": failure}, moved={}, asked=1, waiting=0)
    told = Told(report, {"https://a.example/": [Place("a.md")]}, "fr", "eu")
    assert f"- `https://a.example/` · since 2 November 2026: {said}\n" in as_markdown(told)
