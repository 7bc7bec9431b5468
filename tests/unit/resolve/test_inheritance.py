"""Golden guides: blocks written in one line each, and the guide that each territory must get.

``welcome@R`` is a block of territory R; ``w2@D2 replace welcome`` refines it there. In a guide, ``w2@D2:replace`` is
the block, who wrote it, and what it did.
"""

from collections.abc import Sequence

import pytest

from site_builder.model.block import Block
from site_builder.model.entry import Entry
from site_builder.model.territory import Territory
from site_builder.resolve.inheritance import Guides, Piece, Writer
from site_builder.resolve.inheritance import _overrides_in_order as overrides_in_order
from site_builder.resolve.territories import Territories

LEVELS = ("region", "departement", "epci", "commune")
TREE = {
    "R": ("region", ()),
    "D1": ("departement", ("R",)),
    "D2": ("departement", ("R",)),
    "E": ("epci", ("D1", "D2")),  # lies over both; most of its people live in D1
    "F": ("epci", ("D1",)),
    "C1": ("commune", ("E", "D1")),
    "C2": ("commune", ("E", "D2")),
    "C3": ("commune", ("F",)),
    "C4": ("commune", ("F",)),
}
TERRITORIES = Territories(
    (Territory(code=code, level=level, name=code, parents=parents) for code, (level, parents) in TREE.items()), LEVELS
)


def entry(line: str) -> Entry[Block]:
    """``id@territory [mode target] [section=…] [order=…]``; no territory is the whole portal's."""
    name, *words = line.split()
    block_id, _, territory = name.partition("@")
    values: dict[str, object] = {"id": block_id, "title": block_id, "territory": territory or None}
    given = [word.split("=") for word in words if "=" in word]
    values.update(dict(given))
    modes = [word for word in words if "=" not in word]
    if modes:
        values["mode"], values["overrides"] = modes
    else:
        values.setdefault("section", "first")
    block = Block.model_validate(values)
    return Entry(kind="block", reference_lang="fr", versions={"fr": block}, paths={"fr": f"content/{block_id}.md"})


def guides(*lines: str, sections: Sequence[str] = ("first", "second")) -> Guides:
    return Guides([entry(line) for line in lines], TERRITORIES, sections, "R")


def said(piece: Piece) -> str:
    mode = f":{piece.mode.value}" if piece.mode else ""
    return f"{piece.entry.id}@{piece.territory}{mode}"


def guide(made: Guides, code: str) -> str:
    """``first: a@R, b@D1:append | second: …``."""
    return " | ".join(f"{s.id}: {', '.join(said(piece) for piece in s.pieces)}" for s in made.guide(code))


GOLDEN = {
    "what the region writes, everyone inherits": (
        ["a", "b@R"],
        dict.fromkeys(TREE, "first: a@R, b@R"),
    ),
    "replace": (
        ["a@R", "a1@D1 replace a"],
        {"R": "first: a@R", "D1": "first: a1@D1:replace", "D2": "first: a@R", "C3": "first: a1@D1:replace"},
    ),
    "append and prepend": (
        ["a@R", "after@D1 append a", "before@F prepend a"],
        {
            "R": "first: a@R",
            "D1": "first: a@R, after@D1:append",
            "F": "first: before@F:prepend, a@R, after@D1:append",
            "C3": "first: before@F:prepend, a@R, after@D1:append",
        },
    ),
    "hide": (
        ["a@R", "b@R", "no-a@D2 hide a"],
        {"D1": "first: a@R, b@R", "D2": "first: b@R", "C2": "first: b@R"},
    ),
    "hiding the only block leaves the section out": (
        ["a@R section=second", "no-a@D2 hide a"],
        {"D1": "second: a@R", "D2": ""},
    ),
    "two levels: the nearer one replaces what the wider one replaced": (
        ["a@R", "a1@D1 replace a", "a2@F replace a"],
        {"D1": "first: a1@D1:replace", "F": "first: a2@F:replace", "C3": "first: a2@F:replace"},
    ),
    "an override of an override": (
        ["a@R", "a1@D1 replace a", "a2@F replace a1", "a3@C3 append a2"],
        {
            "D1": "first: a1@D1:replace",
            "F": "first: a2@F:replace",
            "C3": "first: a2@F:replace, a3@C3:append",
            "C4": "first: a2@F:replace",
        },
    ),
    "the first block's id still names what took its place twice": (
        ["a@R", "a1@D1 replace a", "a2@F replace a1", "a3@C3 replace a"],
        {"F": "first: a2@F:replace", "C3": "first: a3@C3:replace"},
    ),
    "an added piece can be hidden by its own id, the block stays": (
        ["a@R", "after@D1 append a", "no@F hide after"],
        {"D1": "first: a@R, after@D1:append", "F": "first: a@R"},
    ),
    "hiding the block leaves what others added beside it": (
        ["a@R", "after@D1 append a", "no@F hide a"],
        {"F": "first: after@D1:append"},
    ),
    "what is hidden stays hidden: a nearer override of it has nothing to refine": (
        ["a@R", "no@D1 hide a", "late@F replace a"],
        {"D1": "", "F": "", "C3": ""},
    ),
    "two départements replace: the one named first takes the place, the other stands after it": (
        ["a@R", "one@D1 replace a", "two@D2 replace a"],
        {
            "E": "first: one@D1:replace, two@D2:append",
            "D2": "first: two@D2:replace",
            "C1": "first: one@D1:replace",
            "C2": "first: two@D2:replace",  # a commune belongs to its own département only
        },
    ),
    "two départements append: the one named first stands nearer": (
        ["a@R", "one@D1 append a", "two@D2 append a"],
        {
            "E": "first: a@R, one@D1:append, two@D2:append",
            "C1": "first: a@R, one@D1:append",
            "C2": "first: a@R, two@D2:append",
        },
    ),
    "what replaces a block for a part of the territory leaves the block to the others": (
        ["a@R", "two@D2 replace a"],
        {
            "D2": "first: two@D2:replace",
            "E": "first: a@R, two@D2:append",
            "C1": "first: a@R",
            "C2": "first: two@D2:replace",
        },
    ),
    "what a part of the territory hides, the whole of it shows": (
        ["a@R", "one@D1 replace a", "no@D2 hide a"],
        {"E": "first: one@D1:replace", "C1": "first: one@D1:replace", "C2": ""},
    ),
    "one département, named first, hides the block: the other's text for its part stays": (
        ["a@R", "no@D1 hide a", "two@D2 replace a"],
        {"E": "first: two@D2:append", "C1": "", "C2": "first: two@D2:replace"},
    ),
    "a new block and its override by the same territory": (
        ["z-new@D1", "a-plus@D1 append z-new"],
        {"R": "", "D1": "first: z-new@D1, a-plus@D1:append"},
    ),
    "overrides of one territory that name one another are applied in order, whatever their ids": (
        ["a@R", "b-second@D1 append c-first", "c-first@D1 replace a"],
        {"D1": "first: c-first@D1:replace, b-second@D1:append"},
    ),
    "overrides that name one another in a circle are left out, the rest stands": (
        ["a@R", "x@D1 replace y", "y@D1 replace x", "b@D1"],
        {"D1": "first: a@R, b@D1"},
    ),
    "an override of a block that is not above changes nothing": (
        ["a@D2", "x@D1 replace a"],
        {"D1": "", "D2": "first: a@D2", "C2": "first: a@D2"},
    ),
    "reading order: sections as the frame lists them, then order, then id; additions stay beside their block": (
        [
            "late@R order=20",
            "b@R order=10",
            "a@R order=10",
            "other@R section=second order=1",
            "plus@D1 append late section=second order=1",
            "own@D1 order=15",
        ],
        {
            "R": "first: a@R, b@R, late@R | second: other@R",
            "D1": "first: a@R, b@R, own@D1, late@R, plus@D1:append | second: other@R",
        },
    ),
    "a section that the frame does not have is not shown": (["a@R section=unheard-of", "b@R"], {"R": "first: b@R"}),
}


@pytest.mark.parametrize(("lines", "expected"), GOLDEN.values(), ids=GOLDEN.keys())
def test_the_guide_of_each_territory(lines: list[str], expected: dict[str, str]) -> None:
    made = guides(*lines)
    assert {code: guide(made, code) for code in expected} == expected


def test_provenance_says_who_wrote_what_and_instead_of_what() -> None:
    made = guides("a@R", "a1@D1 replace a", "a2@F prepend a1")
    pieces = [piece for section in made.guide("C3") for piece in section.pieces]
    assert [(p.entry.id, p.territory, p.mode and p.mode.value, p.refines, sorted(p.stands_for)) for p in pieces] == [
        ("a2", "F", "prepend", "a1", ["a2"]),
        ("a1", "D1", "replace", "a", ["a", "a1"]),
    ]


@pytest.mark.parametrize(
    ("code", "key"),
    [
        ("R", ("R",)),
        ("D1", ("R", "D1")),
        ("D2", ("R",)),
        ("F", ("R", "D1")),
        ("E", ("R", "D1")),
        ("C1", ("R", "D1")),
        ("C2", ("R",)),
        ("C3", ("R", "D1", "C3")),
        ("C4", ("R", "D1")),
    ],
)
def test_territories_whose_ancestors_write_the_same_blocks_share_one_guide(code: str, key: tuple[str, ...]) -> None:
    made = guides("a@R", "b@D1", "c@C3")
    writers = tuple(Writer(each, of_a_part=False) for each in key)
    same = [other for other in TREE if made.key(other) == writers]
    assert made.key(code) == writers
    assert len({id(made.guide(other)) for other in same}) == 1


def test_who_speaks_for_a_part_only() -> None:
    made = guides("b@D1", "c@D2")
    assert made.key("E") == (Writer("D2", of_a_part=True), Writer("D1", of_a_part=False))
    assert made.key("C2") == (Writer("D2", of_a_part=False),)


def test_slots_keep_what_is_hidden() -> None:
    made = guides("a@R", "b@R", "no@D1 hide a")
    assert [(slot.root.id, [piece.entry.id for piece in slot.pieces]) for slot in made.slots("D1")] == [
        ("a", []),
        ("b", ["b"]),
    ]


def test_slots_keep_who_covered_what() -> None:
    made = guides("a@R", "b@R", "a1@D1 replace a", "b1@D1 append b", "no@F hide a")
    covered = [{name: by.id for name, by in slot.covered.items()} for slot in made.slots("F")]
    assert covered == [{"a": "no", "a1": "no"}, {}]
    assert [{name: by.id for name, by in slot.covered.items()} for slot in made.slots("D1")] == [{"a": "a1"}, {}]


@pytest.mark.parametrize(
    ("lines", "lost"),
    [
        (("no@D1 hide a", "plus@D1 append a"), {"no", "plus"}),
        (("no@D2 hide a", "plus@D2 append a"), {"no"}),  # E lies in D2 only in part: there, what D2 hides is shown
        (("one@D1 replace a", "two@D1 replace a"), {"one"}),
        (("one@D1 replace gone",), {"one"}),
        (("one@D1 replace a", "two@F replace a"), set()),
    ],
)
def test_what_no_guide_shows(lines: tuple[str, ...], lost: set[str]) -> None:
    made = guides("a@R", *lines)
    ids = ["a", *(line.partition("@")[0] for line in lines)]
    assert {block for block in ids if not made.shows(block)} == lost


def test_overrides_of_one_territory_in_the_order_in_which_they_name_each_other() -> None:
    chain = [entry("a00000@R"), *(entry(f"a{n:05}@R append a{n - 1:05}") for n in range(1, 3_000))]
    beside = [entry(f"b{n:05}@R append a00000") for n in range(3_000)]
    cycle = [entry("y@R append z"), entry("z@R append y"), entry("x@R append z")]
    ordered = [block.id for block in overrides_in_order([*cycle, *beside, *reversed(chain)])]
    assert ordered == [chain[0].id, chain[1].id, *(block.id for block in beside), *(block.id for block in chain[2:])]
