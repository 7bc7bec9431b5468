"""Values that can be read but cannot be true: a check that is yet to come, a latitude in the longitude's place."""

from collections.abc import Iterator
from datetime import date, timedelta

from site_builder.check.sight import Sight
from site_builder.geo.outlines import Bounds, bounds_of
from site_builder.model.trail import Trail
from site_builder.model.values import Position
from site_builder.problems import Place, Problem
from site_builder.validate.days import in_words

FAR = 1.0
"""Degrees beyond the portal's territory: a position further than that is elsewhere."""
_ELSEWHERE_IN_THE_WORLD = timedelta(days=1)
"""Where the day that is written may have begun already."""


def checks_to_come(sight: Sight) -> Iterator[Problem]:
    """A day of checking that is after today."""
    for field, day, place in _days(sight):
        if day - sight.today > _ELSEWHERE_IN_THE_WORLD:
            values = {"date": in_words(day), "fixed": f"{field}: {sight.today.isoformat()}"}
            yield Problem("date-ahead", place, values)


def swapped_positions(sight: Sight) -> Iterator[Problem]:
    """A position far from the portal's territory, which would be inside with its two numbers exchanged."""
    bounds = _bounds(sight)
    for position, place in _positions(sight) if bounds else ():
        here, other = position.point, position.point[::-1]
        if bounds and bounds.holds(other) and not bounds.holds(here, margin=FAR):
            fixed = f"position: {{latitude: {position.longitude}, longitude: {position.latitude}}}"
            yield Problem("position-swapped", place, {"fixed": fixed})


def _days(sight: Sight) -> Iterator[tuple[str, date, Place]]:
    for entry in sight.entries:
        if entry.reference.verified_on:
            yield "verified_on", entry.reference.verified_on, sight.place(entry, "verified_on")
    for contact in sight.records.data.contacts:
        if contact.record.verified_on:
            yield "verified_on", contact.record.verified_on, contact.place("verified_on")
    for absence in sight.records.data.absences:
        yield "checked_on", absence.record.checked_on, absence.place("checked_on")


def _positions(sight: Sight) -> Iterator[tuple[Position, Place]]:
    for organisation in sight.records.data.organisations:
        if organisation.record.position:
            yield organisation.record.position, organisation.place("position")
    for contact in sight.records.data.contacts:
        if contact.record.position:
            yield contact.record.position, contact.place("position")
    for entry in sight.entries:
        position = getattr(entry.reference, "position", None)
        if isinstance(position, Position):
            yield position, sight.place(entry, "position")
    yield from _of_stops(sight)


def _of_stops(sight: Sight) -> Iterator[tuple[Position, Place]]:
    for entry in sight.entries:
        for index, stop in enumerate(entry.reference.stops if isinstance(entry.reference, Trail) else ()):
            if stop.position:
                yield stop.position, sight.place(entry, "stops", index, "position")


def _bounds(sight: Sight) -> Bounds | None:
    """The box round the portal's own territory, or round all that is drawn where that one has no outline."""
    outlines = sight.portal.outlines
    own = outlines.get(sight.portal.settings.territory)
    drawn = [own] if own else list(outlines.values())
    return bounds_of(point for outline in drawn for ring in outline.rings for point in ring) if drawn else None
