"""Where things are: outlines, positions, which towns are near, which territories have a map."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from math import inf

from site_builder.geo.distance import Near, Nearby
from site_builder.geo.maps import OutlineDrawing, outline_path
from site_builder.geo.outlines import Outline, Point
from site_builder.geo.paths import path_data
from site_builder.geo.projection import Projection
from site_builder.render.map_plans import MapKey, MapPlan, map_plans
from site_builder.resolve.portal import Portal

MARGIN = 0.02
"""Degrees: an address farther than this from its own territory is a mistake of the directory."""
TOWN = 2000
"""Inhabitants of a place worth naming as a town nearby."""
ORNAMENT_SIZE = 1000
ORNAMENT_TOLERANCE = 1.5
PORTRAIT_TOLERANCE = 1.0


@dataclass(frozen=True, kw_only=True)
class Geography:
    """Outlines and positions (longitude, latitude) by code, and maps; ``ornament`` is the root's outline."""

    outlines: Mapping[str, Outline]
    ornament: OutlineDrawing | None
    positions: Mapping[str, Point]
    towns: Nearby
    places: Nearby
    """All territories of the nearest level that have a position."""
    map_plans: Mapping[MapKey, MapPlan]

    def map_plan(self, code: str, level: str = "") -> MapPlan | None:
        """The map of a territory, of the first level that is drawn unless another is named."""
        return self.map_plans.get((code, level))

    @cached_property
    def towns_near(self) -> Callable[[Point, float], tuple[Near, ...]]:
        """The towns at most some kilometres from a point; looked up once for all the languages of a page."""
        return lru_cache(maxsize=100)(self.towns.within)

    @cached_property
    def outline_path(self) -> Callable[[str, Projection], str]:
        """The outline of a territory, without holes, in the units of a projection; drawn once as well."""
        return lru_cache(maxsize=10)(self._outline_path)

    def _outline_path(self, code: str, projection: Projection) -> str:
        return path_data(self.outlines[code], projection, tolerance=PORTRAIT_TOLERANCE, holes_from=inf)

    @cached_property
    def places_near(self) -> Callable[[Point, float], tuple[Near, ...]]:
        """As ``towns_near``, for all places of the nearest level."""
        return lru_cache(maxsize=100)(self.places.within)


def geography(portal: Portal) -> Geography:
    """Read from the portal's GeoJSON files and from the positions of its contacts."""
    outlines = _outlines(portal)
    positions = _positions(portal, outlines)
    nearest = filter(portal.territories.is_nearest, portal.territories)
    places = {t.code: positions[t.code] for t in nearest if t.code in positions}
    towns = {code: at for code, at in places.items() if (portal.territories[code].population or 0) >= TOWN}
    root = outlines.get(portal.settings.territory)
    return Geography(
        outlines=outlines,
        ornament=outline_path(root, ORNAMENT_SIZE, tolerance=ORNAMENT_TOLERANCE) if root else None,
        positions=positions,
        towns=Nearby(towns),
        places=Nearby(places),
        map_plans=map_plans(portal, outlines),
    )


def _outlines(portal: Portal) -> dict[str, Outline]:
    """Outlines of the data files; the root's own, where no file has it, is drawn from its parts."""
    outlines = dict(portal.outlines)
    root = portal.settings.territory
    if root not in outlines:
        parts = [outlines[child.code] for child in portal.territories.children(root) if child.code in outlines]
        if parts:
            outlines[root] = Outline(code=root, rings=tuple(ring for part in parts for ring in part.rings))
    return outlines


def _positions(portal: Portal, outlines: Mapping[str, Outline]) -> dict[str, Point]:
    """Its first contact's door where that is inside the territory, else the middle of its outline."""
    positions = {code: outline.centroid for code, outline in outlines.items() if code in portal.territories}
    role = portal.settings.place_role or ""
    for territory in portal.territories:
        contact = portal.directory.own(role, territory.code)
        if contact and contact.position:
            door = contact.position.point
            outline = outlines.get(territory.code)
            if outline is None or outline.bounds.holds(door, margin=MARGIN):
                positions[territory.code] = door
    return positions
