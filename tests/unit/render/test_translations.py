"""The translators' view: what is left to do, for whom, and where."""

from collections.abc import Callable

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.conftest import PortalFolder
from tests.unit.cli.test_translations import TREE

MakePortal = Callable[..., PortalFolder]


def rows(folder: PortalFolder, path: str) -> list[list[str]]:
    page = LexborHTMLParser(folder.html(path))
    return [[" ".join(cell.text(separator=" ").split()) for cell in row.css("th, td")] for row in page.css("tbody tr")]


@pytest.fixture
def folder(portal: MakePortal) -> PortalFolder:
    made = portal(TREE)
    made.build()
    return made


def test_what_is_left_to_translate(folder: PortalFolder) -> None:
    nobody = "nobody is named"
    assert rows(folder, "en/translations/index.html") == [
        ["Le mont", "not translated", "5 words", f"content/assets/mont.en.md {nobody}"],
        [
            "The dune",
            "read on 21 November 2026, the original has changed since",
            "3 words Tarifs",
            "content/assets/dune.en.md office@valdaine.example",
        ],
        ["The lake", "headings that the original does not have", "More", f"content/assets/lac.en.md {nobody}"],
        ["The peak", "translated by a machine, never checked", "", f"content/assets/pic.en.md {nobody}"],
    ]
    assert [row[0] for row in rows(folder, "traductions/index.html")] == ["Le mont", "La dune", "Le lac", "Le pic"]


def test_a_portal_of_one_language_has_no_such_page(portal: MakePortal) -> None:
    folder = portal()
    settings = folder.root / "data/portal.yml"
    settings.write_text(settings.read_text(encoding="utf-8").replace("  - {code: en, name: English}\n", ""), "utf-8")
    folder.build()
    assert not (folder.site / "traductions").exists()
    assert (folder.site / "coordination").is_dir()


def test_nothing_left(portal: MakePortal) -> None:
    folder = portal()
    folder.build()
    assert "Everything is translated, and nothing has changed since." in folder.html("en/translations/index.html")
