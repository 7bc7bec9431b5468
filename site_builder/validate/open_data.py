"""The reader of French open data: the tables of data/reference/*.csv to territories, town halls and addresses.

This is the one module that knows their names, their columns (explained in data/reference/README.md) and the levels
they give, ``departement``, ``epci`` and ``commune``. The tables say which territories exist; a portal of another
country leaves them out and lists its territories in data/territories/. What its pages call the sources and the town
halls is said in data/portal.yml (``open_data``).
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from functools import partial
from pathlib import PurePosixPath
from sys import intern

from site_builder.incremental.parts import Holder, Memory, by_value, part, passing
from site_builder.incremental.watched import watched
from site_builder.load.tables import Row
from site_builder.model.contact import Contact
from site_builder.model.settings import PortalSettings
from site_builder.model.territory import PlaceForms, Territory
from site_builder.problems import Place, Problem
from site_builder.validate.addresses import (
    ADDRESS_COLUMNS,
    ADDRESSES,
    FOLDER,
    FORMER,
    FORMER_COLUMNS,
    FormerAddresses,
    read_addresses,
    read_former,
)
from site_builder.validate.closest import closest
from site_builder.validate.ledger import COLUMNS as LEDGER
from site_builder.validate.open_rows import TerritoryReader, Titles, TownHallReader, read_rows, town_hall_titles

Rows = Sequence[Row]

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
    FORMER: FORMER_COLUMNS,
}
"""What each table must have; what else it has is not read, but for ``OPTIONAL_COLUMNS``."""
OPTIONAL_COLUMNS = {TOWN_HALLS: ("accessibility",)}
"""What a table may have: access by wheelchair, ``ACC`` yes, ``DEM`` on request; anything else is not known."""
TERRITORY_TABLES = frozenset({DEPARTEMENTS, EPCI, COMMUNES})


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenData:
    """Territories and contacts of the open data, who touches whom, and the addresses that are written down.

    ``titles``: of town halls, by the codes of their communes, also of those that have no contact.
    """

    territories: tuple[Territory, ...]
    town_halls: tuple[Contact, ...]
    titles: Titles
    neighbours: Mapping[str, tuple[str, ...]]
    addresses: Mapping[str, str]
    former: FormerAddresses


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What open data is read with.

    ``written`` are the codes of the territories that data/territories/ lists: they may have neighbours and lines of
    addresses.csv too.
    """

    tables: Mapping[str, Rows]
    settings: PortalSettings
    place_forms: Mapping[str, Mapping[str, PlaceForms]]
    written: Collection[str] = ()


class OpenDataReading(Holder):
    """Typed records of the tables that are there; a table with missing columns or a bad row is a problem.

    Each table has parts of its own: whoever mends a telephone has no commune read again.
    """

    def __init__(self, memory: Memory, given: Given) -> None:
        super().__init__(memory, "records.open_data")
        self.given = given
        self._missing = {path: self.add(f"columns of {path}", partial(_missing_columns, path)) for path in COLUMNS}
        self._twice = {path: self.add(f"codes of {path}", partial(_codes_twice, path)) for path in COLUMNS}

    def rows(self, path: str) -> Rows:
        """Of a table that can be read; none where it is not there."""
        return () if self._missing[path]() else self.given.tables.get(path, ())

    def codes(self, *paths: str) -> Iterator[str]:
        """Of the territories of these tables, those of lines with mistakes too."""
        return (row["code"] for path in paths for row in self.rows(path))

    @by_value
    def communes(self) -> frozenset[str]:
        """Their codes."""
        return frozenset(self.codes(COMMUNES))

    @by_value
    def names(self) -> dict[str, str]:
        """Of communes, by code."""
        return {row["code"]: row["name"] for row in self.rows(COMMUNES) if row["name"].strip()}

    @by_value
    def known(self) -> frozenset[str] | None:
        """The codes of all territories, those of lines with mistakes too; None where a table cannot be read."""
        if any(self._missing[path]() for path in TERRITORY_TABLES):
            return None
        return frozenset(self.given.written).union(self.codes(*TERRITORY_TABLES))

    @passing
    def read_territories(self) -> tuple[tuple[Territory, ...], list[Problem]]:
        departements, communes = self.rows(DEPARTEMENTS), self.rows(COMMUNES)
        root, intercommunalities = self.given.settings.territory, self.rows(EPCI)
        reader = TerritoryReader(root, self.codes(DEPARTEMENTS), self.codes(EPCI), communes)
        problems: list[Problem] = []
        territories = (
            *read_rows(DEPARTEMENTS, departements, reader.departement, problems),
            *read_rows(EPCI, intercommunalities, reader.intercommunality, problems),
            *read_rows(COMMUNES, communes, reader.commune, problems),
        )
        return territories, problems

    @by_value
    def titles(self) -> Titles:
        """Of town halls, by the codes of their communes."""
        return town_hall_titles(self.names, self.given.settings, self.given.place_forms)

    @passing
    def read_town_halls(self) -> tuple[tuple[Contact, ...], list[Problem]]:
        titles = self.titles
        rows = (row for row in self.rows(TOWN_HALLS) if row["commune"] in titles)
        problems: list[Problem] = []
        reader = TownHallReader(self.given.settings, titles)
        return tuple(read_rows(TOWN_HALLS, rows, reader.contact, problems)), problems

    @passing
    def read_addresses(self) -> tuple[dict[str, str], list[Problem]]:
        return read_addresses(self.rows(ADDRESSES), self.known)

    @passing
    def read_former(self) -> tuple[FormerAddresses, list[Problem]]:
        return read_former(self.rows(FORMER), self.known)

    territories = by_value(lambda self: self.read_territories[0])
    town_halls = by_value(lambda self: self.read_town_halls[0])
    addresses = by_value(lambda self: self.read_addresses[0])
    former = by_value(lambda self: self.read_former[0])

    @by_value
    def neighbours(self) -> dict[str, tuple[str, ...]]:
        """Who touches whom."""
        return {row["commune"]: tuple(map(intern, row["neighbours"].split())) for row in self.rows(NEIGHBOURS)}

    unknown = part(lambda self: [*unknown_tables(self.given.tables)])
    problems_of_territories = part(lambda self: self.read_territories[1])
    problems_of_town_halls = part(lambda self: self.read_town_halls[1])
    problems_of_addresses = part(lambda self: self.read_addresses[1])
    problems_of_former = part(lambda self: self.read_former[1])

    @part
    def strange_town_halls(self) -> list[Problem]:
        codes = ((row, {row["commune"]}) for row in self.rows(TOWN_HALLS))
        return [*self._strangers(TOWN_HALLS, codes, self.communes)]

    @part
    def strange_neighbours(self) -> list[Problem]:
        codes = ((row, {row["commune"], *row["neighbours"].split()}) for row in self.rows(NEIGHBOURS))
        return [*self._strangers(NEIGHBOURS, codes, self.communes.union(self.given.written))]

    def _strangers(self, path: str, named: Iterable[tuple[Row, set[str]]], known: Set[str]) -> Iterator[Problem]:
        """Lines of communes that the portal does not have, one warning a table: it may be that of a whole region."""
        if self._missing[COMMUNES]():  # of a table that cannot be read, everybody is a stranger
            return
        strange = [(row, codes - known) for row, codes in named if codes - known]
        if strange:
            row, codes = strange[0]
            code = min(codes)
            place = row.place(path, "commune" if code == row["commune"] else "neighbours")
            yield Problem("table-strangers", place, {"count": len(strange), "code": code})

    @property
    def problems(self) -> list[Problem]:
        """All that is wrong with the tables."""
        return [
            *self.unknown,
            *(problem for told in (*self._missing.values(), *self._twice.values()) for problem in told()),
            *self.strange_town_halls,
            *self.strange_neighbours,
            *self.problems_of_territories,
            *self.problems_of_town_halls,
            *self.problems_of_addresses,
            *self.problems_of_former,
        ]


def read_open_data(given: Given) -> tuple[OpenData, list[Problem]]:
    """All of it at once, and what is wrong with it."""
    reading = OpenDataReading(Memory(), given)
    return replace(watched(OpenData, reading)), reading.problems


def _missing_columns(path: str, reading: OpenDataReading) -> list[Problem]:
    rows, columns = reading.given.tables.get(path, ()), COLUMNS[path]
    missing = [column for column in columns if rows and column not in rows[0]]
    if not missing:
        return []
    code = "table-separator" if any(";" in name for name in rows[0]) else "table-columns"
    return [Problem(code, Place(path), {"missing": ", ".join(missing), "header": ",".join(columns)})]


def _codes_twice(path: str, reading: OpenDataReading) -> list[Problem]:
    """A line is found by its first column: of two with one code, one would silently be lost."""
    key, first, problems = COLUMNS[path][0], dict[str, Row](), []
    for row in reading.rows(path):
        other = first.setdefault(row[key], row)
        if other is not row and row[key]:  # an empty code is told of the row
            values = {"code": row[key], "other": other.place(path, key)}
            problems.append(Problem("table-code-twice", row.place(path, key), values))
    return problems


def unknown_tables(tables: Mapping[str, Rows]) -> Iterator[Problem]:
    """A table that nobody reads: with a misspelt name its territories would silently not exist."""
    names = {PurePosixPath(path).stem: path for path in COLUMNS}
    known = ", ".join(f"{name}.csv" for name in names)
    absent = [name for name, path in names.items() if path not in tables]
    for path in tables:
        if path not in COLUMNS and path not in LEDGER:
            meant = closest(PurePosixPath(path).stem, absent)
            fixed = names[meant] if meant else f"{FOLDER}/…"
            yield Problem("unknown-table", Place(path), {"known": known, "fixed": fixed})
