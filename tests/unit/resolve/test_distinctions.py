"""What a title adds in brackets to a name that is not its own."""

import pytest

from site_builder.model.territory import Territory
from site_builder.model.values import Localized
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
    {"code": "33001", "level": "commune", "name": "Landes (Les)", "parents": ("33",)},
    {"code": "33002", "level": "commune", "name": "Gironde", "parents": ("E1", "33")},
    {"code": "E1", "level": "epci", "name": "Gironde", "parents": ("33",)},
    {"code": "E2", "level": "epci", "name": "Le Pays", "parents": ("33",)},
    {"code": "E3", "level": "epci", "name": "Le Pays", "parents": ("40",)},
    {"code": "40003", "level": "commune", "name": "Bourg", "parents": ("40",)},
    {"code": "40004", "level": "commune", "name": "Bourg", "parents": ("E3", "40")},
    {"code": "33003", "level": "commune", "name": "Bourg", "parents": ("33",)},
    {"code": "X1", "level": "commune", "name": "Ici"},
    {"code": "X2", "level": "hamlet", "name": "Ici"},
]
LEVELS = {
    "commune": Localized({"fr": "commune", "en": "municipality"}),
    "epci": Localized({"fr": "intercommunalité"}),
}
NAMES = PlaceNames(
    Territories((Territory.model_validate(row) for row in ROWS), ("region", "departement", "epci", "commune")),
    ("fr", "en"),
    {},
    LEVELS,
)


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("40290", "Landes (les)"),
        ("33493", "Gironde"),
        ("40052", "canton de Tude"),
        ("40053", "canton de Sud"),
        ("40088", ""),
        ("33001", "Gironde"),  # named like a département, not its own
        ("E1", "intercommunalité"),  # a language without a word for the level borrows the reference language's
        ("E2", "Gironde"),
        ("E3", "Landes (les)"),
        ("40003", "Landes (les), 40003"),  # two of one name in one département
        ("40004", "Landes (les), 40004"),
        ("33003", "Gironde"),
        ("X2", "hamlet"),  # a level that data/portal.yml does not have: told by `check`
        ("40", ""),  # the widest of its name is called by it alone
        ("33", ""),
        ("75", ""),
    ],
)
@pytest.mark.parametrize("lang", ["fr", "en"])
def test_distinction(lang: str, code: str, words: str) -> None:
    assert NAMES.distinction(code, lang) == words


@pytest.mark.parametrize(("lang", "word"), [("fr", "commune"), ("en", "municipality")])
def test_a_place_named_like_what_it_lies_in_says_what_it_is(lang: str, word: str) -> None:
    assert NAMES.distinction("33002", lang) == word


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_no_two_are_told_apart_by_the_same_words(lang: str) -> None:
    called = [(NAMES.get(str(row["code"]), lang).short, NAMES.distinction(str(row["code"]), lang)) for row in ROWS]
    assert len({*called}) == len(ROWS)
