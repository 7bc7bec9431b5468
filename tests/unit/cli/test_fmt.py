"""``portail fmt``: what is written, what is only said, and what is left."""

import os
from collections.abc import Callable

import pytest

from site_builder.cli.main import main
from tests.conftest import PortalFolder

Run = Callable[..., tuple[int, str, str]]
ENGLISH, FRENCH = {"LANG": "en_GB.UTF-8"}, {"LANG": "fr_FR.UTF-8"}
TREE = """\
content/assets/dune.md
    ---
    title: Là
    # ne change plus
    id: dune
    ---
    Du sable.
content/assets/lac.md
    ---
    id: lac
    title: Ici
    ---
    De l’eau.
content/notes.txt
    title: b
"""
ORDERED = "---\n# ne change plus\nid: dune\ntitle: Là\n---\nDu sable.\n"
UNKNOWN = {"content/assets/mer.md": b"---\ntitel: Mer\nid: mer\n---\n"}


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    def command(folder: PortalFolder, *arguments: str, environ: dict[str, str] = ENGLISH) -> tuple[int, str, str]:
        monkeypatch.chdir(folder.root)
        monkeypatch.setattr("sys.argv", ["portail"])
        code = main(["fmt", *arguments], environ)
        out, err = capsys.readouterr()
        return code, out, err

    return command


def dune(folder: PortalFolder) -> str:
    return (folder.root / "content/assets/dune.md").read_text(encoding="utf-8")


def test_everything(run: Run, portal: Callable[..., PortalFolder]) -> None:
    folder = portal(TREE)
    before = (folder.root / "content/assets/lac.md").stat()
    os.chmod(folder.root / "content/assets/dune.md", 0o640)  # noqa: PTH101
    assert run(folder) == (0, "content/assets/dune.md: put in order\n", "")
    assert dune(folder) == ORDERED
    assert (folder.root / "content/assets/dune.md").stat().st_mode & 0o777 == 0o640
    assert (folder.root / "content/assets/lac.md").stat() == before
    assert run(folder) == (0, "Everything is in order (2 files).\n", "")
    assert run(folder, environ=FRENCH) == (0, "Tout est en ordre (2 fichiers).\n", "")


def test_only_looking(run: Run, portal: Callable[..., PortalFolder]) -> None:
    folder = portal(TREE)
    before = dune(folder)
    assert run(folder, "--check") == (1, "content/assets/dune.md: not in order\n", "")
    assert dune(folder) == before
    assert run(folder, "--check", "content/assets/lac.md") == (0, "Everything is in order (1 file).\n", "")


def test_files_that_are_named(run: Run, portal: Callable[..., PortalFolder]) -> None:
    folder = portal(TREE)
    before = dune(folder)
    assert run(folder, "content/assets/lac.md")[0] == 0
    assert dune(folder) == before
    for other in (
        "content/notes.txt",
        "data/guide.yml",
        "content/assets/none.md",
        "content/asset",
        "data",
        "/etc/hosts",
    ):
        said = f"{other} is neither an entry of the portal nor a folder of entries: nothing was written.\n"
        assert run(folder, "content/assets/dune.md", other) == (1, "", said)
    assert dune(folder) == before


@pytest.mark.parametrize("named", ["content/assets", "content", "."])
def test_a_folder_names_its_entries(named: str, run: Run, portal: Callable[..., PortalFolder]) -> None:
    folder = portal(TREE)
    assert run(folder, named) == (0, "content/assets/dune.md: put in order\n", "")
    assert dune(folder) == ORDERED
    assert run(folder, named) == (0, "Everything is in order (2 files).\n", "")


@pytest.mark.parametrize("more", [(), ("--check",)])
def test_what_is_to_be_mended_is_left_and_said(
    more: tuple[str, ...], run: Run, portal: Callable[..., PortalFolder]
) -> None:
    folder = portal(TREE, binary=UNKNOWN)
    code, out, err = run(folder, *more)
    assert (code, out) == (1, f"content/assets/dune.md: {'not' if more else 'put'} in order\n")
    assert err == (
        "content/assets/mer.md: left as it is, to be mended first\nTo see what is to be mended: portail check\n"
    )
    assert (folder.root / "content/assets/mer.md").read_bytes() == UNKNOWN["content/assets/mer.md"]
    assert (dune(folder) == ORDERED) is not bool(more)


def test_links_of_the_disk_are_not_followed(run: Run, portal: Callable[..., PortalFolder]) -> None:
    folder = portal(TREE)
    elsewhere = folder.root / "elsewhere.md"
    (folder.root / "content/assets/dune.md").rename(elsewhere)
    (folder.root / "content/assets/dune.md").symlink_to(elsewhere)
    before = elsewhere.read_bytes()
    assert run(folder) == (0, "Everything is in order (1 file).\n", "")
    assert elsewhere.read_bytes() == before
