"""Who adapts which block, in which order, and beside which edition of it."""

from collections.abc import Callable

import pytest

from site_builder.model.block import Block, Part
from site_builder.resolve.adaptations import AdaptedBlock, Reading, Tally, adapted_blocks, tally
from tests.conftest import PORTAL_YML, PortalFolder, copy_portal

Make = Callable[..., PortalFolder]
CORE = Block.model_validate({"id": "a", "title": "A", "section": "housing", "body": "Un mot.", "see": "Là."})
NOW = CORE.edition
TITLE, TEXT, SEE = NOW.removeprefix("v").split("-")


def block(block_id: str, *lines: str, title: str = "A") -> str:
    """A block with the words of ``CORE``."""
    front = "".join(f"    {line}\n" for line in (f"id: {block_id}", f"title: {title}", "see: Là.", *lines))
    return f"content/welcome/{block_id}.md\n    ---\n{front}    ---\n    Un mot.\n"


def adapted(folder: PortalFolder) -> tuple[AdaptedBlock, ...]:
    planned = folder.check().planned
    assert planned is not None
    return adapted_blocks(planned.portal)


def told(blocks: tuple[AdaptedBlock, ...]) -> list[str]:
    """``a@pays``, then ``  b@bourg < a`` for what adapts it, with ``!`` where no guide is another because of it."""
    lines = []
    for each in blocks:
        lines.append(f"{each.entry.id}@{each.territory}")
        lines += [
            f"{'  ' * (a.depth + 1)}{a.entry.id}@{a.territory} < {a.above.id}{'' if a.acts else '!'}"
            for a in each.adaptations
        ]
    return lines


LEVELS = "".join(
    f"    {line}\n"
    for line in PORTAL_YML.replace(
        "  - {id: commune,",
        "  - {id: canton, name: {fr: canton, en: canton}, plural: {fr: cantons, en: cantons}}\n  - {id: commune,",
    ).splitlines()
)
TREE = f"""
data/portal.yml
{LEVELS}
data/territories/territories.yml
    territories:
      - {{code: pays, level: pays, name: Petit pays}}
      - {{code: c2, level: canton, name: Éclose, parents: [pays]}}
      - {{code: c1, level: canton, name: Zone, parents: [pays]}}
      - {{code: bourg, level: commune, name: Alpe, parents: [c1]}}
      - {{code: port, level: commune, name: Bel, parents: [c2]}}
"""


def override(block_id: str, territory: str, target: str, *more: str, mode: str = "append") -> str:
    return block(block_id, f"territory: {territory}", f"overrides: {target}", f"mode: {mode}", *more)


CASES = {
    "nobody adapts anything": ([block("a", "section: housing")], []),
    "sections, then order, then id": (
        [
            *(block("z", "section: first-steps"), override("z1", "c1", "z")),
            *(block("a", "section: housing", "order: 2"), override("a1", "c1", "a")),
            *(block("c", "section: housing", "order: 1"), override("c11", "c1", "c")),
            *(block("b", "section: housing", "order: 1"), override("b1", "c1", "b")),
        ],
        ["z@pays", "  z1@c1 < z", "b@pays", "  b1@c1 < b", "c@pays", "  c11@c1 < c", "a@pays", "  a1@c1 < a"],
    ),
    "down the tree, neighbours by name": (
        [
            block("a", "section: housing"),
            *(override(f"a-{code}", code, "a") for code in ("bourg", "c1", "c2", "port", "pays")),
        ],
        ["a@pays", "  a-pays@pays < a", "  a-c2@c2 < a", "  a-port@port < a", "  a-c1@c1 < a", "  a-bourg@bourg < a"],
    ),
    "the core's blocks before those of a part": (
        [
            *(block("a", "section: first-steps", "territory: c2"), override("a1", "port", "a")),
            *(block("b", "section: housing"), override("b1", "port", "b")),
        ],
        ["b@pays", "  b1@port < b", "a@c2", "  a1@port < a"],
    ),
    "an adaptation of an adaptation": (
        [
            block("a", "section: housing"),
            *(override("a1", "c1", "a", mode="replace"), override("a2", "bourg", "a1"), override("a3", "bourg", "a")),
            override("a4", "c2", "a"),
        ],
        ["a@pays", "  a4@c2 < a", "  a1@c1 < a", "    a2@bourg < a1", "  a3@bourg < a"],
    ),
    "what only hides acts, what has nothing left to adapt does not": (
        [
            block("a", "section: housing"),
            *(override("a1", "c1", "a", mode="hide"), override("a2", "bourg", "a"), override("a3", "bourg", "a1")),
            override("a4", "bourg", "a", mode="hide"),
        ],
        ["a@pays", "  a1@c1 < a", "    a3@bourg < a1!", "  a2@bourg < a!", "  a4@bourg < a!"],
    ),
    "drafts, and what names no block or goes in a circle, are told by the check": (
        [
            block("a", "section: housing"),
            *(override("a1", "c1", "a", "status: draft"), override("a2", "bourg", "a1")),
            *(override("b1", "c1", "nothing"), override("c1", "c1", "c2"), override("c2", "c1", "c1")),
        ],
        [],
    ),
    "so is an unknown territory, whose adaptation comes last": (
        [
            block("a", "section: housing"),
            *(override("a1", "nowhere", "a"), override("a2", "port", "a")),
        ],
        ["a@pays", "  a2@port < a", "  a1@nowhere < a!"],
    ),
}


@pytest.mark.parametrize(("blocks", "lines"), CASES.values(), ids=CASES)
def test_who_adapts_what(blocks: list[str], lines: list[str], portal: Make) -> None:
    assert told(adapted(portal(TREE + "".join(blocks)))) == lines


def test_a_territory_over_two_others(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = copy_portal("districts", tmp_path_factory.mktemp("districts") / "portal")
    assert told(adapted(folder)) == [
        *("register@VD", "  snow@AB < register"),
        *("waste@VD", "  waste-a@A < waste", "    no-waste@102 < waste-a", "  waste-b@B < waste"),
    ]


def test_a_chain_longer_than_python_s_stack(portal: Make) -> None:
    chain = [override(f"a{i}", "c1", f"a{i - 1}") for i in range(1, 1200)]
    found = adapted(portal(TREE + block("a0", "section: housing") + "".join(chain)))
    assert [a.depth for a in found[0].adaptations] == list(range(1199))


@pytest.mark.parametrize(
    ("against", "reading", "changed"),
    [
        (None, Reading.NEVER, ()),
        (NOW, Reading.CURRENT, ()),
        (f"v000000-{TEXT}-{SEE}", Reading.OLDER, (Part.TITLE,)),
        (f"v{TITLE}-000000-{SEE}", Reading.OLDER, (Part.TEXT,)),
        (f"v{TITLE}-{TEXT}-000000", Reading.OLDER, (Part.SEE,)),
        ("v000000-000000-000000", Reading.OLDER, (Part.TITLE, Part.TEXT, Part.SEE)),
        ("v0000-0000-0000", Reading.OLDER, ()),  # fingerprints were shorter once
        ("new", Reading.OLDER, ()),
        ("vc3a272f5", Reading.OLDER, ()),
        (NOW.upper(), Reading.OLDER, ()),
    ],
)
def test_what_was_read(against: str | None, reading: Reading, changed: tuple[Part, ...], portal: Make) -> None:
    line = [f"against: {against}"] if against else []
    found = adapted(portal(TREE + block("a", "section: housing") + override("a1", "c1", "a", *line)))
    assert [(a.reading, a.changed) for a in found[0].adaptations] == [(reading, changed)]


def test_the_edition_is_that_of_the_adaptation_that_is_adapted(portal: Make) -> None:
    blocks = [
        block("a", "section: housing", title="Autre"),
        override("a1", "c1", "a"),
        override("a2", "bourg", "a1", f"against: {NOW}"),
    ]
    found = adapted(portal(TREE + "".join(blocks)))
    assert [a.reading for a in found[0].adaptations] == [Reading.NEVER, Reading.CURRENT]
    assert tally(found) == Tally(blocks=1, territories=2, adaptations=2, older=0, never=1)


def test_nothing_to_count() -> None:
    assert tally(()) == Tally(blocks=0, territories=0, adaptations=0, older=0, never=0)
