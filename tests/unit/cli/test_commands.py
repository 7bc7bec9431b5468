"""The command that is proposed can be pasted where the program runs."""

import argparse
import sys
from pathlib import Path

import pytest

from site_builder.cli import commands
from site_builder.cli.commands import command, for_windows, to_install

TYPED = argparse.Namespace(called_from=None)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A portal in a folder that has a space in its name, with the program installed below it."""
    folder = tmp_path / "Petit Pays"
    folder.mkdir()
    monkeypatch.chdir(folder)
    monkeypatch.setattr(sys, "argv", [str(folder / ".venv" / "portail")])
    return folder


@pytest.mark.parametrize(
    ("windows", "proposed"),
    [
        (True, ".venv/portail check --root elsewhere"),
        (False, "'{here}/.venv/portail' check --root elsewhere"),
    ],
)
def test_the_program_is_named_so_that_it_can_be_called(
    windows: bool, proposed: str, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(commands, "WINDOWS", windows)
    assert command(TYPED, "check", Path("elsewhere")) == proposed.format(here=here)


def test_windows_knows_programs_beyond_this_folder_by_their_whole_path(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(commands, "WINDOWS", True)
    (here / "portal").mkdir()
    monkeypatch.chdir(here / "portal")
    assert command(TYPED, "check", Path()) == f'& "{here}/.venv/portail" check'


def test_what_is_missing_is_installed_beside_the_program(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(commands, "WINDOWS", True)
    monkeypatch.setattr(sys, "executable", str(here / ".venv/Scripts/python.exe"))
    assert to_install("spylls") == ".venv/Scripts/python.exe -m pip install spylls"


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ((r".venv\Scripts\portail", "check"), r".venv\Scripts\portail check"),
        ((r"C:\Users\ana\portail", "serve", "--port", "8001"), r"C:\Users\ana\portail serve --port 8001"),
        ((r"C:\Mes sites\portail", "serve"), r'& "C:\Mes sites\portail" serve'),
        (("portail", "serve", "--root", r"D:\L’Été à Dax"), r'portail serve --root "D:\L’Été à Dax"'),
        (("portail", "serve", "--root", "$HOME `a"), 'portail serve --root "`$HOME ``a"'),
        (("portail", "new", "GENRE", ""), 'portail new GENRE ""'),
    ],
)
def test_commands_for_windows(words: tuple[str, ...], line: str) -> None:
    """Neither PowerShell nor cmd knows the quotation marks of a Unix shell: backslashes must stand outside them."""
    assert for_windows(words) == line
