"""Entries by the territories in which they are: looked up by thousands of pages, sorted once."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from site_builder.model.entry import Content, Entry
from site_builder.resolve.portal import Portal

EntriesByPlace = Mapping[tuple[str, str], tuple[Entry[Content], ...]]
"""By kind and code of the territory, in the order of the portal's entries."""


def entries_by_place(portal: Portal, kinds: Iterable[str]) -> EntriesByPlace:
    """Those of a place are also those of all that it lies in; what names no territory is in none."""
    found: dict[tuple[str, str], list[Entry[Content]]] = defaultdict(list)
    for kind in kinds:
        for entry in portal.entries.get(kind, ()):
            code = entry.reference.territory
            if code is not None and code in portal.territories:
                for place in portal.territories.chain(code):
                    found[kind, place].append(entry)
    return {key: tuple(entries) for key, entries in found.items()}
