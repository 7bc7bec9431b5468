from collections.abc import Collection, Mapping

import pytest

from site_builder.load.tables import Row
from site_builder.model.settings import PortalSettings
from site_builder.model.territory import PlaceForms
from site_builder.problems import Place, Problem
from site_builder.validate.addresses import ADDRESSES, FormerAddresses
from site_builder.validate.open_data import (
    COLUMNS,
    COMMUNES,
    DEPARTEMENTS,
    EPCI,
    NEIGHBOURS,
    TOWN_HALLS,
    Given,
    OpenData,
)
from site_builder.validate.open_data import read_open_data as read_given

COLOURS = dict.fromkeys(("paper", "ink", "ocean", "pine", "wine", "ochre", "line"), "#000000")


LONG = "-".join(["long"] * 16)
CONTACTS = {"role": "town-hall", "name": {"fr": "Mairie {of}", "en": "{name} town hall (mairie)"}}


def settings(
    territory: str = "75", languages: tuple[str, ...] = ("fr", "en"), contacts: Mapping[str, object] | None = CONTACTS
) -> PortalSettings:
    directory = {"id": "directory", "name": "Annuaire", "licence": "LO", "url": "https://dila.fr/"}
    return PortalSettings.model_validate(
        {
            "name": "Région",
            "tagline": "Bienvenue",
            "languages": [{"code": code, "name": code} for code in languages],
            "territory": territory,
            "levels": [{"id": "commune", "name": "commune", "plural": "communes"}],
            "colours": COLOURS,
            "dark_colours": COLOURS,
            "open_data": [
                {"id": "insee", "name": "INSEE", "licence": "LO"},
                {**directory, "contacts": contacts} if contacts else directory,
            ],
        }
    )


def table(path: str, *lines: str) -> tuple[Row, ...]:
    """Rows as a reader gives them: cells separated by ``|``."""
    columns = COLUMNS[path]
    return tuple(
        Row(dict(zip(columns, line.split("|"), strict=True)), number, line.replace("|", ","))
        for number, line in enumerate(lines, start=2)
    )


TABLES = {
    DEPARTEMENTS: table(DEPARTEMENTS, "40|Landes|40192", "64|Pyrénées-Atlantiques|"),
    EPCI: table(EPCI, "2440|CA du Grand Dax|CA|57000|", "2464|CC à cheval|CC||32160 32027", "2499|CC vide|CC|0|"),
    COMMUNES: table(
        COMMUNES,
        "40088|Dax|40|2440|40100|22109",
        "40001|Aire|40|2464|40800 40801|10",
        "64001|Pau|64|2464|64000|90",
        "99001|Seule|99|||",
    ),
    TOWN_HALLS: table(
        TOWN_HALLS,
        "40088|1 rue|05 58 56 80 00|mairie@dax.fr|https://www.dax.fr/|Mo-Fr 09:00-12:00|-1.0536|43.7102",
        "40001|||||||",
    ),
    NEIGHBOURS: table(NEIGHBOURS, "40088|40001 64001", "40001|"),
    ADDRESSES: table(ADDRESSES, "40088|dax-les-bains", "2440|grand-dax"),
}


def read_open_data(
    tables: Mapping[str, tuple[Row, ...]],
    settings: PortalSettings,
    forms: Mapping[str, Mapping[str, PlaceForms]],
    written: Collection[str] = (),
) -> tuple[OpenData, list[Problem]]:
    return read_given(Given(tables=tables, settings=settings, place_forms=forms, written=written))


def read(
    tables: Mapping[str, tuple[Row, ...]], **options: object
) -> tuple[OpenData, list[tuple[str, str, int, object]]]:
    forms = {"40088": {"fr": PlaceForms(of="de la bonne ville de Dax")}}
    data, problems = read_open_data(tables, settings(**options), forms)  # type: ignore[arg-type]
    return data, [(p.code, p.place.path, p.place.line, p.values.get("field")) for p in problems]


def test_territories_and_their_parents() -> None:
    data, problems = read(TABLES)
    assert problems == []
    assert [(t.code, t.level, t.name, t.parents) for t in data.territories] == [
        ("40", "departement", "Landes", ("75",)),
        ("64", "departement", "Pyrénées-Atlantiques", ("75",)),
        ("2440", "epci", "CA du Grand Dax", ("40",)),
        ("2464", "epci", "CC à cheval", ("64", "40")),
        ("2499", "epci", "CC vide", ("75",)),
        ("40088", "commune", "Dax", ("2440", "40")),
        ("40001", "commune", "Aire", ("2464", "40")),
        ("64001", "commune", "Pau", ("2464", "64")),
        ("99001", "commune", "Seule", ("75",)),
    ]


def test_records_share_what_nobody_asks_of_them() -> None:
    data, _ = read(TABLES)
    own = {id(territory.model_fields_set) for territory in data.territories}
    assert (len(data.territories) > 1, len(own)) == (True, 1)


def test_what_the_tables_say_of_each() -> None:
    by_code = {t.code: t for t in read(TABLES)[0].territories}
    assert (by_code["40"].seat, by_code["64"].seat) == ("40192", None)
    assert (by_code["2440"].kind, by_code["2440"].population, by_code["2464"].population) == ("CA", 57000, None)
    assert by_code["2464"].members_outside == ("32160", "32027")
    assert (by_code["40001"].postal_codes, by_code["99001"].postal_codes) == (("40800", "40801"), ())
    assert by_code["40088"].population == 22109


@pytest.mark.parametrize("root", ["40", "2440", "40088"])
def test_the_portal_s_own_territory_has_no_parent(root: str) -> None:
    by_code = {t.code: t for t in read(TABLES, territory=root)[0].territories}
    assert by_code[root].parents == ()


def test_town_halls() -> None:
    dax, aire = read(TABLES)[0].town_halls
    assert (dax.id, dax.role, dax.covers) == ("town-hall-40088", "town-hall", ("40088",))
    assert dax.name.root == {"fr": "Mairie de la bonne ville de Dax", "en": "Dax town hall (mairie)"}
    assert (dax.telephone, dax.email, dax.website) == ("05 58 56 80 00", "mairie@dax.fr", "https://www.dax.fr/")
    assert dax.position is not None
    assert (dax.position.latitude, dax.position.longitude) == (43.7102, -1.0536)
    assert dax.source is not None
    assert (dax.source.name, dax.source.url, dax.verified_on) == ("directory", "https://dila.fr/", None)
    assert (aire.name.get("fr"), aire.address, aire.telephone, aire.opening_hours, aire.position) == (
        "Mairie d’Aire",
        None,
        None,
        None,
        None,
    )


@pytest.mark.parametrize(
    ("languages", "words", "expected"),
    [
        (("fr",), {"fr": "Mairie {of}"}, {"fr": "Mairie de la bonne ville de Dax"}),
        (("fr",), "Hôtel de ville {of} ({at})", {"": "Hôtel de ville de la bonne ville de Dax (à Dax)"}),
        (("ar",), {"ar": "بلدية {name}"}, {"ar": "بلدية Dax"}),
        (("fr",), "Accueil", {"": "Accueil"}),
        (("fr",), "{that} {short}", {"": "{that} Dax"}),
    ],
)
def test_what_town_halls_are_called(languages: tuple[str, ...], words: object, expected: dict[str, str]) -> None:
    data, _ = read(TABLES, languages=languages, contacts={"role": "desk", "name": words})
    assert (data.town_halls[0].role, data.town_halls[0].name.root) == ("desk", expected)


def test_town_halls_of_which_the_settings_say_nothing_bear_the_name_of_their_commune() -> None:
    dax = read(TABLES, contacts=None)[0].town_halls[0]
    assert (dax.role, dax.name.root, dax.source) == ("town-hall", {"": "Dax"}, None)


@pytest.mark.parametrize(("written", "expected"), [("ACC", True), ("DEM", None), ("", None), ("x", None)])
def test_access_is_only_said_where_it_is_known(written: str, expected: bool | None) -> None:
    row = Row({**TABLES[TOWN_HALLS][0], "accessibility": written}, 2)
    assert read({**TABLES, TOWN_HALLS: (row,)})[0].town_halls[0].wheelchair is expected


def test_neighbours() -> None:
    assert read(TABLES)[0].neighbours == {"40088": ("40001", "64001"), "40001": ()}


def test_addresses_of_territories_of_every_table_and_of_those_written_by_hand() -> None:
    tables = {**TABLES, ADDRESSES: table(ADDRESSES, "40088|dax-les-bains", "2440|grand-dax", "40|landes", "W1|ici")}
    data, problems = read_open_data(tables, settings(), {}, written=["W1"])
    assert problems == []
    assert data.addresses == {"40088": "dax-les-bains", "2440": "grand-dax", "40": "landes", "W1": "ici"}


@pytest.mark.parametrize(
    ("written", "code", "mended", "address"),
    [
        ("Aire sur l’Adour", "address-value", "40001,aire-sur-l-adour", "aire-sur-l-adour"),
        (" aire", "address-value", "40001,aire", "aire"),
        ("北", "address-value", "40001,…", "40001"),
        ("long-" * 17, "address-value", f"40001,{LONG}", LONG),
        ("", "table-empty", "40001,…", "40001"),
    ],
)
def test_what_no_address_can_be(written: str, code: str, mended: str, address: str) -> None:
    data, problems = read_open_data({**TABLES, ADDRESSES: table(ADDRESSES, f"40001|{written}")}, settings(), {})
    values = {"field": "slug", "written": written, "fixed": mended}
    assert [(p.code, p.place, p.values) for p in problems] == [(code, Place(ADDRESSES, 2, 7), values)]
    assert data.addresses == {"40001": address}


@pytest.mark.parametrize("code", ["77777", ""])
def test_an_address_of_nobody(code: str) -> None:
    data, problems = read_open_data({**TABLES, ADDRESSES: table(ADDRESSES, f"{code}|ailleurs")}, settings(), {})
    assert [(p.code, p.place, p.values) for p in problems] == [
        ("address-of-nobody", Place(ADDRESSES, 2), {"code": code})
    ]
    assert data.addresses == {}


@pytest.mark.parametrize("path", [DEPARTEMENTS, EPCI, COMMUNES])
def test_of_a_table_that_cannot_be_read_no_address_is_called_nobody_s(path: str) -> None:
    tables = {
        path: (Row({"a": "b"}, 2),),
        ADDRESSES: table(ADDRESSES, "77777|ailleurs"),
    }
    data, problems = read_open_data(tables, settings(), {})
    assert [p.code for p in problems] == ["table-columns"]
    assert data.addresses == {"77777": "ailleurs"}


def test_no_table_no_territory() -> None:
    assert read({}) == (
        OpenData(territories=(), town_halls=(), titles={}, neighbours={}, addresses={}, former=FormerAddresses({}, {})),
        [],
    )


@pytest.mark.parametrize(
    ("path", "line", "expected"),
    [
        (DEPARTEMENTS, "33|  |", ("table-value", "name")),
        (DEPARTEMENTS, "33||", ("table-empty", "name")),
        (DEPARTEMENTS, "../x|Landes|", ("table-value", "code")),
        (EPCI, "2433|CA|CA|beaucoup|", ("table-value", "population")),
        (EPCI, "2433|CA|CA|-1|", ("table-value", "population")),
        (COMMUNES, "|Dax|40|2440|40100|1", ("table-empty", "code")),
        (COMMUNES, "33088|Dax|40|2440|4|1", ("table-value", "postal_codes")),
        (COMMUNES, "33088|Dax|40|2440|40100|22 109", ("table-value", "population")),
        (TOWN_HALLS, "64001||appelez|||||", ("table-value", "telephone")),
        (TOWN_HALLS, "64001||||dax.fr|||", ("table-value", "website")),
        (TOWN_HALLS, "64001||||||-1|91", ("table-value", "latitude")),
        (TOWN_HALLS, "64001||||||ouest|43", ("table-value", "longitude")),
    ],
)
def test_a_bad_row_is_told_and_the_others_are_read(path: str, line: str, expected: tuple[str, str]) -> None:
    rows = (*table(path, line), *(Row(row, row.line + 1) for row in TABLES[path] if row != {}))
    data, problems = read({**TABLES, path: rows})
    assert problems == [(expected[0], path, 2, expected[1])]
    assert data.territories[-1].code == "99001"
    assert len(data.town_halls) == 2


@pytest.mark.parametrize(("path", "columns"), COLUMNS.items())
def test_missing_columns(path: str, columns: tuple[str, ...]) -> None:
    tables = {**TABLES, path: (Row({columns[0]: "40088"}, 2),)}
    _, problems = read_open_data(tables, settings(), {})
    assert [(p.code, p.place, p.values["missing"]) for p in problems] == [
        ("table-columns", Place(path), ", ".join(columns[1:]))
    ]


def test_semicolons() -> None:
    _, problems = read({COMMUNES: (Row({"code;name": "40088;Dax"}, 2),)})
    assert problems == [("table-separator", COMMUNES, 1, None)]


OTHER_TABLES = (
    "departements.csv, epci.csv, communes.csv, town_halls.csv, neighbours.csv, addresses.csv, former_addresses.csv"
)


@pytest.mark.parametrize(
    ("path", "fixed"),
    [
        ("data/reference/commune.csv", "data/reference/communes.csv"),
        ("data/reference/Townhalls.csv", "data/reference/town_halls.csv"),
        ("data/communes.csv", "data/reference/communes.csv"),
        ("data/reference/old/epci.csv", "data/reference/epci.csv"),
        ("data/reference/mairies.csv", "data/reference/…"),
        ("data/reference/xyz.csv", "data/reference/…"),
    ],
)
def test_a_table_that_nobody_reads_is_told_with_the_name_that_was_meant(path: str, fixed: str) -> None:
    _, problems = read_open_data({path: (Row({"a": "b"}, 2),)}, settings(), {})
    expected = ("unknown-table", Place(path), {"known": OTHER_TABLES, "fixed": fixed})
    assert [(p.code, p.place, p.values) for p in problems] == [expected]


def test_the_name_of_a_table_that_is_there_is_not_proposed() -> None:
    _, problems = read_open_data({**TABLES, "data/reference/commune.csv": ()}, settings(), {})
    assert [(p.code, p.values["fixed"]) for p in problems] == [("unknown-table", "data/reference/…")]


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (DEPARTEMENTS, "40|Landes|"),
        (EPCI, "2440|Autre|CA|1|"),
        (COMMUNES, "40088|Autre|40|2440|40100|1"),
        (TOWN_HALLS, "40088|2 rue||||||"),
        (NEIGHBOURS, "40088|40001"),
        (ADDRESSES, "40088|autre"),
    ],
)
def test_a_code_twice_in_a_table(path: str, line: str) -> None:
    again = Row(table(path, line)[0], 9)
    _, problems = read_open_data({**TABLES, path: (*TABLES[path], again)}, settings(), {})
    values = {"code": line.partition("|")[0], "other": Place(path, 2)}
    assert [(p.code, p.place, p.values) for p in problems] == [("table-code-twice", Place(path, 9), values)]


@pytest.mark.parametrize(
    ("path", "lines", "expected"),
    [
        (TOWN_HALLS, ("40001|||||||", "77777|||||||", "77778|||||||"), (3, 1, 2, "77777")),
        (TOWN_HALLS, ("W1|||||||",), (2, 1, 1, "W1")),
        (NEIGHBOURS, ("40001|40088", "77777|40001", "40088|40001"), (3, 1, 1, "77777")),
        (NEIGHBOURS, ("40001|40088 99999", "40088|W1"), (2, 7, 1, "99999")),
    ],
)
def test_communes_that_the_portal_does_not_have(
    path: str, lines: tuple[str, ...], expected: tuple[int, int, int, str]
) -> None:
    tables = {**TABLES, path: table(path, *lines)}
    data, problems = read_open_data(tables, settings(), {}, written=["W1"])
    line, column, count, code = expected
    values = {"count": count, "code": code}
    assert [(p.code, p.place, p.values) for p in problems] == [("table-strangers", Place(path, line, column), values)]
    assert {code for hall in data.town_halls for code in hall.covers} <= {"40088", "40001"}
