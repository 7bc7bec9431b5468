"""mkdocs.yml as `portail check` judges it, without the host."""

from pathlib import Path

import pytest

from site_builder.check.host_file import host_problems, is_example
from site_builder.problems import Place
from tests.conftest import REPOSITORY, write_files

NAMED = "site_name: Pays\n"
ADDRESS = "site_url: https://pays.example/\n"
DOCS = "docs_dir: content\n"
WHOLE = NAMED + ADDRESS + DOCS
HERE = {"content/a.md": "", "hooks/portail.py": ""}


def told(root: Path, **environ: str) -> list[tuple[str, int, int]]:
    problems = host_problems(root, environ)
    assert {problem.place.path for problem in problems} <= {"mkdocs.yml"}
    return [(problem.code, problem.place.line, problem.place.column) for problem in problems]


@pytest.mark.parametrize(
    "portal",
    [REPOSITORY, *(REPOSITORY / name for name in ("starter", "tests/portals/minimal", "tests/portals/districts"))],
)
def test_ours_are_in_order(portal: Path) -> None:
    assert told(portal) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (WHOLE, []),
        ("", [("host-empty", 1, 1)]),
        ("# nothing\n", [("host-empty", 1, 1)]),
        ("- a\n", [("host-empty", 1, 1)]),
        ("Pays\n", [("host-empty", 1, 1)]),
        ("site_name: a: b\n", [("yaml-colon", 1, 12)]),
        ("site_name: [\n", [("yaml-bracket", 1, 12)]),
        (ADDRESS + DOCS, [("host-name", 1, 1)]),
        (ADDRESS + DOCS + "site_name:\n", [("host-name", 1, 1)]),
        (NAMED + DOCS, [("site-url-missing", 1, 1)]),
        (NAMED + DOCS + "site_url:\n", [("site-url-missing", 1, 1)]),
        (NAMED + DOCS + 'site_url: ""\n', [("site-url-missing", 3, 11)]),
        (NAMED + ADDRESS, [("host-folder", 1, 1)]),
        (NAMED + ADDRESS + "docs_dir: contents\n", [("host-folder", 3, 11)]),
        (NAMED + ADDRESS + "docs_dir: content/a.md\n", [("host-folder", 3, 11)]),
        (WHOLE + "theme:\n  name: material\n  custom_dir: theme\n", [("host-folder", 6, 15)]),
        (WHOLE + "theme: material\n", []),
        (WHOLE + "hooks:\n  - hooks/portail.py\n  - hooks/other.py\n", [("host-hook", 6, 5)]),
        (WHOLE + "hooks: hooks/other.py\n", []),  # the host's to say
        ("INHERIT: base.yml\n", []),
        ("INHERIT: base.yml\nsite_url: pays\n", [("site-url", 2, 11)]),
        (WHOLE + "extra: &x {a: 1}\ncopy: *x\nf: !!python/name:a.b\n", []),
        (NAMED + DOCS + "site_url: !custom x\n", []),
    ],
)
def test_what_is_told(text: str, expected: list[tuple[str, int, int]], tmp_path: Path) -> None:
    write_files(tmp_path, {**HERE, "mkdocs.yml": text})
    assert told(tmp_path) == expected


@pytest.mark.parametrize(
    ("address", "whole"),
    [
        ("https://pays.example", True),
        ("http://127.0.0.1:8000/portail/", True),
        ("not a url", False),
        ("pays.example", False),
        ("/portail/", False),
        ("https://", False),
        ("https://pays example/", False),
        ("ftp://pays.example/", False),
        ("'https://[pays/'", False),
    ],
)
def test_the_address(address: str, whole: bool, tmp_path: Path) -> None:
    write_files(tmp_path, {**HERE, "mkdocs.yml": NAMED + DOCS + f"site_url: {address}\n"})
    assert told(tmp_path) == ([] if whole else [("site-url", 3, 11)])


@pytest.mark.parametrize(
    ("written", "environ", "code"),
    [
        ("!ENV [SITE, 'https://pays.example/']", {}, None),
        ("!ENV [SITE, 'https://pays.example/']", {"SITE": "pays"}, "site-url"),
        ("!ENV [SITE, 'https://pays.example/']", {"SITE": ""}, "site-url-missing"),
        ("!ENV [SITE, OTHER, 'pays']", {"OTHER": "https://pays.example/"}, None),
        ("!ENV [SITE, OTHER, 'pays']", {}, "site-url"),
        ("!ENV SITE", {}, "site-url-missing"),
        ("!ENV SITE", {"SITE": "https://pays.example/"}, None),
        ("!ENV [SITE]", {"SITE": "https://pays.example/"}, None),
    ],
)
def test_an_address_from_the_environment(
    written: str, environ: dict[str, str], code: str | None, tmp_path: Path
) -> None:
    write_files(tmp_path, {**HERE, "mkdocs.yml": NAMED + DOCS + f"site_url: {written}\n"})
    assert [found for found, *_ in told(tmp_path, **environ)] == ([code] if code else [])


def test_no_file(tmp_path: Path) -> None:
    assert told(tmp_path) == [("host-missing", 1, 1)]


def test_a_folder_of_that_name(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").mkdir()
    assert told(tmp_path) == [("file-unreadable", 1, 1)]


def test_what_is_said(tmp_path: Path) -> None:
    write_files(tmp_path, {"mkdocs.yml": WHOLE.replace("content", "my texts")})
    (problem,) = host_problems(tmp_path, {})
    assert problem.place == Place("mkdocs.yml", 3, 11)
    assert problem.message("en") == (
        "The setting docs_dir names a folder that does not exist: my texts. The site cannot be built. "
        "(Git forgets empty folders.)"
    )
    assert problem.fix("fr") == (
        "Créez ce dossier avec un fichier dedans (mkdir -p 'my texts' && touch 'my texts'/.gitkeep), "
        "ou corrigez ce réglage."
    )


@pytest.mark.parametrize(
    ("address", "example"),
    [
        ("https://portail.example/", True),
        ("https://example/", True),
        ("https://www.example.org/portail/", True),
        ("http://localhost:8000/", True),
        ("http://127.0.0.1:8000/", True),
        ("http://[::1]/", True),
        ("https://bienvenue.TEST./", True),
        ("https://site.invalid/", True),
        ("https://bienvenue.landes.fr/", False),
        ("https://myexample.org/", False),
        ("https://test.landes.fr/", False),
        ("https://landes.fr/example/", False),
    ],
)
def test_an_address_that_leads_nobody_anywhere(address: str, example: bool) -> None:
    assert is_example(address) is example
