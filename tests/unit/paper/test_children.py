"""The emergency numbers of the children's booklet: those that are theirs, in the words of their own texts."""

from collections.abc import Callable

from site_builder.paper.edition import Number
from site_builder.render.said import Mixed
from tests.conftest import PortalFolder
from tests.unit.paper.printing import printer_of

TREE = """
content/children/help.md
    ---
    id: help
    title: De l’aide
    ---
    Appelle.

    - 18 : le feu, partout. Donne ton adresse.
"""
MORE = """emergency:
  - {number: "18", title: {fr: Pompiers, en: Fire brigade}, detail: {fr: Un feu, en: A fire}, children: true}
  - {number: "17", title: {fr: Police, en: Police}, children: true}
"""


def numbers(folder: PortalFolder, lang: str) -> tuple[Number, ...]:
    return printer_of(folder.root, "").editions.edition("pays", lang).children.emergency


def test_numbers_for_children_are_told_in_their_words(portal: Callable[..., PortalFolder]) -> None:
    folder = portal(TREE)
    assert [each.number for each in numbers(folder, "fr")] == ["112"]
    frame = folder.root / "data/guide.yml"
    written = frame.read_text(encoding="utf-8")
    assert "emergency:\n" in written
    frame.write_text(written.replace("emergency:\n", MORE), encoding="utf-8")
    police = Number(number="17", title="Police", detail="")
    assert numbers(folder, "fr") == (Number(number="18", title="Le feu, partout", detail=""), police)
    assert numbers(folder, "en") == (
        Number(number="18", title=Mixed((("Le feu, partout", "fr"),)), detail=""),
        police,
    )
