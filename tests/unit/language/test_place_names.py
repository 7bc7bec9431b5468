"""Place names with their articles: a reviewed table for the region, and the rules one by one."""

import csv
import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from site_builder.language import english, french
from site_builder.language.forms import PlaceName
from site_builder.language.place_names import place_name

REFERENCE = Path(__file__).parents[3] / "data" / "reference"
REVIEWED = Path(__file__).with_name("reviewed_places.csv")


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    name: str | None = None
    short: str | None = None
    at: str | None = None
    of: str | None = None
    to: str | None = None


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


COMMUNES = {row["code"]: row for row in rows(REFERENCE / "communes.csv")}
EPCI = {row["code"]: row for row in rows(REFERENCE / "epci.csv")}
DEPARTEMENTS = {row["code"]: row for row in rows(REFERENCE / "departements.csv")}
REGION = {"75": {"name": "Nouvelle-Aquitaine"}}
BY_LEVEL = {"region": REGION, "departement": DEPARTEMENTS, "epci": EPCI, "commune": COMMUNES}
TABLE: dict[str, dict[str, dict[str, Any]]] = yaml.safe_load(
    (REFERENCE / "place_names.yml").read_text(encoding="utf-8")
)


def named(level: str, code: str, lang: str) -> PlaceName:
    """As the portal names it: rules and the committed table of exceptions."""
    row = BY_LEVEL[level][code]
    given = {language: Given(**forms) for language, forms in TABLE.get(code, {}).items()}
    return place_name(level=level, name=row["name"], kind=row.get("type"), lang=lang, exceptions=given)


def has_article(name: str) -> bool:
    return re.match(r"(?:Le|La|Les) |L'", name) is not None


def starts_with_h_or_y(name: str) -> bool:
    return unicodedata.normalize("NFD", name)[0] in "HY"


@pytest.mark.parametrize("row", rows(REVIEWED), ids=lambda row: f"{row['level']}-{row['code']}")
def test_reviewed_french_forms(row: dict[str, str]) -> None:
    place = named(row["level"], row["code"], "fr")
    assert (place.name, place.at, place.of, place.to) == (row["name"], row["at"], row["of"], row["to"] or row["at"])


def test_the_reviewed_table_covers_exactly_the_difficult_names() -> None:
    articled = [code for code, row in COMMUNES.items() if has_article(row["name"])]
    h_or_y = [code for code, row in COMMUNES.items() if starts_with_h_or_y(row["name"])]
    assert (len(articled), len(h_or_y), len(DEPARTEMENTS), len(EPCI)) == (239, 46, 12, 156)
    expected = {
        *(("commune", code) for code in articled + h_or_y),
        *(("departement", code) for code in DEPARTEMENTS),
        *(("epci", code) for code in EPCI),
        ("region", "75"),
    }
    reviewed = [(row["level"], row["code"]) for row in rows(REVIEWED)]
    assert set(reviewed) == expected
    assert len(reviewed) == len(expected)


def test_every_exception_is_of_a_known_place_and_changes_something() -> None:
    for code, languages in TABLE.items():
        (level,) = (level for level, places in BY_LEVEL.items() if code in places)
        row = BY_LEVEL[level][code]
        for lang, forms in languages.items():
            others = {other: Given(**given) for other, given in languages.items() if other != lang}
            ruled = place_name(level=level, name=row["name"], kind=row.get("type"), lang=lang, exceptions=others)
            useless = {key: value for key, value in forms.items() if getattr(ruled, key) == value}
            assert useless == {}, f"{code} {lang}"


def test_no_short_name_of_an_intercommunality_is_that_of_a_commune() -> None:
    communes = {row["name"].replace("'", "’") for row in COMMUNES.values()}
    for lang in ("fr", "en"):
        shorts = {code: named("epci", code, lang).short for code in EPCI}
        assert {code: short for code, short in shorts.items() if short in communes} == {}
        assert len(set(shorts.values())) == len(EPCI)


def test_no_place_is_said_in_a_sentence_as_one_of_another_level() -> None:
    said: dict[str, set[str]] = {}
    for level, places in BY_LEVEL.items():
        for code in places:
            place = named(level, code, "fr")
            for form in (place.at, place.of, place.to):
                said.setdefault(form, set()).add(level)
    assert {form: levels for form, levels in said.items() if len(levels) > 1} == {}


def test_every_name_has_typographic_apostrophes_in_every_form() -> None:
    for level, places in BY_LEVEL.items():
        for code in places:
            for lang in ("fr", "en", "ar"):
                place = named(level, code, lang)
                forms = (place.name, place.short, place.at, place.of, place.to)
                assert all(form and "'" not in form and '"' not in form for form in forms), place


@pytest.mark.parametrize(
    ("level", "code", "expected"),
    [
        ("commune", "17004", ("Île-d’Aix", "à l’Île-d’Aix", "de l’Île-d’Aix")),
        ("commune", "64016", ("Aldudes", "aux Aldudes", "des Aldudes")),
        ("commune", "64204", ("Eaux-Bonnes", "aux Eaux-Bonnes", "des Eaux-Bonnes")),
        ("commune", "16001", ("Abzac", "à Abzac", "d’Abzac")),
        ("commune", "40088", ("Dax", "à Dax", "de Dax")),
        ("commune", "33063", ("Bordeaux", "à Bordeaux", "de Bordeaux")),
        ("commune", "87075", ("Isle", "à Isle", "d’Isle")),
        ("commune", "16053", ("Bors (canton de Charente-Sud)", "à Bors", "de Bors")),
        ("commune", "64225", ("Ance Féas", "à Ance Féas", "d’Ance Féas")),
        ("commune", "40206", ("Oeyregave", "à Oeyregave", "d’Oeyregave")),
    ],
)
def test_other_communes(level: str, code: str, expected: tuple[str, str, str]) -> None:
    place = named(level, code, "fr")
    assert (place.name, place.at, place.of) == expected


@pytest.mark.parametrize(
    ("level", "code", "short", "at", "of", "to"),
    [
        (
            "region",
            "75",
            "Nouvelle-Aquitaine",
            "in Nouvelle-Aquitaine",
            "of Nouvelle-Aquitaine",
            "Nouvelle-Aquitaine",
        ),
        ("departement", "40", "Landes", "in the Landes", "of the Landes", "the Landes"),
        ("departement", "33", "Gironde", "in Gironde", "of Gironde", "Gironde"),
        ("departement", "24", "Dordogne", "in the Dordogne", "of the Dordogne", "the Dordogne"),
        ("departement", "86", "Vienne", "in the Vienne", "of the Vienne", "the Vienne"),
        ("epci", "244000675", "Grand Dax", "in Grand Dax", "of Grand Dax", "Grand Dax"),
        ("epci", "241700459", "Île de Ré", "on the Île de Ré", "of the Île de Ré", "the Île de Ré"),
        ("epci", "200041317", "Niortais", "in the Niortais", "of the Niortais", "the Niortais"),
        ("epci", "244000873", "Grands Lacs", "in the Grands Lacs", "of the Grands Lacs", "the Grands Lacs"),
        ("epci", "246401756", "Pays de Nay", "in the Pays de Nay", "of the Pays de Nay", "the Pays de Nay"),
        (
            "epci",
            "200029734",
            "4B Sud Charente",
            "in 4B Sud Charente",
            "of 4B Sud Charente",
            "4B Sud Charente",
        ),
        (
            "epci",
            "200069599",
            "Rurales de l’Entre-Deux-Mers",
            "in Rurales de l’Entre-Deux-Mers",
            "of Rurales de l’Entre-Deux-Mers",
            "Rurales de l’Entre-Deux-Mers",
        ),
        (
            "epci",
            "200041523",
            "Haute Saintonge",
            "in Haute Saintonge",
            "of Haute Saintonge",
            "Haute Saintonge",
        ),
        (
            "epci",
            "243300316",
            "Bordeaux Métropole",
            "in Bordeaux Métropole",
            "of Bordeaux Métropole",
            "Bordeaux Métropole",
        ),
        (
            "epci",
            "241700434",
            "La Rochelle area",
            "in the La Rochelle area",
            "of the La Rochelle area",
            "the La Rochelle area",
        ),
        (
            "epci",
            "200035533",
            "Grand Saint-Émilionnais",
            "in Grand Saint-Émilionnais",
            "of Grand Saint-Émilionnais",
            "Grand Saint-Émilionnais",
        ),
        ("commune", "33069", "Le Bouscat", "in Le Bouscat", "of Le Bouscat", "Le Bouscat"),
        ("commune", "16002", "Les Adjots", "in Les Adjots", "of Les Adjots", "Les Adjots"),
        ("commune", "79001", "L’Absie", "in L’Absie", "of L’Absie", "L’Absie"),
        ("commune", "16053", "Bors (canton de Charente-Sud)", "in Bors", "of Bors", "Bors"),
    ],
)
def test_english_forms(level: str, code: str, short: str, at: str, of: str, to: str) -> None:
    place = named(level, code, "en")
    assert (place.short, place.at, place.of, place.to) == (short, at, of, to)
    if level != "epci":
        assert place.name == short


def test_english_keeps_the_name_of_a_french_institution() -> None:
    assert named("epci", "244000675", "en").name == "Communauté d’agglomération du Grand Dax"


@pytest.mark.parametrize(
    ("official", "kind", "name", "short"),
    [
        ("CC de l'Ile d'Oléron", "CC", "Communauté de communes de l’Île d’Oléron", "Île d’Oléron"),
        ("CC Coeur de Charente", "CC", "Communauté de communes Cœur de Charente", "Cœur de Charente"),
        ("CA Le Grand Périgueux", "CA", "Communauté d’agglomération Le Grand Périgueux", "Grand Périgueux"),
        (
            "CC les Coteaux Bordelais",
            "CC",
            "Communauté de communes Les Coteaux Bordelais",
            "Coteaux Bordelais",
        ),
        (
            "CC La Rochefoucauld Porte du Périgord",
            "CC",
            "Communauté de communes La Rochefoucauld Porte du Périgord",
            "La Rochefoucauld Porte du Périgord",
        ),
        ("CA de La Rochelle", "CA", "Communauté d’agglomération de La Rochelle", "La Rochelle"),
        (
            "CC de Domme- Villefranche du Périgord",
            "CC",
            "Communauté de communes de Domme-Villefranche du Périgord",
            "Domme-Villefranche du Périgord",
        ),
        (
            "CA Bassin d'Arcachon Sud (COBAS)",
            "CA",
            "Communauté d’agglomération Bassin d’Arcachon Sud (COBAS)",
            "Bassin d’Arcachon Sud",
        ),
        ("CU du Grand Poitiers", "CU", "Communauté urbaine du Grand Poitiers", "Grand Poitiers"),
        (
            'CA "Saintes - Grandes Rives - L\'Agglo"',
            "CA",
            "Saintes – Grandes Rives – L’Agglo",
            "Saintes – Grandes Rives – L’Agglo",
        ),
        (
            "CC du Pays de Saint Yrieix",
            "CC",
            "Communauté de communes du Pays de Saint-Yrieix",
            "Pays de Saint-Yrieix",
        ),
    ],
)
def test_intercommunality_names_by_rule_alone(official: str, kind: str, name: str, short: str) -> None:
    place = french.intercommunality_name(official, kind)
    assert (place.name, place.short) == (name, short)
    assert english.intercommunality_name(official, kind).short == short


@pytest.mark.parametrize(
    ("official", "kind", "at", "of", "to"),
    [
        ("Bordeaux Métropole", "METRO", "dans Bordeaux Métropole", "de Bordeaux Métropole", "à Bordeaux Métropole"),
        ("CU Le Mans Métropole", "CU", "dans Le Mans Métropole", "du Mans Métropole", "au Mans Métropole"),
        ("CC Albret Communauté", "CC", "dans Albret Communauté", "d’Albret Communauté", "à Albret Communauté"),
    ],
)
def test_one_arrives_at_an_institution_and_lives_in_it(official: str, kind: str, at: str, of: str, to: str) -> None:
    place = french.intercommunality_name(official, kind)
    assert (place.at, place.of, place.to) == (at, of, to)


@pytest.mark.parametrize(
    ("official", "kind", "at", "of"),
    [
        ("CA du Grand Dax", "CA", "dans le Grand Dax", "du Grand Dax"),
        ("CA Le Grand Périgueux", "CA", "dans le Grand Périgueux", "du Grand Périgueux"),
        ("CC des Luys en Béarn", "CC", "dans les Luys en Béarn", "des Luys en Béarn"),
        ("CC les Coteaux Bordelais", "CC", "dans les Coteaux Bordelais", "des Coteaux Bordelais"),
        ("CC de la Vallée d'Ossau", "CC", "dans la Vallée d’Ossau", "de la Vallée d’Ossau"),
        ("CC de l'Estuaire", "CC", "dans l’Estuaire", "de l’Estuaire"),
        ("CC de l'Ile de Ré", "CC", "sur l’Île de Ré", "de l’Île de Ré"),
        ("CA du Bassin d'Arcachon Nord (COBAN)", "CA", "dans le Bassin d’Arcachon Nord", "du Bassin d’Arcachon Nord"),
        (
            "CC du Confluent et des Coteaux de Prayssas",
            "CC",
            "dans la communauté de communes du Confluent et des Coteaux de Prayssas",
            "de la communauté de communes du Confluent et des Coteaux de Prayssas",
        ),
        (
            "CC La Rochefoucauld Porte du Périgord",
            "CC",
            "dans la communauté de communes La Rochefoucauld Porte du Périgord",
            "de la communauté de communes La Rochefoucauld Porte du Périgord",
        ),
        (
            "CA de La Rochelle",
            "CA",
            "dans la communauté d’agglomération de La Rochelle",
            "de la communauté d’agglomération de La Rochelle",
        ),
        (
            "CC de Parthenay-Gâtine",
            "CC",
            "dans la communauté de communes de Parthenay-Gâtine",
            "de la communauté de communes de Parthenay-Gâtine",
        ),
        ("Métropole de Lyon", "MET69", "dans la métropole de Lyon", "de la métropole de Lyon"),
        (
            "Eurométropole de Strasbourg",
            "METRO",
            "dans l’eurométropole de Strasbourg",
            "de l’eurométropole de Strasbourg",
        ),
        ("CA Agglomération d'Agen", "CA", "dans l’agglomération d’Agen", "de l’agglomération d’Agen"),
        (
            "CC Sarlat-Périgord Noir",
            "CC",
            "dans la communauté de communes Sarlat-Périgord Noir",
            "de la communauté de communes Sarlat-Périgord Noir",
        ),
        ("Pays d'Auge", "PETR", "Pays d’Auge", "Pays d’Auge"),
    ],
)
def test_intercommunality_sentences_by_rule_alone(official: str, kind: str, at: str, of: str) -> None:
    place = french.intercommunality_name(official, kind)
    assert (place.at, place.of, place.to) == (at, of, at)


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("Abzac", True), ("Île-d’Aix", True), ("Évry", True), ("Œuilly", True), ("Ustaritz", True),
        ("Hendaye", True), ("Hélette", True), ("Herm", True), ("Habas", True), ("Houeillès", True),
        ("Hautefort", False), ("Haut-Mauco", False), ("Houlette", False), ("Hure", False), ("Hurepoix", True),
        ("Haies", False), ("Hêtres", False),
        ("Yvrac", True), ("Ygos-Saint-Saturnin", True), ("Yzosse", True), ("Yaoundé", False), ("Y", True),
        ("Bordeaux", False), ("4B Sud Charente", False), ("", False),
    ],
)  # fmt: skip
def test_elision(word: str, expected: bool) -> None:
    assert french.elides(word) is expected


@pytest.mark.parametrize("level", ["region", "departement", "canton", "island"])
@pytest.mark.parametrize("lang", ["fr", "en", "ar"])
def test_no_grammar_is_invented_for_an_undescribed_level(level: str, lang: str) -> None:
    expected = PlaceName(name="L’Île", short="L’Île", at="L’Île", of="L’Île", to="L’Île")
    assert place_name(level=level, name="L'Île", kind=None, lang=lang) == expected


def test_no_grammar_is_invented_in_an_undescribed_language() -> None:
    known = "Communauté de communes Cœur de Saintonge"
    expected = PlaceName(name=known, short="Cœur de Saintonge", at=known, of=known, to=known)
    assert place_name(level="epci", name="CC Coeur de Saintonge", kind="CC", lang="ar") == expected
    assert place_name(level="commune", name="Le Bouscat", kind=None, lang="ar").at == "Le Bouscat"


def test_an_exception_of_a_third_language() -> None:
    place = place_name(
        level="commune", name="Dax", kind=None, lang="ar", exceptions={"ar": Given(name="داكس", at="في داكس")}
    )
    assert place == PlaceName(name="داكس", short="داكس", at="في داكس", of="داكس", to="في داكس")


def test_a_given_to_prevails_over_the_implied_one() -> None:
    given = {"en": Given(at="on the island", to="the isle")}
    assert place_name(level="island", name="Ré", kind=None, lang="en", exceptions=given).to == "the isle"
