"""Addresses of territories, and the forms of their names."""

from collections.abc import Mapping

import pytest

from site_builder.language.forms import PlaceName
from site_builder.model.territory import PlaceForms, Territory
from site_builder.resolve.names import PlaceNames, territory_slugs
from site_builder.resolve.territories import Territories

LEVELS = ("region", "departement", "epci", "commune")
ROWS: list[Mapping[str, object]] = [
    {"code": "75", "level": "region", "name": "Nouvelle-Aquitaine"},
    {"code": "40", "level": "departement", "name": "Landes", "parents": ("75",)},
    {"code": "33", "level": "departement", "name": "Gironde", "parents": ("75",)},
    {"code": "E1", "level": "epci", "name": "CA du Grand Dax", "kind": "CA", "parents": ("40",)},
    {"code": "E2", "level": "epci", "name": "Landes", "parents": ("40",)},
    {"code": "40088", "level": "commune", "name": "Dax", "parents": ("E1", "40")},
    {"code": "40001", "level": "commune", "name": "Landes", "parents": ("E1", "40")},
    {"code": "40290", "level": "commune", "name": "Saint-Sauveur", "parents": ("E1", "40"), "slug": "st-sauveur"},
    {"code": "33493", "level": "commune", "name": "SAINT SAUVEUR", "parents": ("nowhere", "33")},
    {"code": "X", "level": "commune", "name": "Saint-Sauveur", "parents": ()},
    {"code": "C7", "level": "commune", "name": "北", "parents": ("E1",)},
    {"code": "L", "level": "commune", "name": f"{'Long ' * 16}Nom", "parents": ("75",)},
    {"code": "16", "level": "commune", "name": "L'Isle-d'Espagnac", "parents": ("75",)},
]
WRITTEN = {"33493": "saint-sauveur-33", "40290": "saint-sauveur-40"}
TERRITORIES = Territories((Territory.model_validate(row) for row in ROWS), LEVELS)
FORMS = {"40": {"fr": PlaceForms(at="dans les Landes", of="des Landes")}, "40088": {"ar": PlaceForms(name="داكس")}}
NAMES = PlaceNames(TERRITORIES, ("fr", "en", "ar"), FORMS, {})


@pytest.mark.parametrize(
    ("code", "slug"),
    [
        ("75", "nouvelle-aquitaine"),
        ("40", "departement-landes"),
        ("33", "departement-gironde"),
        ("E1", "ca-du-grand-dax"),
        ("E2", "epci-landes"),
        ("40088", "dax"),
        ("40001", "landes"),
        ("40290", "st-sauveur"),  # its own `slug:`, whatever the table says
        ("33493", "saint-sauveur-33"),  # its line of the table
        ("X", "saint-sauveur"),
        ("C7", "c7"),
        ("L", "-".join(["long"] * 16)),  # not more than 80 letters, and no hyphen at the end
        ("16", "l-isle-d-espagnac"),
    ],
)
def test_slugs(code: str, slug: str) -> None:
    assert territory_slugs(TERRITORIES, WRITTEN)[code] == slug


@pytest.mark.parametrize("name", [row["name"] for row in ROWS])
@pytest.mark.parametrize("level", LEVELS)
def test_a_new_namesake_changes_no_address(level: str, name: str) -> None:
    new = Territory.model_validate({"code": "NEW", "level": level, "name": name, "parents": ("75", "40")})
    before = territory_slugs(TERRITORIES, WRITTEN)
    after = territory_slugs(Territories((new, *TERRITORIES), LEVELS), WRITTEN)
    assert {code: slug for code, slug in after.items() if code != "NEW"} == before


@pytest.mark.parametrize(
    ("code", "lang", "name"),
    [
        (
            "40",
            "fr",
            PlaceName(name="Landes", short="Landes", at="dans les Landes", of="des Landes", to="dans les Landes"),
        ),
        ("40", "en", PlaceName(name="Landes", short="Landes", at="Landes", of="Landes", to="Landes")),
        ("40088", "ar", PlaceName(name="داكس", short="داكس", at="داكس", of="داكس", to="داكس")),
        ("40088", "fr", PlaceName(name="Dax", short="Dax", at="à Dax", of="de Dax", to="à Dax")),
    ],
)
def test_forms_of_a_language(code: str, lang: str, name: PlaceName) -> None:
    assert NAMES.get(code, lang) == name
