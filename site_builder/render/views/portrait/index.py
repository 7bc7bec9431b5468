"""What all portraits are drawn from, worked out once: ranks among peers, who touches whom, what lies where."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from site_builder.model.entry import Content, Entry
from site_builder.model.registry import CONTENT_TYPES
from site_builder.model.territory import Territory
from site_builder.render.scene import Scene
from site_builder.resolve.touching import touching

Shelf = tuple[str, str | None, str]
"""Kind, heading and the code of a territory."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rank:
    """A place by number of inhabitants among ``total`` territories of one level."""

    place: int
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PortraitIndex:
    """By code of the territory; ``under``: entries of a list under its headings, in the order of the list."""

    ranks: Mapping[str, Rank]
    touching: Mapping[str, tuple[str, ...]]
    under: Mapping[Shelf, tuple[Entry[Content], ...]]


def portrait_index(scene: Scene) -> PortraitIndex:
    """Sorted once for all portraits."""
    portal = scene.portal
    return PortraitIndex(
        ranks=_ranks(scene), touching=touching(portal.territories, portal.neighbours), under=_under(scene)
    )


def _ranks(scene: Scene) -> dict[str, Rank]:
    """None for a level that has one territory, or one of which the population is not known: no rank would be true."""
    populations, territories = scene.portal.populations, scene.portal.territories
    by_level: dict[str, list[Territory]] = defaultdict(list)
    for territory in territories:
        if not territories.is_nearest(territory):
            by_level[territory.level].append(territory)
    found: dict[str, Rank] = {}
    for peers in by_level.values():
        if len(peers) > 1 and all(peer.code in populations for peer in peers):
            found |= _ranked({peer.code: populations[peer.code] for peer in peers})
    return found


def _ranked(populations: Mapping[str, int]) -> dict[str, Rank]:
    """Equal ones share a place. The least populated have none: to come last is a cold welcome, and helps nobody."""
    first: dict[int, int] = {}
    for place, population in enumerate(sorted(populations.values(), reverse=True), start=1):
        first.setdefault(population, place)
    least, total = min(populations.values()), len(populations)
    return {code: Rank(place=first[count], total=total) for code, count in populations.items() if count > least}


def _under(scene: Scene) -> dict[Shelf, tuple[Entry[Content], ...]]:
    territories = scene.portal.territories
    found: dict[Shelf, list[Entry[Content]]] = defaultdict(list)
    for kind in (content_type.kind for content_type in CONTENT_TYPES if content_type.groups):
        for entry in scene.portal.entries.get(kind, ()):
            code = entry.reference.territory
            for place in territories.chain(code) if code in territories and code else ():
                found[kind, entry.reference.group, place].append(entry)
    return {shelf: tuple(entries) for shelf, entries in found.items()}
