import os
from collections.abc import Callable
from pathlib import Path

import pytest

from site_builder.load.files import find_files
from site_builder.load.sources import load
from site_builder.load.tables import Row
from site_builder.problems import Place
from tests.conftest import PortalFolder, write_files


def found(root: Path) -> list[tuple[str, str, int]]:
    return [(p.code, p.place.path, p.place.line) for p in load(root)[1] if p.code != "portal-missing"]


def test_files_are_sorted_and_hidden_ones_left_out(tmp_path: Path) -> None:
    names = ("b.md", "a/z.md", "a/b/c.md", ".git/x.md", "_drafts/x.md", "a/.x.md", "a/_x.md", "é.md")
    write_files(tmp_path / "content", dict.fromkeys(names, ""))
    files, problems = find_files(tmp_path, "content")
    assert [file.path for file in files] == ["content/a/b/c.md", "content/a/z.md", "content/b.md", "content/é.md"]
    assert [file.absolute for file in files] == [tmp_path / file.path for file in files]
    assert problems == []


def test_a_path_has_its_accents_in_their_letters(tmp_path: Path) -> None:
    """macOS and archives made on it write é as an e and its accent."""
    write_files(tmp_path, {"content/e\u0301te\u0301.md": ""})
    files, problems = find_files(tmp_path, "content")
    assert [(file.path, file.absolute.is_file()) for file in files] == [("content/\u00e9t\u00e9.md", True)]
    assert problems == []


def test_no_folder_holds_nothing(tmp_path: Path) -> None:
    assert find_files(tmp_path, "content") == ([], [])


def test_links_are_refused_wherever_they_lead(tmp_path: Path) -> None:
    (tmp_path / "content" / "pages").mkdir(parents=True)
    for name, target in (("dangling.md", "nowhere"), ("folder", "/"), ("loop", "."), ("pages/up", "..")):
        (tmp_path / "content" / name).symlink_to(target)
    assert found(tmp_path) == [
        ("symbolic-link", f"content/{name}", 1) for name in ("dangling.md", "folder", "loop", "pages/up")
    ]


def test_a_whole_folder_that_is_a_link(tmp_path: Path) -> None:
    (tmp_path / "content").symlink_to("/")
    assert found(tmp_path) == [("symbolic-link", "content", 1)]


@pytest.mark.parametrize(("name", "shown"), [(b"caf\xe9.md", "content/caf?.md"), (b"a\nb.md", "content/a?b.md")])
def test_a_name_that_cannot_be_written_is_a_problem(name: bytes, shown: str, tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    Path(os.fsdecode(os.fsencode(tmp_path / "content") + b"/" + name)).write_text("")
    assert found(tmp_path) == [("file-name", shown, 1)]


def test_each_kind_of_file_in_its_place(portal: Callable[..., PortalFolder]) -> None:
    root = portal(
        """
content/pages/a.md
    ---
    id: a
    ---
content/pages/a.txt
    x
data/b.yaml
    c: d
data/reference/e.csv
    f,g
    1,2
data/reference/h.geojson
    {}
data/README.md
    x
media/i.JPG
    x
media/i.yml
    alt: x
media/j.svg
    x
""",
        needed=False,
    ).root
    sources, problems = load(root)
    assert list(sources.documents) == ["content/pages/a.md"]
    assert list(sources.data) == ["data/b.yaml"]
    assert dict(sources.tables) == {"data/reference/e.csv": ({"f": "1", "g": "2"},)}
    assert dict(sources.outlines) == {"data/reference/h.geojson": b"{}\n"}
    assert dict(sources.images) == {"media/i.JPG": root / "media" / "i.JPG"}
    assert list(sources.sidecars) == ["media/i.yml"]
    assert sources.all_paths == {
        "content/pages/a.md",
        "data/b.yaml",
        "data/reference/e.csv",
        "data/reference/h.geojson",
        "media/i.JPG",
        "media/i.yml",
    }
    assert [(p.code, p.place) for p in problems] == [
        ("file-ignored", Place("content/pages/a.txt")),
        ("media-ignored", Place("media/j.svg")),
        ("file-name-form", Place("media/i.JPG")),
        ("portal-missing", Place("data/portal.yml")),
    ]


def test_a_theme_s_own_words_are_looked_at(tmp_path: Path) -> None:
    write_files(tmp_path, {"theme/strings/fr.yml": "a: b: c\n", "theme/strings/en.yml": "a: b\n"})
    assert found(tmp_path) == [("yaml-colon", "theme/strings/fr.yml", 1)]


@pytest.mark.parametrize(
    ("text", "rows", "problems"),
    [
        ("", [], []),
        ("a,b\n", [], []),
        ("a,b\n1,2\n\n3,4\n", [({"a": "1", "b": "2"}, 2), ({"a": "3", "b": "4"}, 4)], []),
        (" a , b\n1, 2\n", [({"a": "1", "b": " 2"}, 2)], []),
        ('a,b\n"1\n2",3\n4,5\n', [({"a": "1\n2", "b": "3"}, 2), ({"a": "4", "b": "5"}, 4)], []),
        ("a,b\n1\n2,3\n", [({"a": "2", "b": "3"}, 3)], [("table-row", 2)]),
        ("a,b\n1,2,3\n", [], [("table-row", 2)]),
        ('a,b\n"1,2\n3,4\n', [], [("table-row", 2)]),
        ("a,b\n1,2\n" + "x" * 140_000 + ",3\n", [({"a": "1", "b": "2"}, 2)], [("table-syntax", 3)]),
    ],
)
def test_tables(
    text: str, rows: list[tuple[dict[str, str], int]], problems: list[tuple[str, int]], tmp_path: Path
) -> None:
    write_files(tmp_path, {"data/t.csv": text})
    sources, found_problems = load(tmp_path)
    table = sources.tables["data/t.csv"]
    assert [(dict(row), row.line) for row in table] == rows
    assert all(isinstance(row, Row) for row in table)
    assert [(p.code, p.place.line) for p in found_problems if p.code != "portal-missing"] == problems


def test_empty_files(tmp_path: Path) -> None:
    write_files(tmp_path, {"data/a.yml": "# x\n", "content/a.md": "", "media/a.yml": " \n", "media/a.jpg": "x"})
    assert found(tmp_path) == [("empty-file", path, 1) for path in ("content/a.md", "data/a.yml", "media/a.yml")]


def test_texts_beyond_the_limits_are_not_read(tmp_path: Path) -> None:
    header = "---\nid: a\n---\n"
    texts = {"a": "a" * 200_000, "b": "\n\n" + "a" * 5_001, "c": "a\n" * 2_500, "d": "*" * 2_001}
    write_files(tmp_path, {f"content/{name}.md": header + text for name, text in texts.items()})
    assert found(tmp_path) == [
        ("file-large", "content/a.md", 1),
        ("line-long", "content/b.md", 6),
        ("too-many-signs", "content/d.md", 4),
    ]
    assert [*load(tmp_path)[0].documents] == ["content/c.md"]
