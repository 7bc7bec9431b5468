"""What all portraits are drawn from, worked out once: ranks among peers, who touches whom, what lies where."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from site_builder.model.entry import Content, Entry
from site_builder.model.registry import CONTENT_TYPES
from site_builder.model.territory import Territory
from site_builder.render.scene import Scene
from site_builder.resolve.territories import Territories

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
    parts: Mapping[tuple[str, str], tuple[Territory, ...]]
    """By the code of a territory and a level below it, but for the nearest."""
    under: Mapping[Shelf, tuple[Entry[Content], ...]]


def portrait_index(scene: Scene) -> PortraitIndex:
    """Sorted once for all portraits."""
    return PortraitIndex(ranks=_ranks(scene), touching=_touching(scene), parts=_parts(scene), under=_under(scene))


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
    """Equal ones share a place."""
    first: dict[int, int] = {}
    for place, population in enumerate(sorted(populations.values(), reverse=True), start=1):
        first.setdefault(population, place)
    return {code: Rank(place=first[count], total=len(populations)) for code, count in populations.items()}


def _touching(scene: Scene) -> dict[str, tuple[str, ...]]:
    """Territories of one level of which two members touch: the tables know neighbours of the nearest level only."""
    territories, found = scene.portal.territories, defaultdict[str, set[str]](set)
    for code, others in scene.portal.neighbours.items():
        above = territories.chain(code)[:-1] if code in territories else ()
        for other in others:
            beyond = territories.chain(other)[:-1] if other in territories else ()
            if above != beyond:
                _join(territories, found, above, beyond)
    return {code: tuple(sorted(others)) for code, others in found.items()}


def _join(territories: Territories, found: dict[str, set[str]], above: Sequence[str], beyond: Sequence[str]) -> None:
    """A territory that both lie in touches nobody there."""
    for one in above:
        for other in beyond:
            if territories[one].level == territories[other].level and one not in beyond and other not in above:
                found[one].add(other)
                found[other].add(one)


def _parts(scene: Scene) -> dict[tuple[str, str], tuple[Territory, ...]]:
    territories = scene.portal.territories
    found: dict[tuple[str, str], list[Territory]] = defaultdict(list)
    for territory in territories:
        if not territories.is_nearest(territory):
            for above in territories.chain(territory.code)[:-1]:
                found[above, territory.level].append(territory)
    return {key: tuple(parts) for key, parts in found.items()}


def _under(scene: Scene) -> dict[Shelf, tuple[Entry[Content], ...]]:
    territories = scene.portal.territories
    found: dict[Shelf, list[Entry[Content]]] = defaultdict(list)
    for kind in (content_type.kind for content_type in CONTENT_TYPES if content_type.groups):
        for entry in scene.portal.entries.get(kind, ()):
            code = entry.reference.territory
            for place in territories.chain(code) if code in territories and code else ():
                found[kind, entry.reference.group, place].append(entry)
    return {shelf: tuple(entries) for shelf, entries in found.items()}
