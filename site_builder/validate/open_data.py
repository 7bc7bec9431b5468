"""The reader of French open data: the tables of data/reference/*.csv to territories, town halls and addresses.

This is the one module that knows their names, their columns (explained in data/reference/README.md) and the levels
they give, ``departement``, ``epci`` and ``commune``. The tables say which territories exist; a portal of another
country leaves them out and lists its territories in data/territories/. What its pages call the sources and the town
halls is said in data/portal.yml (``open_data``).
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from sys import intern
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from site_builder.language.place_names import PlaceName, place_name
from site_builder.load.tables import Row
from site_builder.model.contact import Contact
from site_builder.model.settings import PortalSettings
from site_builder.model.territory import PlaceForms, Territory
from site_builder.model.values import Lang, Source
from site_builder.problems import Place, Problem
from site_builder.validate.addresses import ADDRESS_COLUMNS, ADDRESSES, FOLDER, read_addresses
from site_builder.validate.closest import closest

Rows = Sequence[Row]
T = TypeVar("T")

DEPARTEMENTS = f"{FOLDER}/departements.csv"
EPCI = f"{FOLDER}/epci.csv"
COMMUNES = f"{FOLDER}/communes.csv"
TOWN_HALLS = f"{FOLDER}/town_halls.csv"
NEIGHBOURS = f"{FOLDER}/neighbours.csv"

COLUMNS = {
    DEPARTEMENTS: ("code", "name", "seat"),
    EPCI: ("code", "name", "type", "population", "members_outside_region"),
    COMMUNES: ("code", "name", "departement", "epci", "postal_codes", "population"),
    TOWN_HALLS: (
        "commune",
        "address",
        "telephone",
        "email",
        "website",
        "opening_hours",
        "longitude",
        "latitude",
    ),
    NEIGHBOURS: ("commune", "neighbours"),
    ADDRESSES: ADDRESS_COLUMNS,
}
"""What each table must have; what else it has is not read, but for ``OPTIONAL_COLUMNS``."""
OPTIONAL_COLUMNS = {TOWN_HALLS: ("accessibility",)}
"""What a table may have: access by wheelchair, ``ACC`` yes, ``DEM`` on request; anything else is not known."""
TERRITORY_TABLES = frozenset({DEPARTEMENTS, EPCI, COMMUNES})
_FORMS = {f"{{{name}}}": name for name in PlaceForms.model_fields}
TOWN_HALL_ROLE = "town-hall"
"""The role of town_halls.csv where data/portal.yml names none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenData:
    """Territories and contacts of the open data, who touches whom, and the addresses that are written down."""

    territories: tuple[Territory, ...]
    town_halls: tuple[Contact, ...]
    neighbours: Mapping[str, tuple[str, ...]]
    addresses: Mapping[str, str]


def read_open_data(
    tables: Mapping[str, Rows],
    settings: PortalSettings,
    forms: Mapping[str, Mapping[str, PlaceForms]],
    written: Collection[str] = (),
) -> tuple[OpenData, list[Problem]]:
    """Typed records of the tables that are there; a table with missing columns or a bad row is a problem.

    ``written`` are the codes of the territories that data/territories/ lists: they may have neighbours and lines of
    addresses.csv too.
    """
    problems = [*unknown_tables(tables), *_missing_columns(tables)]
    usable = {path: rows for path, rows in tables.items() if not any(p.place.path == path for p in problems)}
    problems.extend(_codes_twice(usable))
    if usable.keys() >= tables.keys() & {COMMUNES}:  # of a table that cannot be read, everybody is a stranger
        problems.extend(_strangers(usable, written))
    reader = _TerritoryReader(usable, settings)
    territories = (
        *_read(usable, DEPARTEMENTS, reader.departement, problems),
        *_read(usable, EPCI, reader.intercommunality, problems),
        *_read(usable, COMMUNES, reader.commune, problems),
    )
    names = {row["code"]: row["name"] for row in usable.get(COMMUNES, ()) if row["name"].strip()}
    town_hall = _TownHallReader(settings, forms, names).contact
    known = {TOWN_HALLS: [row for row in usable.get(TOWN_HALLS, ()) if row["commune"] in names]}
    town_halls = tuple(_read(known, TOWN_HALLS, town_hall, problems))
    neighbours = {row["commune"]: tuple(map(intern, row["neighbours"].split())) for row in usable.get(NEIGHBOURS, ())}
    addresses, unusable = read_addresses(usable.get(ADDRESSES, ()), _known(tables, usable, written))
    problems.extend(unusable)
    return OpenData(
        territories=territories, town_halls=town_halls, neighbours=neighbours, addresses=addresses
    ), problems


def _known(tables: Mapping[str, Rows], usable: Mapping[str, Rows], written: Collection[str]) -> frozenset[str] | None:
    """The codes of all territories, those of lines with mistakes too; None where a table cannot be read."""
    if not usable.keys() >= tables.keys() & TERRITORY_TABLES:
        return None
    return frozenset(written).union(row["code"] for path in TERRITORY_TABLES for row in usable.get(path, ()))


def _missing_columns(tables: Mapping[str, Rows]) -> Iterator[Problem]:
    for path, columns in COLUMNS.items():
        rows = tables.get(path, ())
        missing = [column for column in columns if rows and column not in rows[0]]
        if missing:
            separated = any(";" in name for name in rows[0])
            code = "table-separator" if separated else "table-columns"
            yield Problem(code, Place(path), {"missing": ", ".join(missing), "header": ",".join(columns)})


def unknown_tables(tables: Mapping[str, Rows]) -> Iterator[Problem]:
    """A table that nobody reads: with a misspelt name its territories would silently not exist."""
    names = {PurePosixPath(path).stem: path for path in COLUMNS}
    known = ", ".join(f"{name}.csv" for name in names)
    absent = [name for name, path in names.items() if path not in tables]
    for path in tables:
        if path not in COLUMNS:
            meant = closest(PurePosixPath(path).stem, absent)
            fixed = names[meant] if meant else f"{FOLDER}/…"
            yield Problem("unknown-table", Place(path), {"known": known, "fixed": fixed})


def _codes_twice(tables: Mapping[str, Rows]) -> Iterator[Problem]:
    """A line is found by its first column: of two with one code, one would silently be lost."""
    for path, (key, *_) in COLUMNS.items():
        rows: dict[str, Row] = {}
        for row in tables.get(path, ()):
            first = rows.setdefault(row[key], row)
            if first is not row and row[key]:  # an empty code is told by `_read`
                values = {"code": row[key], "other": first.place(path, key)}
                yield Problem("table-code-twice", row.place(path, key), values)


def _strangers(tables: Mapping[str, Rows], written: Collection[str]) -> Iterator[Problem]:
    """Lines of communes that the portal does not have, one warning a table: it may be the table of a whole region."""
    communes = frozenset(row["code"] for row in tables.get(COMMUNES, ()))
    touching = communes.union(written)
    named = {
        TOWN_HALLS: [(row, {row["commune"]} - communes) for row in tables.get(TOWN_HALLS, ())],
        NEIGHBOURS: [
            (row, {row["commune"], *row["neighbours"].split()} - touching) for row in tables.get(NEIGHBOURS, ())
        ],
    }
    for path, rows in named.items():
        strange = [(row, codes) for row, codes in rows if codes]
        if strange:
            row, codes = strange[0]
            code = min(codes)
            place = row.place(path, "commune" if code == row["commune"] else "neighbours")
            yield Problem("table-strangers", place, {"count": len(strange), "code": code})


def _read(tables: Mapping[str, Rows], path: str, make: Callable[[Row], T], problems: list[Problem]) -> Iterator[T]:
    """A record from each row; a row that gives none is a problem, and the others are still read."""
    for row in tables.get(path, ()):
        try:
            yield make(row)
        except ValidationError as error:
            detail = error.errors()[0]
            field = str(detail["loc"][-1] if detail["loc"][0] == "position" else detail["loc"][0])
            column = _COLUMN_OF.get(field, field)
            written = row.get(column, "")
            code = "table-value" if written else "table-empty"
            problems.append(Problem(code, row.place(path, column), {"field": column, "written": written}))


_COLUMN_OF = {"id": "commune", "covers": "commune", "kind": "type", "members_outside": "members_outside_region"}
"""Columns whose name is not that of the field."""


class _TerritoryReader:
    """Rows of the three territory tables to territories, with their parents."""

    def __init__(self, tables: Mapping[str, Rows], settings: PortalSettings) -> None:
        self._root = settings.territory
        self._departements = frozenset(row["code"] for row in tables.get(DEPARTEMENTS, ()))
        self._intercommunalities = frozenset(row["code"] for row in tables.get(EPCI, ()))
        self._fields_set: set[str] = set()
        self._inhabitants: dict[str, Counter[str]] = defaultdict(Counter)
        for row in tables.get(COMMUNES, ()):
            population = int(row["population"]) if row["population"].isdecimal() else 0
            self._inhabitants[row["epci"]][row["departement"]] += population

    def departement(self, row: Row) -> Territory:
        """Below the portal's own territory."""
        return self._territory(row, "departement", (self._root,), seat=row["seat"] or None)

    def intercommunality(self, row: Row) -> Territory:
        """Parents: the départements of the members, the one with most of the inhabitants first."""
        ranked = sorted(self._inhabitants[row["code"]].items(), key=lambda item: (-item[1], item[0]))
        parents = tuple(code for code, _ in ranked if code in self._departements)
        outside = tuple(row["members_outside_region"].split())
        return self._territory(
            row, "epci", parents, kind=row["type"], population=row["population"] or None, members_outside=outside
        )

    def commune(self, row: Row) -> Territory:
        """Its intercommunality first: its word wins."""
        known = self._departements | self._intercommunalities
        return self._territory(
            row,
            "commune",
            tuple(code for code in (row["epci"], row["departement"]) if code in known),
            postal_codes=tuple(row["postal_codes"].split()),
            population=row["population"] or None,
        )

    def _territory(self, row: Row, level: str, parents: tuple[str, ...], **values: object) -> Territory:
        if row["code"] == self._root:
            parents = ()
        elif not parents:
            parents = (self._root,)
        territory = Territory.model_validate(
            {"code": row["code"], "level": level, "name": row["name"], "parents": parents, **values}
        )
        _share_fields_set(self._fields_set, territory)
        return territory


class _TownHallReader:
    """Rows of town_halls.csv to contacts, named as data/portal.yml says."""

    def __init__(
        self,
        settings: PortalSettings,
        forms: Mapping[str, Mapping[str, PlaceForms]],
        names: Mapping[str, str],
    ) -> None:
        source = settings.contact_source
        self._source = Source(name=source.id, url=source.url) if source else None
        contacts = source.contacts if source else None
        self._role = contacts.role if contacts else TOWN_HALL_ROLE
        self._titles = contacts.name.root if contacts else {}
        self._reference_lang = settings.languages[0].code
        self._forms = forms
        self._names = names
        self._fields_set: set[str] = set()

    def contact(self, row: Row) -> Contact:
        """The town hall of one row."""
        code = row["commune"]
        known = ("address", "telephone", "email", "website", "opening_hours")
        contact = Contact.model_validate(
            {
                "id": f"town-hall-{code.lower()}",
                "role": self._role,
                "covers": (code,),
                "name": self._title(code),
                **{field: row[field] for field in known if row[field]},
                "position": _position(row),
                "wheelchair": {"ACC": True, "DEM": None}.get(row.get("accessibility", "")),
                "source": self._source,
            }
        )
        _share_fields_set(self._fields_set, contact, contact.name, contact.position)
        return contact

    def _title(self, code: str) -> dict[Lang, str]:
        """In each language in which data/portal.yml has words for it; without any, the name of the commune."""
        titles = {lang: _filled(words, self._place(code, lang)) for lang, words in self._titles.items()}
        return titles or {"": self._names[code]}

    def _place(self, code: str, lang: Lang) -> PlaceName:
        return place_name(
            level="commune",
            name=self._names[code],
            kind=None,
            lang=lang or self._reference_lang,
            exceptions=self._forms.get(code, {}),
        )


def _share_fields_set(shared: set[str], *records: BaseModel | None) -> None:
    """One set for all, where pydantic gives each record one of the fields that its row had.

    Nobody asks for it of open data, and it is larger than the record: those of 35,000 communes take 70 MB.
    """
    for record in records:
        if record is not None:
            object.__setattr__(record, "__pydantic_fields_set__", shared)


def _filled(words: str, place: PlaceName) -> str:
    """``Mairie {of}`` → ``Mairie de Dax``; what is no form of a name stays, and ``check`` tells it."""
    for form, name in _FORMS.items():
        if form in words:
            words = words.replace(form, getattr(place, name))
    return words


def _position(row: Row) -> dict[str, str] | None:
    if not row["longitude"] or not row["latitude"]:
        return None
    return {"latitude": row["latitude"], "longitude": row["longitude"]}
