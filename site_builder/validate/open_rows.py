"""Records of the rows of open data: territories with their parents, town halls with their titles."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from site_builder.language.place_names import PlaceName, place_name
from site_builder.load.tables import Row
from site_builder.model.contact import Contact
from site_builder.model.settings import PortalSettings
from site_builder.model.territory import PlaceForms, Territory
from site_builder.model.values import Lang, Localized, Source
from site_builder.problems import Problem

T = TypeVar("T")
_FORMS = {f"{{{name}}}": name for name in PlaceForms.model_fields}
TOWN_HALL_ROLE = "town-hall"
"""The role of town_halls.csv where data/portal.yml names none."""


def read_rows(path: str, rows: Iterable[Row], make: Callable[[Row], T], problems: list[Problem]) -> Iterator[T]:
    """A record from each row of the table; one that gives none is a problem, and the others are still read."""
    for row in rows:
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


class TerritoryReader:
    """Rows of the three territory tables to territories, with their parents."""

    def __init__(
        self, root: str, departements: Iterable[str], intercommunalities: Iterable[str], communes: Iterable[Row]
    ) -> None:
        """``root``, ``departements``, ``intercommunalities``: codes."""
        self._root = root
        self._departements = frozenset(departements)
        self._intercommunalities = frozenset(intercommunalities)
        self._fields_set: set[str] = set()
        self._inhabitants: dict[str, Counter[str]] = defaultdict(Counter)
        for row in communes:
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


Titles = Mapping[str, Localized | dict[Lang, str]]
"""Of town halls, by the codes of their communes; as they were made where they are no label."""


def town_hall_titles(
    names: Mapping[str, str], settings: PortalSettings, forms: Mapping[str, Mapping[str, PlaceForms]]
) -> dict[str, Localized | dict[Lang, str]]:
    """In each language in which data/portal.yml has words for them; without any, the names of the communes."""
    source = settings.contact_source
    words = source.contacts.name.root if source and source.contacts else {}
    reference = settings.languages[0].code
    shared: set[str] = set()

    def place(code: str, lang: Lang) -> PlaceName:
        exceptions = forms.get(code, {})
        return place_name(level="commune", name=names[code], kind=None, lang=lang or reference, exceptions=exceptions)

    def title(code: str) -> Localized | dict[Lang, str]:
        texts = {lang: _filled(text, place(code, lang)) for lang, text in words.items()} or {"": names[code]}
        try:
            label = Localized.model_validate(texts)
        except ValidationError:  # told of the row, by whoever makes a contact of it
            return texts
        _share_fields_set(shared, label)
        return label

    return {code: title(code) for code in names}


class TownHallReader:
    """Rows of town_halls.csv to contacts, as data/portal.yml says."""

    def __init__(self, settings: PortalSettings, titles: Titles) -> None:
        source = settings.contact_source
        self._source = Source(name=source.id, url=source.url) if source else None
        self._role = source.contacts.role if source and source.contacts else TOWN_HALL_ROLE
        self._titles = titles
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
                "name": self._titles[code],
                **{field: row[field] for field in known if row[field]},
                "position": _position(row),
                "wheelchair": {"ACC": True, "DEM": None}.get(row.get("accessibility", "")),
                "source": self._source,
            }
        )
        _share_fields_set(self._fields_set, contact, contact.position)
        return contact


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
