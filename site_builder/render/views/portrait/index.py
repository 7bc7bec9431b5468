"""What all portraits are drawn from, worked out once: ranks among peers, who touches whom, what lies where."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from site_builder.model.entry import Content, Entry
from site_builder.model.registry import CONTENT_TYPES
from site_builder.model.territory import Territory
from site_builder.render.entries_by_place import EntriesByPlace, entries_by_place
from site_builder.render.scene import Scene
from site_builder.resolve.touching import touching


@dataclass(frozen=True, slots=True, kw_only=True)
class Rank:
    """A place by number of inhabitants among ``total`` territories of one level."""

    place: int
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PortraitIndex:
    """By code of the territory; ``listed``: the entries that stand under headings of lists."""

    ranks: Mapping[str, Rank]
    touching: Mapping[str, tuple[str, ...]]
    listed: EntriesByPlace

    def under(self, kind: str, group: str, code: str) -> tuple[Entry[Content], ...]:
        """The entries of a list under one heading that are in a territory, in the order of the list."""
        return tuple(entry for entry in self.listed.get((kind, code), ()) if entry.reference.group == group)


def portrait_index(scene: Scene) -> PortraitIndex:
    """Sorted once for all portraits."""
    portal = scene.portal
    return PortraitIndex(
        ranks=_ranks(scene),
        touching=touching(portal.territories, portal.neighbours),
        listed=entries_by_place(portal, (each.kind for each in CONTENT_TYPES if each.groups)),
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
