"""Colours that are not seen well enough: where, how far from it, and a value that would do."""

from types import SimpleNamespace
from typing import cast

import pytest

from site_builder.check.colours import low_contrast
from site_builder.check.sight import Sight
from site_builder.model.settings import PortalSettings
from site_builder.problems.place import Place

FIVE = {"paper": "#FBF8F2", "ocean": "#0F4C5C", "pine": "#2E6B4F", "wine": "#7B2740", "ochre": "#C8821E"}
REST = {
    "name": "P",
    "tagline": "T",
    "languages": [{"code": "fr", "name": "Français"}],
    "territory": "p",
    "levels": [{"id": "p", "name": "p", "plural": "p"}],
}


def told(dark: dict[str, str] | None = None, /, **changed: str) -> list[str]:
    settings = PortalSettings.model_validate({**REST, "colours": {**FIVE, **changed}, "dark_colours": dark or {}})
    sight = SimpleNamespace(portal=SimpleNamespace(settings=settings), data_place=lambda path, *steps: Place(path))
    return [f"{problem.message('en')} → {problem.fix('en')}" for problem in low_contrast(cast(Sight, sight))]


@pytest.mark.parametrize("changed", [{}, {"ochre": "#D08F30"}, {"paper": "#FFFFFF", "ocean": "#003399"}])
def test_five_colours_that_are_seen(changed: dict[str, str]) -> None:
    assert told(**changed) == []


SAND = "the sand of emergency numbers (pale ochre)"


@pytest.mark.parametrize(
    ("name", "value", "ground", "ratio", "least", "enough"),
    [
        ("ocean", "#c25a00", SAND, 3.2, 4.5, "#9c4701"),
        ("pine", "#3a8a3a", "backgrounds tinted with pine", 3.6, 4.5, "#287929"),
        ("ochre", "#8A5A00", "the bands at the top of pages", 1.6, 3, "#bb8841"),
        ("ink", "#777777", SAND, 2.2, 4.5, "#3b3b3b"),
    ],
)
def test_a_value_that_would_do(name: str, value: str, ground: str, ratio: float, least: float, enough: str) -> None:
    assert told(**{name: value}) == [
        (
            f"The colour “{name}” of “colours” is hard to see on {ground}: {ratio}:1; at least {least}:1 is needed. "
            f'→ colours: {name}: "{enough}" is enough.'
        )
    ]


def test_the_value_that_is_told_is_enough() -> None:
    (line,) = told(wine="#e08aa0")
    assert told(wine=line.rpartition('wine: "')[2][:7]) == []


def test_what_is_written_for_the_night_is_checked_too() -> None:
    assert told({"pine": "#2E6B4F"}) == [
        (
            "The colour “pine” of “dark_colours” is hard to see on cards: 2.2:1; at least 4.5:1 is needed. → "
            'dark_colours: pine: "#64a182" is enough.'
        )
    ]


def test_a_paper_on_which_nothing_is_read_is_to_be_changed() -> None:
    found = told(paper="#777777")
    assert found[0].endswith("→ Choose a lighter background (paper) for colours, or a darker one for dark_colours.")
