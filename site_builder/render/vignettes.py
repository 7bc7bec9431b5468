"""Which entries have a vignette, and what it shows: cards and pages without a picture have something true to show."""

from collections.abc import Iterator
from dataclasses import dataclass

from site_builder.geo.outlines import Point
from site_builder.model.entry import Content, Entry
from site_builder.model.registry import BY_KIND, CONTENT_TYPES, Beside, Family, UnderHeadings
from site_builder.model.trail import Trail
from site_builder.plan.files import vignette_file
from site_builder.render.geography import Geography
from site_builder.render.itinerary import halts
from site_builder.render.positions import position_of
from site_builder.resolve.portal import Portal

DRAWN: tuple[Family, ...] = ("asset", "people")
WIDE, SQUARE = (480, 320), (400, 400)


@dataclass(frozen=True, slots=True, kw_only=True)
class Vignette:
    """What to draw: the codes of the territories (``around`` is None for one that stands alone), the place to mark.

    ``way``: the stops of a trail, which a line joins (longitude, latitude).
    ``inking`` is the number of the entry's heading in its list: those of one heading are printed in the same inks.
    """

    path: str
    family: Family
    inking: int
    own: str
    around: str | None
    at: Point | None
    way: tuple[Point, ...] = ()

    @property
    def size(self) -> tuple[int, int]:
        """Width and height, in units and in CSS pixels."""
        return SQUARE if self.family == "people" else WIDE


def vignettes(portal: Portal, geography: Geography) -> Iterator[Vignette]:
    """Those of all entries."""
    for content_type in CONTENT_TYPES:
        for entry in portal.entries.get(content_type.kind, ()):
            found = vignette_of(portal, geography, entry)
            if found:
                yield found


def vignette_of(portal: Portal, geography: Geography, entry: Entry[Content]) -> Vignette | None:
    """That of one entry; None for what is of no drawn territory, or of a family that has none."""
    listing, version = BY_KIND[entry.kind].listing, entry.reference
    if not isinstance(listing, UnderHeadings | Beside) or listing.family not in DRAWN:
        return None
    trail = version if isinstance(version, Trail) else None
    own = version.territory or (portal.settings.territory if trail else "")
    if own not in geography.outlines or own not in portal.territories:
        return None
    people = listing.family == "people"
    groups, group = BY_KIND[entry.kind].groups, version.group
    return Vignette(
        path=vignette_file(entry.id),
        family=listing.family,
        inking=groups.index(group) if group in groups else 0,
        own=own,
        around=_around(portal, geography, own),
        at=None if people or trail or own == portal.settings.territory else _place(version, geography),
        way=tuple(halt.at for halt in halts(portal, geography, trail) if halt.at) if trail else (),
    )


def _place(version: Content, geography: Geography) -> Point | None:
    """Its own position, or the middle of its territory."""
    return position_of(version) or geography.positions.get(version.territory or "")


def _around(portal: Portal, geography: Geography, code: str) -> str | None:
    """The nearest drawn territory round a place that people live in; wider ones stand alone."""
    if not portal.territories.is_nearest(portal.territories[code]):
        return None
    root = portal.settings.territory
    above = (t.code for t in reversed(portal.territories.ancestors(code)) if t.code != root)
    return next((above_it for above_it in above if above_it in geography.outlines), None)
