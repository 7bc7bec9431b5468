"""The heart: which blocks a territory's guide holds, in which order, and who wrote what.

A guide starts from the blocks of all its territory's ancestors; then each level, from the widest to the nearest,
refines what it found. ``replace`` takes the place of the block it names, ``append`` and ``prepend`` stand beside it,
``hide`` removes it. An override may name another override.

A territory may lie in several others of one level: an intercommunality over two départements. The one that it names
first speaks for all of it, and is applied last: its word wins. The others speak for a part only: what they replace
stays, with their text after it, and what they hide is shown.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import NamedTuple

from site_builder.model.block import Block, Mode
from site_builder.model.entry import Entry
from site_builder.resolve.territories import Territories

BlockEntry = Entry[Block]


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A block where it stands in a guide. ``stands_for``: ids that an override may use to name it."""

    entry: BlockEntry
    territory: str
    mode: Mode | None = None
    refines: str | None = None
    stands_for: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """The place of one block without ``overrides``, and the pieces that stand there now: none when it is hidden.

    ``covered``: the override that hid or replaced each piece that no longer stands there, by the ids it stood for.
    """

    root: BlockEntry
    pieces: tuple[Piece, ...]
    covered: Mapping[str, BlockEntry] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class GuideSection:
    """The pieces of one section, in reading order."""

    id: str
    pieces: tuple[Piece, ...]


Guide = tuple[GuideSection, ...]


class Writer(NamedTuple):
    """A territory that writes blocks of a guide; ``of_a_part`` when the guide's territory lies in it only in part."""

    code: str
    of_a_part: bool


GuideKey = tuple[Writer, ...]


class Guides:
    """Guides by territory. Territories whose ancestors write the same blocks share one guide, computed once."""

    def __init__(
        self, blocks: Iterable[BlockEntry], territories: Territories, sections: Sequence[str], root: str
    ) -> None:
        self._territories = territories
        self._sections = tuple(sections)
        written: dict[str, list[BlockEntry]] = defaultdict(list)
        for block in blocks:
            written[block.reference.territory or root].append(block)
        self._written: Mapping[str, list[BlockEntry]] = {
            code: _overrides_in_order(entries) for code, entries in written.items()
        }

    def key(self, code: str) -> GuideKey:
        """The ancestors of ``code`` (itself included) that write blocks: equal keys, equal guides."""
        line = self._territories.line(code)
        chain = self._territories.chain(code)
        return tuple(Writer(each, each not in line) for each in chain if each in self._written)

    def guide(self, code: str) -> Guide:
        """The sections of the territory's guide; a section without blocks is left out."""
        return self.of_key(self.key(code))

    def of_key(self, key: GuideKey) -> Guide:
        """The guide of all territories with that key."""
        return self._made[key]

    def anchor(self, code: str, block: str) -> str | None:
        """The id of the block that stands in the territory's guide for ``block``; None where nothing does."""
        pieces = (piece for section in self.guide(code) for piece in section.pieces)
        return next((piece.entry.id for piece in pieces if block in piece.stands_for), None)

    def slots(self, code: str) -> tuple[Slot, ...]:
        """Every slot of the territory's guide, hidden ones included."""
        return tuple(self._slots(self.key(code)))

    def shows(self, block: str) -> bool:
        """Whether the block of that id stands in the guide of some territory."""
        return block in self._shown

    def acts(self, block: str) -> bool:
        """Whether the block of that id stands in the guide of some territory, or keeps another one out of it."""
        return block in self._shown or block in self._covering

    @cached_property
    def _covering(self) -> frozenset[str]:
        slots = (slot for key in self._made for slot in self._slots(key))
        return frozenset(override.id for slot in slots for override in slot.covered.values())

    @cached_property
    def _shown(self) -> frozenset[str]:
        slots = (slot for key in self._made for slot in self._slots(key))
        return frozenset(piece.entry.id for slot in slots for piece in slot.pieces)

    @cached_property
    def _made(self) -> Mapping[GuideKey, Guide]:
        return {key: self._make(key) for key in {self.key(territory.code) for territory in self._territories}}

    def _make(self, key: GuideKey) -> Guide:
        slots = sorted(self._slots(key), key=lambda slot: (slot.root.reference.order, slot.root.id))
        by_section: dict[str, list[Piece]] = defaultdict(list)
        for slot in slots:
            by_section[slot.root.reference.section or ""].extend(slot.pieces)
        return tuple(
            GuideSection(section, tuple(by_section[section])) for section in self._sections if by_section[section]
        )

    def _slots(self, key: GuideKey) -> list[Slot]:
        slots: list[Slot] = []
        for writer in key:
            for block in self._written[writer.code]:
                if block.reference.overrides is None:
                    piece = Piece(entry=block, territory=writer.code, stands_for=frozenset({block.id}))
                    slots.append(Slot(root=block, pieces=(piece,)))
                else:
                    slots = [_refined(slot, block, writer) for slot in slots]
        return slots


def _overrides_in_order(blocks: Iterable[BlockEntry]) -> list[BlockEntry]:
    """New blocks first, then overrides, each after the override of the same territory that it names."""
    ordered = sorted(blocks, key=lambda block: (block.reference.overrides is not None, block.id))
    waiting = Counter(block.id for block in ordered)
    naming: dict[str | None, list[BlockEntry]] = defaultdict(list)
    for block in ordered:
        naming[block.reference.overrides].append(block)
    done: list[BlockEntry] = []
    ready = [block for block in ordered if block.reference.overrides not in waiting]
    while ready:  # what names each other in a cycle never is: `check` reports it, the rest is still shown
        done.extend(ready)
        waiting.subtract(block.id for block in ready)
        named = [name for name in {block.id for block in ready} if not waiting[name]]
        ready = sorted((block for name in named for block in naming[name]), key=lambda block: block.id)
    return done


_BESIDE: Mapping[Mode | None, Mode | None] = {Mode.REPLACE: Mode.APPEND, Mode.HIDE: None}
"""What an override does for a territory that lies only in part in the one that wrote it."""


def _refined(slot: Slot, override: BlockEntry, writer: Writer) -> Slot:
    """The slot after one override; the same slot when the override names nothing that stands there."""
    target = override.reference.overrides or ""
    mode = (
        _BESIDE.get(override.reference.mode, override.reference.mode) if writer.of_a_part else override.reference.mode
    )
    index = next((i for i, piece in enumerate(slot.pieces) if target in piece.stands_for), None)
    if index is None:
        return slot
    named = slot.pieces[index]
    piece = Piece(entry=override, territory=writer.code, mode=mode, refines=target, stands_for=frozenset({override.id}))
    before, after = slot.pieces[:index], slot.pieces[index + 1 :]
    match mode:
        case None:
            return slot
        case Mode.HIDE:
            return _covering(slot, named, override, (*before, *after))
        case Mode.REPLACE:
            piece = replace(piece, stands_for=piece.stands_for | named.stands_for)
            return _covering(slot, named, override, (*before, piece, *after))
        case Mode.APPEND:
            return replace(slot, pieces=(*before, named, piece, *after))
        case _:
            return replace(slot, pieces=(*before, piece, named, *after))


def _covering(slot: Slot, named: Piece, override: BlockEntry, pieces: tuple[Piece, ...]) -> Slot:
    return replace(slot, pieces=pieces, covered={**slot.covered, **dict.fromkeys(named.stands_for, override)})
