"""The French open data tables (data/reference/*.csv) to territories and town halls.

Columns: see data/reference/README.md. The tables say which territories exist; a portal of another country leaves
them out and lists its territories in data/territories/.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pydantic import ValidationError

from site_builder.language.place_names import place_name
from site_builder.model.contact import Contact
from site_builder.model.settings import PortalSettings
from site_builder.model.territory import PlaceForms, Territory
from site_builder.model.values import Localized, Position, Source
from site_builder.problems import Place, Problem

Row = Mapping[str, str]
Rows = Sequence[Row]

DEPARTEMENTS = "data/reference/departements.csv"
EPCI = "data/reference/epci.csv"
COMMUNES = "data/reference/communes.csv"
TOWN_HALLS = "data/reference/town_halls.csv"
NEIGHBOURS = "data/reference/neighbours.csv"

COLUMNS = {
    DEPARTEMENTS: ("code", "name", "seat"),
    EPCI: ("code", "name", "type", "population", "members_outside_region"),
    COMMUNES: ("code", "name", "departement", "epci", "postal_codes", "population", "seat_rank"),
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
}
TOWN_HALL_ROLE = "town-hall"
TOWN_HALL_SOURCE = "dila-directory"


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenData:
    """Territories and contacts of the open data, and who touches whom."""

    territories: tuple[Territory, ...]
    town_halls: tuple[Contact, ...]
    neighbours: Mapping[str, tuple[str, ...]]


def read_open_data(
    tables: Mapping[str, Rows], settings: PortalSettings, forms: Mapping[str, Mapping[str, PlaceForms]]
) -> tuple[OpenData, list[Problem]]:
    """Typed records of the tables that are there; a table with missing columns or a bad row is a problem."""
    problems = list(_missing_columns(tables))
    usable = {path: rows for path, rows in tables.items() if not any(p.place.path == path for p in problems)}
    communes = usable.get(COMMUNES, ())
    territories = (
        *_departements(usable.get(DEPARTEMENTS, ()), settings),
        *_intercommunalities(usable, settings),
        *_communes(usable, settings),
    )
    names = {row["code"]: row["name"] for row in communes}
    reader = _TownHallReader(settings, forms, names)
    town_halls = tuple(reader.read(usable.get(TOWN_HALLS, ()), problems))
    neighbours = {row["commune"]: tuple(row["neighbours"].split()) for row in usable.get(NEIGHBOURS, ())}
    return OpenData(territories=territories, town_halls=town_halls, neighbours=neighbours), problems


def _missing_columns(tables: Mapping[str, Rows]) -> Iterator[Problem]:
    for path, columns in COLUMNS.items():
        rows = tables.get(path, ())
        missing = [column for column in columns if rows and column not in rows[0]]
        if missing:
            yield Problem("table-columns", Place(path), {"missing": ", ".join(missing)})


def _departements(rows: Rows, settings: PortalSettings) -> Iterator[Territory]:
    parents = (settings.territory,)
    for row in rows:
        yield Territory(
            code=row["code"], level="departement", name=row["name"], seat=row["seat"] or None, parents=parents
        )


def _intercommunalities(tables: Mapping[str, Rows], settings: PortalSettings) -> Iterator[Territory]:
    """Parents: the départements of the members, the one with most of the inhabitants first."""
    known = {row["code"] for row in tables.get(DEPARTEMENTS, ())}
    inhabitants: dict[str, Counter[str]] = defaultdict(Counter)
    for row in tables.get(COMMUNES, ()):
        inhabitants[row["epci"]][row["departement"]] += int(row["population"] or 0)
    for row in tables.get(EPCI, ()):
        if row["code"] == settings.territory:
            parents: tuple[str, ...] = ()
        else:
            ranked = sorted(inhabitants[row["code"]].items(), key=lambda item: (-item[1], item[0]))
            parents = tuple(code for code, _ in ranked if code in known) or (settings.territory,)
        yield Territory(
            code=row["code"],
            level="epci",
            name=row["name"],
            kind=row["type"],
            parents=parents,
            population=int(row["population"] or 0),
            members_outside=tuple(row["members_outside_region"].split()),
        )


def _communes(tables: Mapping[str, Rows], settings: PortalSettings) -> Iterator[Territory]:
    known = {row["code"] for path in (DEPARTEMENTS, EPCI) for row in tables.get(path, ())}
    for row in tables.get(COMMUNES, ()):
        parents = tuple(code for code in (row["epci"], row["departement"]) if code in known)
        if row["code"] == settings.territory:
            parents = ()
        elif not parents:
            parents = (settings.territory,)
        yield Territory(
            code=row["code"],
            level="commune",
            name=row["name"],
            parents=parents,
            postal_codes=tuple(row["postal_codes"].split()),
            population=int(row["population"] or 0),
            seat_rank=int(row["seat_rank"] or 0),
        )


class _TownHallReader:
    """Rows of town_halls.csv to contacts, named in each language of the portal."""

    def __init__(
        self,
        settings: PortalSettings,
        forms: Mapping[str, Mapping[str, PlaceForms]],
        names: Mapping[str, str],
    ) -> None:
        self._languages = [language.code for language in settings.languages]
        self._forms = forms
        self._names = names
        self._sources = {source.id: source for source in settings.open_data}

    def read(self, rows: Rows, problems: list[Problem]) -> Iterator[Contact]:
        for number, row in enumerate(rows, start=2):
            if row["commune"] not in self._names:
                continue
            try:
                yield self._contact(row)
            except ValidationError as error:
                field = str(error.errors()[0]["loc"][0])
                values = {"field": field, "written": str(error.errors()[0]["input"])}
                problems.append(Problem("table-value", Place(TOWN_HALLS, number), values))

    def _contact(self, row: Row) -> Contact:
        code = row["commune"]
        return Contact(
            id=f"mairie-{code.lower()}",
            role=TOWN_HALL_ROLE,
            covers=(code,),
            name=Localized(self._title(code)),
            address=row["address"] or None,
            telephone=row["telephone"] or None,
            email=row["email"] or None,
            website=row["website"] or None,
            opening_hours=row["opening_hours"] or None,
            position=_position(row),
            wheelchair={"ACC": True, "DEM": None}.get(row.get("accessibility", "")),
            source=self._source(),
        )

    def _source(self) -> Source | None:
        source = self._sources.get(TOWN_HALL_SOURCE)
        return Source(name=TOWN_HALL_SOURCE, url=source.url) if source else None

    def _title(self, code: str) -> dict[str, str]:
        titles = {}
        for lang in self._languages:
            form = place_name(
                level="commune",
                name=self._names[code],
                kind=None,
                lang=lang,
                exceptions=self._forms.get(code, {}),
            )
            if lang == "fr":
                titles[lang] = f"Mairie {form.of}"
            elif lang == "en":
                titles[lang] = f"{form.name} town hall (mairie)"
        return titles


def _position(row: Row) -> Position | None:
    if not row["longitude"] or not row["latitude"]:
        return None
    return Position(latitude=float(row["latitude"]), longitude=float(row["longitude"]))
