"""The children's edition on paper: texts two a page, with room to draw or to write beside each."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import cast

from site_builder.model.child import ChildBlock
from site_builder.model.entry import Entry
from site_builder.model.values import Text
from site_builder.paper.contacts import emergency
from site_builder.paper.edition import Children, Number, PaperBlock
from site_builder.paper.manuscript import Manuscript
from site_builder.paper.rich import Element, plain
from site_builder.render.said import Said

KIND = "child"
_POINT = re.compile(r"(?P<number>[0-9]{2,6})\s?:\s(?P<words>[^.]+)")
"""A number and its first sentence."""
TICKS = ("neighbour", "teacher", "library", "taste", "address", "play")


def children(copy: Manuscript) -> Children:
    """The texts of the portal's children's edition, in order: the same for every territory, its name apart."""
    place = copy.guide.place
    blocks = copy.once((KIND, copy.lang), lambda: _blocks(copy))
    return Children(
        title=copy.words.t("paper.children_title", **place.forms),
        blocks=blocks,
        ticks=tuple(copy.words.t(f"paper.ticks.{tick}") for tick in TICKS),
        emergency=copy.once((KIND, "emergency", copy.lang), lambda: _emergency(copy, blocks)),
    )


def _emergency(copy: Manuscript, blocks: tuple[PaperBlock, ...]) -> tuple[Number, ...]:
    """The numbers that are for children, in the words of their own texts where those say what each is for.

    Such words are a point of a list (``112: all emergencies``); else it is who answers.
    """
    frame = copy.scene.portal.frame.emergency
    chosen = {each.number for each in frame if each.children} or {each.number for each in frame}
    told = dict(_told(copy, blocks))
    return tuple(
        replace(number, title=told.get(number.number, number.title), detail="")
        for number in emergency(copy)
        if number.number in chosen
    )


def _told(copy: Manuscript, blocks: tuple[PaperBlock, ...]) -> Iterator[tuple[str, Said]]:
    for block in blocks:
        for node in block.body:
            for point in node.children if isinstance(node, Element) and node.tag == "ul" else ():
                said = _POINT.match(plain((point,)))
                if said:
                    words = said["words"][0].upper() + said["words"][1:]
                    yield said["number"], copy.words.shown(Text(text=words, lang=block.lang or copy.lang))


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
