"""The bodies that help to find work, indexed once: which territory has some, and which of its neighbours have."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from site_builder.geo.distance import Nearby
from site_builder.geo.outlines import Point
from site_builder.model.territory import Organisation
from site_builder.render.scene import Scene

NEIGHBOURS_KM = 50.0
"""Farther than that, nobody is a neighbour."""


@dataclass(frozen=True, slots=True, eq=False)
class Offers:
    """``within``: by territory, the bodies for it or for a part of it; ``nearby``: by level, where there are some."""

    ids: frozenset[str]
    within: Mapping[str, tuple[Organisation, ...]]
    nearby: Mapping[str, Nearby]


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbour:
    """A territory that has offers, and its distance in a straight line where both positions are known."""

    code: str
    km: float | None


def offers(scene: Scene) -> Offers:
    """Of the kinds of organisations that guide.yml names under ``partner_work``."""
    territories = scene.portal.territories
    frame = scene.portal.frame.partner_work
    kinds = frame.organisation_kinds if frame else ()
    within: dict[str, dict[str, Organisation]] = defaultdict(dict)
    for organisation in scene.portal.organisations:
        if organisation.kind in kinds:
            for code in organisation.covers:
                for place in territories.chain(code) if code in territories else ():
                    within[place][organisation.id] = organisation
    placed: dict[str, dict[str, Point]] = defaultdict(dict)
    for code in within:
        point = _point(scene, code)
        if point:
            placed[territories[code].level][code] = point
    return Offers(
        ids=frozenset(id_ for group in within.values() for id_ in group),
        within={code: tuple(found.values()) for code, found in within.items()},
        nearby={level: Nearby(points, cell_km=NEIGHBOURS_KM / 2) for level, points in placed.items()},
    )


def offers_here(scene: Scene, found: Offers, code: str) -> tuple[Organisation, ...]:
    """The territory's own, those of its parts, then those of the territories above it, nearest first."""
    own = {organisation.id: organisation for organisation in found.within.get(code, ())}
    for ancestor in reversed(scene.portal.territories.chain(code)):
        for organisation in scene.portal.organisations_by_territory.get(ancestor, ()):
            if organisation.id in found.ids:
                own.setdefault(organisation.id, organisation)
    return tuple(own.values())


def neighbours_with_offers(scene: Scene, found: Offers, code: str) -> tuple[Neighbour, ...]:
    """The nearest of the same level; then those of the same parent of which the distance is not known."""
    territories = scene.portal.territories
    level, point = territories[code].level, _point(scene, code)
    near = found.nearby[level].within(point, NEIGHBOURS_KM) if point and level in found.nearby else ()
    siblings = (other.code for parent in territories[code].parents for other in territories.children(parent, level))
    apart = (other for other in siblings if other in found.within and not (point and _point(scene, other)))
    by_code: dict[str, float | None] = {each.code: each.km for each in near} | dict.fromkeys(apart)
    return tuple(Neighbour(code=other, km=km) for other, km in by_code.items() if other != code)


def _point(scene: Scene, code: str) -> Point | None:
    """Where people go: the seat; else the territory's own position."""
    positions = scene.geography.positions
    return positions.get(scene.portal.territories[code].seat or "") or positions.get(code)
