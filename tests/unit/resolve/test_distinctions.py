"""What a title adds in brackets to a name that is not its own."""

import pytest

from site_builder.model.territory import Territory
from site_builder.resolve.names import PlaceNames
from site_builder.resolve.territories import Territories

ROWS: list[dict[str, object]] = [
    {"code": "75", "level": "region", "name": "Nouvelle-Aquitaine"},
    {"code": "40", "level": "departement", "name": "Landes (les)", "parents": ("75",)},
    {"code": "33", "level": "departement", "name": "Gironde", "parents": ("75",)},
    {"code": "40290", "level": "commune", "name": "Auge", "parents": ("40",)},
    {"code": "33493", "level": "commune", "name": "Augé", "parents": ("33",)},
    {"code": "40052", "level": "commune", "name": "Bors (Canton de Tude)", "parents": ("40",)},
    {"code": "40053", "level": "commune", "name": "Bors (Canton de Sud)", "parents": ("40",)},
    {"code": "40088", "level": "commune", "name": "Dax", "parents": ("40",)},
]
NAMES = PlaceNames(
    Territories((Territory.model_validate(row) for row in ROWS), ("region", "departement", "commune")), ("fr", "en"), {}
)


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("40290", "Landes (les)"),
        ("33493", "Gironde"),
        ("40052", "canton de Tude"),
        ("40053", "canton de Sud"),
        ("40088", ""),
        ("40", ""),
        ("75", ""),
    ],
)
@pytest.mark.parametrize("lang", ["fr", "en"])
def test_distinction(lang: str, code: str, words: str) -> None:
    assert NAMES.distinction(code, lang) == words
