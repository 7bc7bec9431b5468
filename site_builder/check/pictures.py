"""Images that are too small for where they are shown."""

from collections.abc import Iterator

from site_builder.check.sight import Sight
from site_builder.problems import Place, Problem

LEAST = 480
"""Pixels across, at the top of a page: as wide as a telephone's column, not quite as sharp as its screen."""


def small_pictures(sight: Sight) -> Iterator[Problem]:
    """An image that ``image:`` names shows what it is of on the smallest screen."""
    named = {entry.reference.image or "" for entry in sight.entries}
    for path in sorted(named & sight.records.media.keys()):
        size = sight.records.media[path].size
        if size and size[0] < LEAST:
            yield Problem("image-small", Place(path), {"width": size[0], "least": LEAST})
