"""Where contacts are: how far from a reader, and which is the nearest beside a territory that has none."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from site_builder.geo.distance import Near, Nearby, great_circle_km
from site_builder.geo.outlines import Point
from site_builder.language.numbers import shown_km
from site_builder.model.contact import Contact
from site_builder.render.geography import MARGIN, Geography
from site_builder.resolve.directory import CheckedAbsent, Known
from site_builder.resolve.portal import Portal

BESIDE_KM = 30.0
"""How far a contact beside is looked for, in a straight line."""


@dataclass(frozen=True, kw_only=True)
class ContactPlaces:
    """The places of contacts, indexed by role and level of territory for the roles that somewhere have none."""

    portal: Portal
    geography: Geography
    beside: Mapping[tuple[str, str], Nearby]

    def km(self, code: str, known: Known) -> float | None:
        """Kilometres from territory ``code`` to the contact; None where a position is missing, or both are one."""
        here = self.geography.positions.get(code)
        there = contact_point(self.portal, self.geography, known.contact, known.scale)
        if here is None or there is None:
            return None
        km = great_circle_km(here, there)
        return km if shown_km(km) else None

    def nearest(self, role: str, code: str, absent: CheckedAbsent) -> Known | None:
        """The nearest that has one: the scale above that does, else a neighbour.

        A neighbour is a territory of the level of ``code``, or of the one that was checked for it, whose own contact
        is at most 30 km away.
        """
        here = self.geography.positions.get(code)
        if absent.nearest or here is None:
            return absent.nearest
        holders = self.portal.directory.holders(role)
        near = min(self._near(role, code, absent.scale, here), key=lambda n: (n.km, n.code), default=None)
        return Known(contact=holders[near.code], scale=near.code) if near else None

    def _near(self, role: str, code: str, checked: str, here: Point) -> Iterator[Near]:
        for level in {self.portal.territories[code].level, self.portal.territories[checked].level}:
            places = self.beside.get((role, level))
            yield from places.within(here, BESIDE_KM)[:1] if places else ()


def contact_places(portal: Portal, geography: Geography) -> ContactPlaces:
    """Indexed once, for every page."""
    points: dict[tuple[str, str], dict[str, Point]] = defaultdict(dict)
    for role in portal.directory.absent_roles:
        for code, contact in portal.directory.holders(role).items():
            point = contact_point(portal, geography, contact, code)
            if point:
                points[role, portal.territories[code].level][code] = point
    return ContactPlaces(
        portal=portal,
        geography=geography,
        beside={key: Nearby(of_level, cell_km=BESIDE_KM) for key, of_level in points.items()},
    )


def contact_point(portal: Portal, geography: Geography, contact: Contact, code: str) -> Point | None:
    """The contact's own door; else the seat of the territory that it answers for, or the place itself.

    A door far outside the only territory that a contact covers is a mistake of a directory.
    """
    outline = geography.outlines.get(code) if len(contact.covers) == 1 else None
    if contact.position:
        door = contact.position.point
        if outline is None or outline.bounds.holds(door, margin=MARGIN):
            return door
    territory = portal.territories[code]
    nearest = portal.territories.is_nearest(territory)
    return geography.positions.get(code if nearest else territory.seat or "")
