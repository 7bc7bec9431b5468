"""The stops of a trail as readers meet them: those that can be opened, in their order, and where they are."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from site_builder.geo.distance import great_circle_km
from site_builder.geo.outlines import Point
from site_builder.model.asset import Asset, is_place
from site_builder.model.entry import Content, Entry, entry_key
from site_builder.model.trail import Stop, Trail
from site_builder.model.values import Text
from site_builder.render.geography import Geography
from site_builder.render.positions import place_of, position_of
from site_builder.render.words import Words
from site_builder.resolve.portal import Portal

TrailsByAsset = Mapping[str, tuple[Entry[Content], ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Halt:
    """A stop, its number, the asset that it is if it is one, and where it is (longitude, latitude) if that is known."""

    number: int
    stop: Stop
    asset: Entry[Content] | None
    at: Point | None

    @property
    def schema_type(self) -> str:
        """The schema.org type of what is there, which is a place."""
        version = self.asset.reference if self.asset else None
        return version.kind if isinstance(version, Asset) and is_place(version.kind) else "Place"

    def name(self, words: Words) -> Text:
        """What it is called, in the words' language or in the one that it has."""
        if self.asset is None:
            return words.label(self.stop.name) if self.stop.name else Text(text="", lang=words.lang)
        version, lang = self.asset.pick(words.lang)
        return Text(text=version.title, lang=lang)


def halts(portal: Portal, geography: Geography, trail: Trail) -> tuple[Halt, ...]:
    """The stops of a trail, numbered from 1; an asset that is not published is none (`check` has told)."""
    found: list[Halt] = []
    for stop in trail.stops:
        asset = portal.by_key.get(entry_key("asset", stop.asset)) if stop.asset else None
        if asset is None and stop.position is None:
            continue
        own = stop.position.point if stop.position else None
        at = place_of(portal, geography, asset.reference) if asset else own
        found.append(Halt(number=len(found) + 1, stop=stop, asset=asset, at=at))
    return tuple(found)


def points_of(portal: Portal, geography: Geography, version: Content) -> tuple[Point, ...]:
    """Where an entry says that it is: of a trail, its stops. Of a living person nobody says where they are."""
    if version.living:
        return ()
    if isinstance(version, Trail):
        return tuple(halt.at for halt in halts(portal, geography, version) if halt.at)
    at = position_of(version)
    return (at,) if at else ()


def legs(stops: tuple[Halt, ...]) -> tuple[float | None, ...]:
    """Kilometres as the crow flies from each stop to the next; None where it is not known where one of the two is."""
    return tuple(great_circle_km(one.at, other.at) if one.at and other.at else None for one, other in pairwise(stops))


def trails_by_asset(portal: Portal) -> TrailsByAsset:
    """The trails that lead to each asset, in the order of their list."""
    found: dict[str, list[Entry[Content]]] = defaultdict(list)
    for entry in portal.entries.get("trail", ()):
        assert isinstance(entry.reference, Trail)
        for asset in dict.fromkeys(stop.asset for stop in entry.reference.stops if stop.asset):
            found[asset].append(entry)
    return {asset: tuple(trails) for asset, trails in found.items()}
