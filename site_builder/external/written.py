"""Every external address that the portal publishes, and where it stands in the files."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from urllib.parse import urldefrag

from site_builder.check.sight import Sight
from site_builder.load.nodes import ListNode, MapNode, Node
from site_builder.problems import Place

_ADDRESS = re.compile(r"https?://[^\s<>\"'`«»]+", re.IGNORECASE)
_CLOSING = ".,;:!?)]}*’”"


def written_addresses(sight: Sight) -> dict[str, tuple[Place, ...]]:
    """By address, without its anchor: the places, in the order of the files.

    The tables of data/ are left out: they come whole from who keeps them, and nobody mends them by hand.
    """
    places: dict[str, set[Place]] = defaultdict(set)
    for address, place in (*_in_texts(sight), *_in_headers(sight), *_in_data(sight)):
        places[urldefrag(address.strip()).url].add(place)
    return {address: tuple(sorted(places[address])) for address in sorted(places)}


def _in_texts(sight: Sight) -> Iterator[tuple[str, Place]]:
    for entry, _, written in sight.texts:
        if entry.published:
            for link in written.links:
                if _ADDRESS.match(link.target):
                    yield link.target, link.place


def _in_headers(sight: Sight) -> Iterator[tuple[str, Place]]:
    for entry, lang, _ in sight.versions():
        if entry.published:
            front = sight.document(entry, lang).front.values
            yield from _in_mapping({key: node for key, node in front.items() if key != "see"})  # read with the texts


def _in_data(sight: Sight) -> Iterator[tuple[str, Place]]:
    sources = sight.records.sources
    for node in (*sources.data.values(), *sources.sidecars.values()):
        yield from _in_node(node)


def _in_mapping(values: Mapping[str, Node]) -> Iterator[tuple[str, Place]]:
    for node in values.values():
        yield from _in_node(node)


def _in_node(node: Node) -> Iterator[tuple[str, Place]]:
    if isinstance(node, MapNode):
        yield from _in_mapping(node.values)
    elif isinstance(node, ListNode):
        for item in node.items:
            yield from _in_node(item)
    elif node.text:
        yield from ((found[0].rstrip(_CLOSING), node.place) for found in _ADDRESS.finditer(node.text))
