"""When what a page says was last changed: of the texts that it consists of, and never more than somebody knows."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from site_builder.load.git import LastChanges
from site_builder.render.last_days import DAYS, OPEN_DATA, dated_files, last_day
from site_builder.render.scene import Scene
from tests.conftest import PortalFolder
from tests.unit.render.conftest import press_of

TEXTS = """
content/assets/mill.md
    ---
    id: mill
    title: Le moulin
    angle: economy
    verified_on: %s
    ---
    Il tourne.
content/assets/mill.en.md
    ---
    title: The mill
    ---
    It turns.
content/welcome/housing.md
    ---
    id: housing
    title: Se loger
    section: housing
    ---
    Un toit.
"""


def scene_of(portal: Callable[..., PortalFolder], verified_on: str = "", **days: int) -> Scene:
    """``days``: of November 2026, by the file's stem."""
    files = {
        "mill": "content/assets/mill.md",
        "mill_en": "content/assets/mill.en.md",
        "housing": "content/welcome/housing.md",
        "towns": "data/reference/towns.csv",
    }
    known = {files[name]: date(2026, 11, day) for name, day in days.items()}
    scene = press_of(portal(TEXTS % verified_on).root).scene
    return replace(scene, changes=LastChanges(of_file={}, of_against={}, days=known))


@pytest.mark.parametrize(
    ("key", "lang", "verified_on", "days", "last"),
    [
        ("asset:mill", "fr", "", {}, None),
        ("asset:mill", "fr", "2026-11-04", {}, 4),
        ("asset:mill", "fr", "2026-11-04", {"mill": 9}, 9),
        ("asset:mill", "fr", "2026-11-14", {"mill": 9}, 14),
        ("asset:mill", "fr", "2026-11-30", {"mill": 9}, 9),  # a day that has not come says nothing yet
        ("asset:mill", "fr", "", {"mill": 9, "mill_en": 12}, 9),
        ("asset:mill", "en", "", {"mill": 9, "mill_en": 12}, 12),
        ("asset:mill", "en", "", {"mill": 13, "mill_en": 12}, 13),
        ("asset-list", "en", "", {"mill": 9, "mill_en": 12, "housing": 15}, 12),
        ("guide:bourg", "fr", "", {"housing": 8, "mill": 9}, 8),
        ("guide:bourg", "fr", "", {"housing": 8, "towns": 11}, 11),
        ("guide:bourg", "fr", "", {"mill": 9}, None),
        ("portrait:pays", "fr", "", {"housing": 8, "towns": 7}, 7),
        ("home", "fr", "", {"mill": 9, "housing": 8, "towns": 7}, None),
    ],
)
def test_the_last_day(
    key: str,
    lang: str,
    verified_on: str,
    days: dict[str, int],
    last: int | None,
    portal: Callable[..., PortalFolder],
) -> None:
    scene = scene_of(portal, verified_on, **days)
    page = scene.site.get(key, lang)
    assert page
    with scene.asking.noting() as asked:
        assert last_day(scene, page) == (last and date(2026, 11, last))
    assert DAYS in asked


def test_which_files_are_looked_at(portal: Callable[..., PortalFolder]) -> None:
    found = press_of(portal(TEXTS % "").root).scene.portal
    texts = {"content/assets/mill.md", "content/assets/mill.en.md", "content/welcome/housing.md"}
    assert set(dated_files(found, "https://portail.example/")) == {*OPEN_DATA, *texts}
    assert dated_files(found, "") == ()
