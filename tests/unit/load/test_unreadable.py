"""What the disk does not let be read is said, with its path, and hides nothing else."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from site_builder.load import sources
from site_builder.load.files import find_files
from site_builder.load.sources import load
from site_builder.problems import Place, Problem
from tests.conftest import PortalFolder, write_files

FILES = {
    "content/pages/a.md": "---\nid: a\n---\n",
    "content/pages/b.md": "",
    "data/portal.yml": "a: b\n",
    "data/t.csv": "a,b\n1,2\n",
    "data/t.geojson": "{}",
    "media/i.jpg": "x",
    "media/i.yml": "a: b\n",
    "theme/main.html": "x",
    "theme/strings/fr.yml": "a: b\n",
}
TOLD_ANYWAY = ("empty-file", "content/pages/b.md")


def told(problems: list[Problem]) -> list[tuple[str, str]]:
    return [(problem.code, problem.place.path) for problem in problems]


@pytest.fixture
def refuse(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path], None]:
    """``refuse(path)``: nothing opens this file or this folder any more, whoever runs the tests."""

    def refuse_one(refused: Path) -> None:
        def closed(ordinary: Callable[..., object]) -> Callable[..., object]:
            def opened(path: Path, *arguments: object, **options: object) -> object:
                if path == refused:
                    raise PermissionError(13, "Permission denied", str(path))
                return ordinary(path, *arguments, **options)

            return opened

        for name in ("open", "iterdir"):
            monkeypatch.setattr(Path, name, closed(getattr(Path, name)))

    return refuse_one


@pytest.mark.parametrize("path", [path for path in FILES if path != "content/pages/b.md"])
def test_a_file(path: str, tmp_path: Path, refuse: Callable[[Path], None]) -> None:
    write_files(tmp_path, FILES)
    refuse(tmp_path / path)
    loaded, problems = load(tmp_path)
    assert sorted(told(problems)) == sorted([("file-unreadable", path), TOLD_ANYWAY])
    assert path in loaded.all_paths or path.startswith("theme/")


@pytest.mark.parametrize("folder", ["content/pages", "data", "media", "theme", "theme/strings"])
def test_a_folder(folder: str, tmp_path: Path, refuse: Callable[[Path], None]) -> None:
    write_files(tmp_path, FILES)
    refuse(tmp_path / folder)
    others = [] if folder == "content/pages" else [TOLD_ANYWAY]
    assert sorted(told(load(tmp_path)[1])) == sorted([("file-unreadable", folder), *others])


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is closed to the administrator")
def test_a_folder_whose_files_have_names_and_nothing_else(tmp_path: Path) -> None:
    write_files(tmp_path, {"content/a.md": "", "content/b/c.md": ""})
    (tmp_path / "content").chmod(0o400)
    try:
        found, problems = find_files(tmp_path, "content")
    finally:
        (tmp_path / "content").chmod(0o700)
    assert (found, told(problems)) == ([], [("file-unreadable", "content/a.md"), ("file-unreadable", "content/b")])


def test_what_is_said(portal: Callable[..., PortalFolder], refuse: Callable[[Path], None]) -> None:
    folder = portal("content/pages/un texte.md\n    x\n")
    refuse(folder.root / "content" / "pages" / "un texte.md")
    said = "The system does not let this file or folder be read (Permission denied)."
    fix = "Give yourself the right to read it: chmod -R u+rX 'content/pages/un texte.md'"
    assert f"content/pages/un texte.md:1:1 [file-unreadable] {said} → {fix}" in folder.lines("en")
    assert folder.lines("fr")[0] == (
        "content/pages/un texte.md:1:1 [file-unreadable] Le système ne laisse pas lire ce fichier ou ce dossier. → "
        "Donnez-vous le droit de le lire\u00a0: chmod -R u+rX 'content/pages/un texte.md'"
    )


def test_what_is_no_file(tmp_path: Path) -> None:
    write_files(tmp_path, {"content/a.md/b.md": "", "content/v1.2/c.md": "", "data": "x"})
    os.mkfifo(tmp_path / "content" / "pipe.md")
    found, problems = find_files(tmp_path, "content")
    assert [file.path for file in found] == ["content/v1.2/c.md"]
    assert told(problems) == [("not-a-file", "content/a.md"), ("not-a-file", "content/pipe.md")]
    assert find_files(tmp_path, "data") == ([], [])


@pytest.mark.parametrize(
    ("limit", "paths"),
    [
        ("MOST_BYTES", ["content/pages/a.md"]),
        ("MOST_BYTES_OF_DATA", ["data/portal.yml", "media/i.yml", "theme/strings/fr.yml"]),
        ("MOST_BYTES_OF_A_TABLE", ["data/t.csv", "data/t.geojson"]),
    ],
)
def test_files_beyond_the_limits_are_not_opened(
    limit: str, paths: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, refuse: Callable[[Path], None]
) -> None:
    write_files(tmp_path, FILES)
    for path in paths:
        least = min(len(FILES[other]) for other in paths)
        monkeypatch.setattr(sources, limit, least - 1)
        refuse(tmp_path / path)
    sizes = {path: len(FILES[path]) for path in paths}
    found = [problem for problem in load(tmp_path)[1] if problem.code == "file-large"]
    assert {problem.place: problem.values for problem in found} == {
        Place(path): {"size": size, "most": min(sizes.values()) - 1} for path, size in sizes.items()
    }
