"""What steps and texts in easy words name: the corpus shows the sentences; here, what is and is not told."""

from collections.abc import Callable

import pytest

from tests.conftest import PortalFolder

Make = Callable[..., PortalFolder]
BLOCK = """
content/welcome/tri.md
    ---
    id: waste
    title: Trier les déchets
    section: housing
    see: Allez voir.
    {also}
    ---
    Triez.
"""
STEP, EASY = "content/steps/a.md", "content/easy/a.md"


def step(line: str) -> str:
    return (
        f"{STEP}\n    ---\n    id: a\n    title: A\n    stage: first-week\n    day: 1\n    {line}\n    ---\n    Un.\n"
    )


def easy(line: str) -> str:
    return f"{EASY}\n    ---\n    id: a\n    title: A\n    {line}\n    ---\n    Un.\n"


def told(folder: PortalFolder) -> list[str]:
    return [line for line in folder.lines() if "translation-missing" not in line and "interface-words" not in line]


UNKNOWN_BLOCK = "[block-unknown] No block of the guide has the id “{}”. → block: {}"
UNKNOWN_ROLE = "[unknown-role] The role “{}” is not in data/guide.yml. Roles: childcare, town-hall. → role: {}"


@pytest.mark.parametrize(
    ("tree", "line"),
    [
        (step("block: waste"), None),
        (step("role: childcare"), None),
        (easy("block: waste"), None),
        (step("block: wastes"), f"{STEP}:6:8 {UNKNOWN_BLOCK.format('wastes', 'waste')}"),
        (easy("block: trier-les-dechets"), f"{EASY}:4:8 {UNKNOWN_BLOCK.format('trier-les-dechets', 'waste')}"),
        (easy("block: a"), f"{EASY}:4:8 {UNKNOWN_BLOCK.format('a', '…')}"),  # itself: no block
        (step("role: mairie"), f"{STEP}:6:7 {UNKNOWN_ROLE.format('mairie', 'town-hall')}"),
        (step("role: Garde d’enfants"), f"{STEP}:6:7 {UNKNOWN_ROLE.format('Garde d’enfants', 'childcare')}"),
    ],
)
def test_what_steps_and_easy_texts_name(tree: str, line: str | None, portal: Make) -> None:
    assert told(portal(BLOCK.format(also="order: 1") + tree)) == ([line] if line else [])


def test_a_block_with_a_mistake_of_its_own_exists_all_the_same(portal: Make) -> None:
    found = told(portal(BLOCK.format(also="order: premier") + step("block: waste")))
    assert [line.split()[0] for line in found] == ["content/welcome/tri.md:6:8"]


@pytest.mark.parametrize("title", ["Trier : les déchets", "[Trier", "Trier\n    ---"])
def test_a_block_whose_header_cannot_be_read_exists_all_the_same(title: str, portal: Make) -> None:
    found = told(portal(BLOCK.replace("Trier les déchets", title).format(also="order: 1") + step("block: waste")))
    assert {line.split(":")[0] for line in found} == {"content/welcome/tri.md"}


def test_roles_are_not_looked_for_where_guide_yml_could_not_be_read(portal: Make) -> None:
    found = told(portal("data/guide.yml\n    sections: 3\n" + step("role: nobody")))
    assert {line.split(":")[0] for line in found} == {"data/guide.yml"}
