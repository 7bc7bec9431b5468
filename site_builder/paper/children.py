"""The children's edition on paper: texts two a page, with room to draw or to write beside each."""

from typing import cast

from site_builder.model.child import ChildBlock
from site_builder.model.entry import Entry
from site_builder.paper.edition import Children, Number, PaperBlock
from site_builder.paper.manuscript import Manuscript

KIND = "child"
TICKS = ("neighbour", "teacher", "library", "taste", "address", "play")


def children(copy: Manuscript, emergency: tuple[Number, ...]) -> Children:
    """The texts of the portal's children's edition, in order: the same for every territory, its name apart."""
    place = copy.guide.place
    return Children(
        title=copy.words.t("paper.children_title", at=place.at, of=place.of, to=place.to, name=place.name),
        blocks=copy.once((KIND, copy.lang), lambda: _blocks(copy)),
        ticks=tuple(copy.words.t(f"paper.ticks.{tick}") for tick in TICKS),
        emergency=emergency,
    )


def _blocks(copy: Manuscript) -> tuple[PaperBlock, ...]:
    entries = cast("tuple[Entry[ChildBlock], ...]", copy.scene.portal.entries.get(KIND, ()))
    return tuple(_block(copy, entry, number) for number, entry in enumerate(entries))


def _block(copy: Manuscript, entry: Entry[ChildBlock], number: int) -> PaperBlock:
    version, lang = entry.pick(copy.lang)
    html = copy.scene.html(entry, copy.lang)
    return PaperBlock(
        id=entry.id,
        title=version.title,
        lang=copy.words.foreign(lang),
        body=copy.tree(str(html.body)),
        see=copy.tree(str(html.see)),
        room="lines" if number % 3 == 2 else "draw",
    )
