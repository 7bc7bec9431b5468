"""``portail build --shard`` and ``portail merge``: what they say, where they write, and their exit codes."""

import re
from pathlib import Path

import pytest

from site_builder.cli.main import main
from tests.conftest import PortalFolder, copy_portal

ENGLISH = {"LANG": "en_GB.UTF-8"}
FRENCH = {"LANG": "fr_FR.UTF-8"}


@pytest.fixture
def minimal(tmp_path: Path) -> PortalFolder:
    return copy_portal("minimal", tmp_path / "minimal")


def run(folder: PortalFolder, command: str, *options: str | Path, environ: dict[str, str] = ENGLISH) -> int:
    return main([command, "--jobs", "1", "--root", str(folder.root), *map(str, options)], environ)


def test_two_parts_become_the_site(minimal: PortalFolder, capsys: pytest.CaptureFixture[str]) -> None:
    for number in (1, 2):
        assert run(minimal, "build", "--no-paper", "--shard", f"{number}/2") == 0
    said = capsys.readouterr().out
    parts = [minimal.root / f"site-{number}-of-2" for number in (1, 2)]
    for number, part in enumerate(parts, 1):
        assert re.search(rf"^Part {number}/2 of the site: \d+ pages \(.*, in {part}$", said, re.MULTILINE)
    assert re.search(rf"^When all parts are there: \S+ merge --root {minimal.root} FOLDER FOLDER…$", said, re.MULTILINE)
    assert run(minimal, "build", "--no-paper", "--shard", "2/2") == 0
    assert f"Nothing has changed: {parts[1]} is up to date, with part 2/2 of the site, " in capsys.readouterr().out
    assert run(minimal, "merge", *parts) == 0
    said = capsys.readouterr().out
    assert re.match(rf"\d+ pages \(\d+ files, [\d.]+ MB\) in [\d.]+ s, in {minimal.site}\nTo look at them: ", said)
    assert (minimal.site / "index.html").is_file()


def test_another_part_in_the_same_folder_is_built(minimal: PortalFolder, capsys: pytest.CaptureFixture[str]) -> None:
    for options in (("--shard", "1/2"), ("--shard", "2/2"), ()):
        assert run(minimal, "build", "--no-paper", "--output", minimal.site, *options) == 0
        assert "Nothing has changed" not in capsys.readouterr().out


def test_a_part_does_not_take_the_place_of_a_site(minimal: PortalFolder, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(minimal, "build", "--no-paper") == 0
    before = (minimal.site / "index.html").stat()
    capsys.readouterr()
    assert run(minimal, "build", "--no-paper", "--output", minimal.site, "--shard", "1/2") == 3
    said = f"{minimal.site} holds a whole site, which a part alone would replace: nothing was changed.\n→ portail build"
    assert capsys.readouterr().err.startswith(said)
    assert (minimal.site / "index.html").stat() == before


def test_what_is_not_all_the_parts_is_refused(minimal: PortalFolder, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(minimal, "merge", minimal.root / "data", environ=FRENCH) == 3
    assert capsys.readouterr().err.startswith(f"{minimal.root / 'data'} n’est pas une partie d’un site (")
    assert not minimal.site.exists()


def test_a_merge_into_the_sources_is_refused(minimal: PortalFolder, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(minimal, "merge", minimal.root / "data", "--output", minimal.root / "content") == 3
    assert "would erase what the portal is made of" in capsys.readouterr().err


@pytest.mark.parametrize("text", ["3/2", "0/2", "2", "a/b"])
def test_a_part_that_there_is_not(text: str, minimal: PortalFolder, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        run(minimal, "build", "--shard", text)
    assert left.value.code == 2
    assert "a part of the site is written K/N, for example 2/5: the second of five" in capsys.readouterr().err
