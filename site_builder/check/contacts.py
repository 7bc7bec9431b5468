"""What the directory could not tell: two answers where a reader is given one, and hours that nobody can translate."""

from collections.abc import Iterator
from itertools import chain

from site_builder.check.sight import Sight
from site_builder.language.opening_hours import Unparsed, parse
from site_builder.language.opening_hours_meant import hours_meant
from site_builder.load.yaml_mistakes import quoted
from site_builder.model.contact import Contact
from site_builder.problems import Place, Problem
from site_builder.validate.data_files import Placed
from site_builder.validate.open_data import TOWN_HALLS

RoleAndCode = tuple[str, str]


def recorded_twice(sight: Sight) -> Iterator[Problem]:
    """One contact answers for a role in a territory: of two, the directory would silently keep the last.

    A contact of data/ and a line of the open data are no such pair: what a person wrote wins, and is meant to.
    """
    first: dict[RoleAndCode, tuple[Placed[Contact], Place]] = {}
    for placed in sight.records.data.contacts:
        for index, code in enumerate(placed.record.covers):
            key, place = (placed.record.role, code), placed.place("covers", index)
            other, other_place = first.setdefault(key, (placed, place))
            if other.record.id != placed.record.id:  # one id twice is told by `duplicate_records`
                yield _conflict("contact-twice", key, place, other_place)


def known_and_absent(sight: Sight) -> Iterator[Problem]:
    """Where somebody checked that there is none, there is no contact; and one check is enough."""
    data = sight.records.data
    rows = {row.get("commune"): row for row in sight.records.sources.tables.get(TOWN_HALLS, ())}
    town_halls = sight.records.open_data.town_halls
    tables = (
        ((hall.role, code), rows[code].place(TOWN_HALLS, "commune")) for hall in town_halls for code in hall.covers
    )
    written = (
        ((placed.record.role, code), placed.place("covers", index))
        for placed in data.contacts
        for index, code in enumerate(placed.record.covers)
    )
    known = dict(chain(tables, written)) if data.absences else {}
    checked: dict[RoleAndCode, Place] = {}
    for absence in data.absences:
        for index, code in enumerate(absence.record.covers):
            key, place = (absence.record.role, code), absence.place("covers", index)
            if key in known:
                yield _conflict("contact-and-absence", key, place, known[key])
            elif checked.setdefault(key, place) != place:
                yield _conflict("contact-twice", key, place, checked[key])


def unread_hours(sight: Sight) -> Iterator[Problem]:
    """Opening hours written in words, or with a slip. Those of the open data are not for an editor to mend."""
    for hours, place in sight.written_to_reach("opening_hours"):
        if isinstance(parse(hours), Unparsed):
            yield Problem("bad-hours", place, {"fixed": quoted(hours_meant(hours) or "…")})


def _conflict(code: str, key: RoleAndCode, place: Place, other: Place) -> Problem:
    role, territory = key
    return Problem(code, place, {"role": role, "code": territory, "other": other})
