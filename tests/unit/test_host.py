"""What may be taken from a theme's folder."""

from pathlib import Path

import pytest

from site_builder.host import plain_file
from tests.conftest import write_files


@pytest.mark.parametrize(
    ("path", "taken"),
    [
        ("a.html", True),
        ("pages/b.html", True),
        ("pages", False),
        ("none.html", False),
        ("../secret.txt", False),
        ("pages/../a.html", False),
        ("./a.html", False),
        ("pages//b.html", False),
        ("", False),
        ("pages\\b.html", False),
        ("link.html", False),
        ("linked/b.html", False),
        ("a\0.html", False),
    ],
)
def test_plain_files(path: str, taken: bool, tmp_path: Path) -> None:
    write_files(tmp_path, {"secret.txt": "", "theme/a.html": "", "theme/pages/b.html": ""})
    theme = tmp_path / "theme"
    (theme / "link.html").symlink_to(theme / "a.html")
    (theme / "linked").symlink_to(theme / "pages")
    assert plain_file(theme, path) == (theme / path if taken else None)


def test_an_absolute_path_is_none_of_the_folder_s(tmp_path: Path) -> None:
    write_files(tmp_path, {"secret.txt": "", "theme/a.html": ""})
    assert plain_file(tmp_path / "theme", str(tmp_path / "secret.txt")) is None
