"""Which maps there are: of every territory with drawn members, one for each level between it and the nearest."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from site_builder.geo.maps import map_projection
from site_builder.geo.outlines import Outline
from site_builder.geo.projection import Projection
from site_builder.model.territory import Territory
from site_builder.resolve.portal import Portal

MapKey = tuple[str, str]
"""The code of a territory and a level of its members; the first level that is drawn is called ``""``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MapPlan:
    """A map: its members, those of the first level whose borders it also shows, and where things are on it."""

    code: str
    level: str
    members: tuple[Territory, ...]
    wider: tuple[Territory, ...] = ()
    projection: Projection


def map_plans(portal: Portal, outlines: Mapping[str, Outline]) -> Mapping[MapKey, MapPlan]:
    """Every map of the portal.

    The nearest level is drawn where no other is: thousands of communes make no map. A level below the first one that
    is drawn has its map where all of it is.
    """
    return {(plan.code, plan.level): plan for each in portal.territories for plan in _plans(portal, outlines, each)}


def drawn_children(portal: Portal, outlines: Mapping[str, Outline], code: str) -> tuple[Territory, ...]:
    """The members on the map of a territory: those below it, of the first level that has outlines."""
    drawn = _drawn(portal.territories.children(code), outlines)
    first = next((level for level in portal.territories.levels if any(each.level == level for each in drawn)), None)
    return tuple(each for each in drawn if each.level == first)


def reaches_beyond(portal: Portal, outlines: Mapping[str, Outline], plan: MapPlan) -> bool:
    """Whether places of its members lie in another territory beside that of the map, whose own outline is known."""
    places = (place.code for member in plan.members for place in portal.territories.members(member.code))
    return plan.code in outlines and any(plan.code not in portal.territories.chain(code) for code in places)


def _plans(portal: Portal, outlines: Mapping[str, Outline], territory: Territory) -> Iterator[MapPlan]:
    first = drawn_children(portal, outlines, territory.code)
    if not first:
        return
    yield _plan(territory, "", first, outlines)
    levels = portal.territories.levels
    for level in levels[levels.index(first[0].level) + 1 : -1]:
        inside = portal.territories.inside(territory.code, level)
        if inside and inside == _drawn(inside, outlines):
            yield _plan(territory, level, inside, outlines, wider=first)


def _plan(
    territory: Territory,
    level: str,
    members: tuple[Territory, ...],
    outlines: Mapping[str, Outline],
    *,
    wider: tuple[Territory, ...] = (),
) -> MapPlan:
    projection = map_projection([outlines[each.code] for each in (*members, *wider)])
    return MapPlan(code=territory.code, level=level, members=members, wider=wider, projection=projection)


def _drawn(territories: Iterable[Territory], outlines: Mapping[str, Outline]) -> tuple[Territory, ...]:
    return tuple(each for each in territories if each.code in outlines)
