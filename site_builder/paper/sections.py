"""The sections of a guide on paper, and the short ones of the flyer."""

from site_builder.paper.edition import Code, PaperBlock, PaperSection, Reason
from site_builder.paper.ends import until_in_words
from site_builder.paper.manuscript import Manuscript
from site_builder.render.said import language_of
from site_builder.render.views.guide.sections import BlockView, SectionView
from site_builder.resolve.inheritance import Piece

REASONS = 4


def sections(copy: Manuscript) -> tuple[PaperSection, ...]:
    """Every section of the guide, with the code of its own permanent address."""
    guide = copy.scene.portal.guides.guide(copy.code)
    return tuple(_section(copy, view, written.pieces) for view, written in zip(copy.guide.sections, guide, strict=True))


def reasons(of_guide: tuple[PaperSection, ...]) -> tuple[Reason, ...]:
    """A few sections for the flyer, spread over the guide: the first ones say why to come, the last how life is."""
    told = [section for section in of_guide if section.intro]
    step = max(1, len(told) // REASONS)
    chosen = told[::step][:REASONS]
    return tuple(
        Reason(
            title=section.title,
            text=section.intro,
            lang=section.lang,
            see=next((block.see for block in section.blocks if block.see), ()),
        )
        for section in chosen
    )


def _section(copy: Manuscript, view: SectionView, pieces: tuple[Piece, ...]) -> PaperSection:
    address = copy.address(view.id)
    return PaperSection(
        id=view.id,
        title=str(view.title),
        lang=language_of(view.title),
        intro=view.intro,
        sources=str(view.sources),
        blocks=copy.once(view, lambda: _blocks(copy, view, pieces)),
        qr=Code(url=address, colour=copy.scene.portal.settings.light.ink) if address else None,
    )


def _blocks(copy: Manuscript, view: SectionView, pieces: tuple[Piece, ...]) -> tuple[PaperBlock, ...]:
    """The same for all territories that share the view, which is one language's."""
    return tuple(_block(copy, view, block, piece) for block, piece in zip(view.blocks, pieces, strict=True))


def _block(copy: Manuscript, section: SectionView, block: BlockView, piece: Piece) -> PaperBlock:
    own = piece.territory != copy.scene.portal.settings.territory
    return PaperBlock(
        id=block.anchor,
        title=block.title,
        lang=block.lang,
        body=copy.tree(str(block.html)),
        see=copy.tree(str(block.see)),
        added=(block.provenance or section.provenance) if own else "",
        note=" ".join(filter(None, (block.note, until_in_words(copy, piece.entry)))) or None,
    )
