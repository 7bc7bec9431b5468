"""Names of files: what is safe, what to write instead, which names only look different."""

from pathlib import Path

import pytest

from site_builder.load.file_names import capital_endings, is_safe, safe_path, small_ending, without_twins
from site_builder.load.files import FoundFile
from site_builder.problems import Place, Problem


@pytest.mark.parametrize(
    ("path", "instead"),
    [
        ("content/assets/dune.md", "content/assets/dune.md"),
        ("content/assets/dune.pt-BR.md", "content/assets/dune.pt-BR.md"),
        ("data/reference/town_halls.csv", "data/reference/town_halls.csv"),
        ("media/dune.2024.jpg", "media/dune.2024.jpg"),
        ("media/Été 2024.JPG", "media/ete-2024.jpg"),
        ("media/IMG_2034.jpeg", "media/img-2034.jpeg"),
        ("content/Mes fiches/L’été.en.md", "content/mes-fiches/l-ete.en.md"),
        ("content/assets/Dune.zh-Hant.MD", "content/assets/dune.zh-Hant.md"),
        ("content/assets/زهرة.md", "content/assets/….md"),
        ("data/Contacts", "data/contacts"),
    ],
)
def test_a_name_and_what_to_write_instead(path: str, instead: str) -> None:
    assert (safe_path(path), is_safe(path)) == (instead, path == instead)


@pytest.mark.parametrize(
    ("taken", "instead"),
    [
        (set(), "media/ete.jpg"),
        ({"media/ete.jpg"}, "media/ete-2.jpg"),
        ({"media/ete.jpg", "media/ete-2.jpg"}, "media/ete-3.jpg"),
    ],
)
def test_a_name_that_nobody_has(taken: set[str], instead: str) -> None:
    assert safe_path("media/Été.jpg", taken) == instead


def found(*paths: str) -> list[FoundFile]:
    return [FoundFile(Path(path), path) for path in paths]


@pytest.mark.parametrize(
    ("paths", "kept", "twins"),
    [
        (["a/Dune.md", "a/dune.md"], ["a/dune.md"], {"a/Dune.md": "a/dune.md"}),
        (["a/DUNE.md", "a/Dune.md"], ["a/DUNE.md"], {"a/Dune.md": "a/DUNE.md"}),
        (["A/dune.md", "a/dune.md", "a/lac.md"], ["a/dune.md", "a/lac.md"], {"A/dune.md": "a/dune.md"}),
        (["a/été.md", "a/été.md"], ["a/été.md"], {"a/été.md": "a/été.md"}),
        (["a/dune.jpg", "a/dune.png"], ["a/dune.jpg", "a/dune.png"], {}),
    ],
)
def test_twins(paths: list[str], kept: list[str], twins: dict[str, str]) -> None:
    single, problems = without_twins(found(*paths))
    assert [file.path for file in single] == kept
    assert problems == [Problem("file-twins", Place(path), {"other": other}) for path, other in twins.items()]


def test_endings_in_capitals() -> None:
    files = found("data/a.CSV", "data/b.csv", "data/c.Yml", "data/d.txt", "data/e")
    assert [file.path for file in capital_endings(files, (".csv", ".yml"))] == ["data/a.CSV", "data/c.Yml"]
    assert small_ending("data/a.b.CSV") == "data/a.b.csv"
