"""Where things are: outlines, positions, which towns are near, which territories have a map."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from functools import cached_property, lru_cache

from site_builder.geo.distance import Near, Nearby
from site_builder.geo.maps import OutlineDrawing, outline_path
from site_builder.geo.outlines import Outline, Point
from site_builder.render.map_plans import MapKey, MapPlan, map_plans
from site_builder.resolve.portal import Portal

MARGIN = 0.02
"""Degrees: an address farther than this from its own territory is a mistake of the directory."""
TOWN = 2000
"""Inhabitants of a place worth naming as a town nearby."""
ORNAMENT_SIZE = 1000
ORNAMENT_TOLERANCE = 1.5


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

    def __getstate__(self) -> dict[str, object]:
        """Without what was looked up: a memo of one process."""
        return {each.name: getattr(self, each.name) for each in fields(self)}

    def map_plan(self, code: str, level: str = "") -> MapPlan | None:
        """The map of a territory, of the first level that is drawn unless another is named."""
        return self.map_plans.get((code, level))

    @cached_property
    def towns_near(self) -> Callable[[Point, float], tuple[Near, ...]]:
        """The towns at most some kilometres from a point; looked up once for all the languages of a page."""
        return lru_cache(maxsize=100)(self.towns.within)


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
    doors = _doors(portal, outlines)
    drawn = {
        code: doors.get(code) or outline.centroid for code, outline in outlines.items() if code in portal.territories
    }
    return drawn | doors


def _doors(portal: Portal, outlines: Mapping[str, Outline]) -> dict[str, Point]:
    """Where the first contact of each territory is, but for those that are elsewhere."""
    doors, known = portal.doors, (territory.code for territory in portal.territories)
    return {code: doors[code] for code in known if code in doors and _is_near(doors[code], outlines.get(code))}


def _is_near(door: Point, outline: Outline | None) -> bool:
    return outline is None or outline.bounds.holds(door, margin=MARGIN)
