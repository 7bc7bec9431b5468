"""Trails: their stops are assets that readers can open, or places of which enough is known."""

from collections.abc import Iterator

from site_builder.check.references import unknown_word
from site_builder.check.sight import Sight
from site_builder.model.asset import Asset
from site_builder.model.entry import Content, Entry
from site_builder.model.trail import Stop, Trail
from site_builder.problems import Problem

FEWEST = 2
"""Stops of a trail: with one there is no way to go."""
_OF_A_PLACE = {"name": "…", "position": "{latitude: …, longitude: …}", "source": "{name: …}"}
"""What a stop that is no asset of the portal has to say of itself, and how it is written."""


def short_trails(sight: Sight) -> Iterator[Problem]:
    """A trail of one stop, or of none."""
    for entry, trail in _trails(sight):
        if len(trail.stops) < FEWEST:
            yield Problem("trail-short", sight.place(entry, "stops"), {"count": str(len(trail.stops))})


def unknown_stops(sight: Sight) -> Iterator[Problem]:
    """A stop that is no asset of the portal, or one that readers cannot open."""
    assets = {entry.id: entry for entry in sight.entries if isinstance(entry.reference, Asset)}
    titles = {name: asset.reference.title for name, asset in assets.items()}
    for entry, index, stop in _stops(sight):
        if stop.asset is None or stop.asset in sight.ids_with_mistakes:  # one with mistakes exists all the same
            continue
        place = sight.place(entry, "stops", index, "asset")
        if stop.asset not in assets:
            yield unknown_word("stop-unknown", stop.asset, titles, place, "asset")
        elif entry.published and not assets[stop.asset].published:
            values = {"id": stop.asset, "status": assets[stop.asset].reference.status.value}
            yield Problem("stop-unpublished", place, values)


def unclear_stops(sight: Sight) -> Iterator[Problem]:
    """A stop that is an asset and a place at once, or a place of which something is not said."""
    for entry, index, stop in _stops(sight):
        told = [field for field in _OF_A_PLACE if getattr(stop, field) is not None]
        if stop.asset is not None and told:
            yield Problem("stop-twice", sight.place(entry, "stops", index, told[0]), {"fields": ", ".join(told)})
        elif stop.asset is None and len(told) < len(_OF_A_PLACE):
            missing = [field for field in _OF_A_PLACE if field not in told]
            fixed = "\n".join(f"{field}: {_OF_A_PLACE[field]}" for field in missing) if told else "asset: …"
            values = {"missing": ", ".join(missing), "fixed": fixed}
            yield Problem("stop-incomplete", sight.place(entry, "stops", index), values)


def _trails(sight: Sight) -> Iterator[tuple[Entry[Content], Trail]]:
    for entry in sight.entries:
        if isinstance(entry.reference, Trail):
            yield entry, entry.reference


def _stops(sight: Sight) -> Iterator[tuple[Entry[Content], int, Stop]]:
    for entry, trail in _trails(sight):
        yield from ((entry, index, stop) for index, stop in enumerate(trail.stops))
