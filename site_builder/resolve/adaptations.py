"""Who adapts which block, and beside which edition of it: what the coordinator of the common core looks at."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import cast

from site_builder.model.block import Part
from site_builder.model.slugs import fold
from site_builder.resolve.inheritance import BlockEntry, Guides
from site_builder.resolve.portal import Portal


class Reading(StrEnum):
    """Whether an adaptation has been read beside the block that it adapts, as that block is today."""

    CURRENT = "current"
    OLDER = "older"
    NEVER = "never"


@dataclass(frozen=True, slots=True, kw_only=True)
class Adaptation:
    """An override beside the block that it names. ``depth`` is 1 for what adapts an adaptation, and so on.

    ``changed``: the parts of ``above`` that are others than when both were read; none where that is not known.
    ``acts``: whether some guide shows it, or leaves something out because of it.
    """

    entry: BlockEntry
    above: BlockEntry
    territory: str
    depth: int
    reading: Reading
    changed: tuple[Part, ...]
    acts: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AdaptedBlock:
    """A block that overrides nothing, and all that adapts it: by territory, each followed by what adapts it in turn."""

    entry: BlockEntry
    territory: str
    adaptations: tuple[Adaptation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How many blocks are adapted, by how many territories; how many adaptations are to read again, or never were."""

    blocks: int
    territories: int
    adaptations: int
    older: int
    never: int


def adapted_blocks(portal: Portal) -> tuple[AdaptedBlock, ...]:
    """Every published block that a published one adapts: the core's first, then from the widest territory down."""
    order = _ReadingOrder(portal)
    blocks = cast("tuple[BlockEntry, ...]", portal.entries.get("block", ()))
    below: dict[str, list[BlockEntry]] = defaultdict(list)
    for entry in sorted(blocks, key=order.key):
        below[entry.reference.overrides or ""].append(entry)
    return tuple(
        AdaptedBlock(
            entry=entry,
            territory=order.code(entry),
            adaptations=tuple(_adaptations(entry, below, order, portal.guides)),
        )
        for entry in below[""]
        if entry.id in below
    )


def files_of(blocks: Iterable[AdaptedBlock]) -> frozenset[str]:
    """The reference files of the blocks and of what adapts them."""
    entries = (entry for block in blocks for entry in (block.entry, *(each.entry for each in block.adaptations)))
    return frozenset(entry.paths[entry.reference_lang] for entry in entries)


def tally(blocks: Iterable[AdaptedBlock]) -> Tally:
    """The sum of ``blocks``."""
    adapted = [block for block in blocks if block.adaptations]
    found = [adaptation for block in adapted for adaptation in block.adaptations]
    return Tally(
        blocks=len(adapted),
        territories=len({adaptation.territory for adaptation in found}),
        adaptations=len(found),
        older=sum(adaptation.reading is Reading.OLDER for adaptation in found),
        never=sum(adaptation.reading is Reading.NEVER for adaptation in found),
    )


def _adaptations(
    root: BlockEntry, below: Mapping[str, list[BlockEntry]], order: "_ReadingOrder", guides: Guides
) -> Iterator[Adaptation]:
    """Without recursion: a chain of overrides may be longer than Python's stack."""
    waiting = [(entry, root, 0) for entry in reversed(below[root.id])]
    while waiting:
        entry, above, depth = waiting.pop()
        yield Adaptation(
            entry=entry,
            above=above,
            territory=order.code(entry),
            depth=depth,
            reading=_reading(entry, above),
            changed=above.reference.changed_since(entry.reference.against or ""),
            acts=guides.acts(entry.id),
        )
        waiting.extend((each, entry, depth + 1) for each in reversed(below.get(entry.id, [])))


def _reading(entry: BlockEntry, above: BlockEntry) -> Reading:
    if entry.reference.against is None:
        return Reading.NEVER
    return Reading.CURRENT if entry.reference.against == above.reference.edition else Reading.OLDER


class _ReadingOrder:
    """Blocks as one walks down the territory tree, neighbours by name; those of one territory as its guide has them."""

    def __init__(self, portal: Portal) -> None:
        self._territories = portal.territories
        self._root = portal.settings.territory
        self._sections = {section.id: at for at, section in enumerate(portal.frame.sections)}

    def code(self, entry: BlockEntry) -> str:
        return entry.reference.territory or self._root

    def key(self, entry: BlockEntry) -> tuple[bool, tuple[tuple[str, str], ...], int, int, str]:
        """One of an unknown territory, which `check` tells of, comes last."""
        code, block = self.code(entry), entry.reference
        known = code in self._territories
        line = self._territories.line(code) if known else ()
        names = tuple((fold(self._territories[each].name), each) for each in line)
        return (not known, names, self._sections.get(block.section or "", 0), block.order, entry.id)
