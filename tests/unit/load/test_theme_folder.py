"""The portal's own theme is the folder theme/, and what is taken from it is no link."""

from pathlib import Path

import pytest

from site_builder.load.sources import load
from site_builder.load.text import MOST_BYTES_OF_DATA
from tests.conftest import write_files


def found(root: Path) -> list[tuple[str, str]]:
    return [(p.code, str(p.place)) for p in load(root)[1] if p.code != "portal-missing"]


@pytest.mark.parametrize(
    ("written", "problems"),
    [
        ("theme:\n  name: material\n  custom_dir: theme\n", []),
        ("theme: {name: material, custom_dir: ./theme/}\n", []),
        ("theme:\n  name: material\n", []),
        ("theme: material\n", []),
        ("theme: {custom_dir: }\n", []),
        ("- a\n", []),
        ("a: [\n", []),
        ("", []),
        ("site_url: !ENV [A, b]\ntheme:\n  custom_dir: skin\n", [("theme-folder", "mkdocs.yml:3:15")]),
        ("theme:\n  custom_dir: ../theme\n", [("theme-folder", "mkdocs.yml:2:15")]),
    ],
)
def test_a_theme_of_another_name(written: str, problems: list[tuple[str, str]], tmp_path: Path) -> None:
    write_files(tmp_path, {"mkdocs.yml": written})
    assert found(tmp_path) == problems


def test_a_portal_without_the_host_s_settings(tmp_path: Path) -> None:
    assert found(tmp_path) == []


def test_links_in_the_theme_are_refused(tmp_path: Path) -> None:
    write_files(tmp_path, {"theme/pages/page.html": "", "theme/strings/fr.yml": "skip: Aller\n", "secret": "x"})
    for link in ("theme/pages/home.html", "theme/strings/en.yml", "theme/assets"):
        (tmp_path / link).symlink_to(tmp_path / "secret")
    assert found(tmp_path) == [
        ("symbolic-link", f"{path}:1:1") for path in ("theme/assets", "theme/pages/home.html", "theme/strings/en.yml")
    ]


def test_a_theme_that_is_a_link(tmp_path: Path) -> None:
    write_files(tmp_path, {"elsewhere/strings/fr.yml": "skip: Aller\n"})
    (tmp_path / "theme").symlink_to(tmp_path / "elsewhere")
    assert found(tmp_path) == [("symbolic-link", "theme:1:1")]


def test_settings_beyond_any_that_a_host_has_are_not_read(tmp_path: Path) -> None:
    written = "theme:\n  custom_dir: skin\n"
    write_files(tmp_path, {"mkdocs.yml": written.ljust(MOST_BYTES_OF_DATA - 1) + "\n"})
    assert found(tmp_path) == [("theme-folder", "mkdocs.yml:2:15")]
    write_files(tmp_path, {"mkdocs.yml": written.ljust(MOST_BYTES_OF_DATA) + "\n"})
    assert found(tmp_path) == []
