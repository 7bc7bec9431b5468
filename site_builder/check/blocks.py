"""Short blocks: make people want to see, not tell everything (F04)."""

from collections.abc import Iterator

from site_builder.check.sight import Sight
from site_builder.model.block import Block, Mode
from site_builder.problems import Place, Problem

MOST_WORDS = 120


def long_blocks(sight: Sight) -> Iterator[Problem]:
    """A block above 120 words."""
    for entry, lang, version in sight.versions():
        words = len(version.body.split())
        if isinstance(version, Block) and words > MOST_WORDS:
            place = Place(entry.paths[lang], sight.document(entry, lang).body_line)
            yield Problem("block-long", place, {"words": words, "most": MOST_WORDS})


def blocks_without_outing(sight: Sight) -> Iterator[Problem]:
    """A block that ends in nothing to go and see."""
    for entry in sight.entries:
        version = entry.reference
        if isinstance(version, Block) and version.mode is not Mode.HIDE and not version.see:
            yield Problem("block-see", sight.document(entry).place)
