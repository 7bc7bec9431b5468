"""Images that are too small for where they are shown, or that are not described."""

import re
from collections.abc import Iterator

from site_builder.check.sight import Sight
from site_builder.load.nodes import MapNode, place_of
from site_builder.problems import Place, Problem

LEAST = 480
"""Pixels across, at the top of a page: as wide as a telephone's column, not quite as sharp as its screen."""

GENERIC_ALTS = frozenset({"image", "photo", "picture", "img", "illustration", "logo"})
_FILE_NAME = re.compile(r"\S+\.(?:jpe?g|png|webp|gif|heic)|(?:img|dsc|dscn|dscf|pxl)[_-]?\d+\S*")


def says_nothing(alt: str) -> bool:
    """Whether an alternative text tells nothing of what the image shows: no word, ``photo``, ``IMG_2034.jpg``."""
    text = alt.strip().lower()
    return not text or text in GENERIC_ALTS or _FILE_NAME.fullmatch(text) is not None


def empty_descriptions(sight: Sight) -> Iterator[Problem]:
    """The alternative texts of sidecars, in each language; one sidecar may describe several files."""
    for media in {each.sidecar_path: each for each in sight.records.media.values()}.values():
        node = sight.records.sources.sidecars[media.sidecar_path]
        for lang, text in media.sidecar.alt.root.items():
            if says_nothing(text):
                in_language = isinstance(node, MapNode) and isinstance(node.values.get("alt"), MapNode)
                place = place_of(node, ("alt", lang) if in_language else ("alt",))
                values = {"written": text, "field": lang if in_language else "alt"}
                yield Problem("image-alt-generic", place, values)


def small_pictures(sight: Sight) -> Iterator[Problem]:
    """An image that ``image:`` names shows what it is of on the smallest screen."""
    named = {entry.reference.image or "" for entry in sight.entries}
    for path in sorted(named & sight.records.media.keys()):
        size = sight.records.media[path].size
        if size and size[0] < LEAST:
            yield Problem("image-small", Place(path), {"width": size[0], "least": LEAST})
