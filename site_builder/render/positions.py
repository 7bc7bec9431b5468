"""Where an entry is."""

from site_builder.geo.outlines import Point
from site_builder.model.entry import Content
from site_builder.render.geography import Geography
from site_builder.resolve.portal import Portal


def position_of(version: Content) -> Point | None:
    """Where an entry is (longitude, latitude), for those that say so."""
    position = getattr(version, "position", None)
    return position.point if position else None


def place_of(portal: Portal, geography: Geography, version: Content) -> Point | None:
    """Where it is, or where the place is that people live in and that it is about.

    Of a wider territory no point says enough.
    """
    at = position_of(version)
    territory = portal.territories.by_code.get(version.territory or "")
    if at or territory is None or not portal.territories.is_nearest(territory):
        return at
    return geography.positions.get(territory.code)
