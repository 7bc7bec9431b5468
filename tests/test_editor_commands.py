"""The pages for editors that show commands, followed line by line in a portal that ``portail init`` has written."""

import io
import re
import shlex
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from site_builder import reading
from site_builder.cli.main import main
from tests.conftest import REPOSITORY, TODAY, PortalFolder

GUIDES = {
    "fr": ("docs/editeurs", ("creer.md", "deplacer.md", "ranger.md")),
    "en": ("docs/editors", ("creating.md", "moving.md", "tidying.md")),
}
STEP = re.compile(
    r"^```sh\n(?P<commands>.*?)^```\n(?P<between>(?:(?!^```).)*)(?:^```text\n(?P<shown>.*?)^```$)?",
    re.MULTILINE | re.DOTALL,
)
ANSWER = re.compile(r"^> ?(.*)$", re.MULTILINE)
PROGRAM = ".venv/bin/portail"


def page(lang: str, name: str) -> str:
    return (REPOSITORY / GUIDES[lang][0] / name).read_text(encoding="utf-8")


def steps(text: str) -> Iterator[tuple[list[str], str | None]]:
    """Commands to type, and what is shown below them, answers included."""
    for step in STEP.finditer(text):
        yield step["commands"].splitlines(), step["shown"]


def typed_in(said: str, answers: list[str]) -> str:
    """What a terminal shows: each answer after its prompt."""
    parts = said.split("> ")
    asked = "".join(f"{part}> {answer}\n" for part, answer in zip(parts, answers, strict=False))
    return asked + "".join(parts[len(answers) :])


def lines(text: str) -> list[str]:
    return [line.rstrip() for line in text.strip("\n").split("\n")]


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Path:
    monkeypatch.setattr(reading, "today_in", lambda _: TODAY)
    assert main(["init", str(tmp_path / "portal")], {}) == 0
    capsys.readouterr()
    monkeypatch.chdir(tmp_path / "portal")
    monkeypatch.setattr(sys, "argv", [PROGRAM])
    return tmp_path / "portal"


@pytest.mark.parametrize("lang", ["fr", pytest.param("en", marks=pytest.mark.long)])
def test_the_guides_followed_in_a_new_portal(
    lang: str, root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    followed = 0
    for name in GUIDES[lang][1]:
        for commands, shown in steps(page(lang, name)):
            answers = ANSWER.findall(shown or "")
            monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{answer}\n" for answer in answers)))
            said = ""
            for command in commands:
                program, *arguments = shlex.split(command)
                assert program == PROGRAM
                assert main(arguments, {"LANG": f"{lang}_XX.UTF-8"}) == 0, command
                out, err = capsys.readouterr()
                assert err == ""
                said += out
            if shown is not None:
                assert lines(typed_in(said, answers)) == lines(shown)
            followed += 1
    assert followed == 10
    made = PortalFolder(root)
    assert {problem.code for problem in made.check().problems} == {"starter-left", "starter-data-left"}
    assert not made.build().failed
    moved = {"atouts/le-moulin-neuf/": "/atouts/grand-moulin/", "en/assets/the-new-mill/": "/en/assets/great-mill/"}
    for old, new in moved.items():
        assert f'content="0; url={new}"' in made.html(old)
        assert (made.site / new.strip("/") / "index.html").exists()


def test_both_languages_show_the_same_commands() -> None:
    french, english = (
        [command for name in names for commands, _ in steps(page(lang, name)) for command in commands]
        for lang, (_, names) in GUIDES.items()
    )
    assert [command.replace("new atout", "new asset") for command in french] == english
