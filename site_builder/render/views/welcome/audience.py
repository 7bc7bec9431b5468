"""The widest guide for one audience: what the filter of every guide shows, whole on a page that needs no script."""

from dataclasses import dataclass, replace

from site_builder.model.values import Lang
from site_builder.plan.pages import PLACES, PagePlan, guide_key, journey_key
from site_builder.render.said import Said
from site_builder.render.scene import Scene
from site_builder.render.views.guide.emergency import EmergencyView
from site_builder.render.views.guide.readers import AUDIENCE_PARAMETER, AudienceLink, ChildrenLink
from site_builder.render.views.guide.sections import BlockView, SectionView, sources_said
from site_builder.render.views.shared import Shared


@dataclass(frozen=True, slots=True, kw_only=True)
class AudienceView:
    """What pages/audience.html prints. ``choose_url``: where readers say where they move to."""

    title: Said
    place: str
    summary: str
    choose_url: str
    guide_url: str
    journey_url: str
    children_edition: ChildrenLink | None
    sections: tuple[SectionView, ...]
    emergency: EmergencyView
    others: tuple[AudienceLink, ...]


def audience(scene: Scene, shared: Shared, page: PagePlan) -> AudienceView:
    """The portal's own guide for the page's audience."""
    lang, root, reference = page.lang, scene.portal.settings.territory, scene.portal.reference_lang
    frame = next(each for each in scene.portal.frame.audiences if each.id == page.subject)
    slug = frame.address(reference, reference)
    children = shared.children[lang]
    return AudienceView(
        title=scene.words[lang].said(frame.title),
        place=scene.portal.names.get(root, lang).name,
        summary=page.description,
        choose_url=f"{scene.url(PLACES, lang)}?{AUDIENCE_PARAMETER}={slug}",
        guide_url=scene.url(guide_key(root), lang),
        journey_url=scene.url(journey_key(root), lang),
        children_edition=children if children and (not children.audiences or slug in children.audiences) else None,
        sections=audience_sections(scene, shared, slug, lang),
        emergency=shared.emergency[lang],
        others=tuple(link for link in shared.filter[lang].audiences if link.slug != slug),
    )


def title_in_lists(scene: Scene, page: PagePlan) -> Said:
    """What leads to an audience's page: its title, in which the audience may be named in another language."""
    words, root = scene.words[page.lang], scene.portal.names.get(scene.portal.settings.territory, page.lang)
    frame = next(each for each in scene.portal.frame.audiences if each.id == page.subject)
    return words.say("audience.title", audience=words.said(frame.title), **root.forms)


def audience_sections(scene: Scene, shared: Shared, slug: str, lang: Lang) -> tuple[SectionView, ...]:
    """The sections of the widest guide with the blocks for the audience and for everyone, and where these come from."""
    root = scene.portal.settings.territory
    guide_url = scene.url(guide_key(root), lang)
    sections = shared.sections[lang, scene.portal.guides.key(root)]
    found = []
    for section in sections:
        blocks = tuple(_elsewhere(block, guide_url) for block in section.blocks if _concerns(block, slug))
        if blocks:
            found.append(_with_blocks(scene, section, blocks, lang))
    return tuple(found)


def _with_blocks(scene: Scene, section: SectionView, blocks: tuple[BlockView, ...], lang: Lang) -> SectionView:
    """The section with some of its blocks, and the sources of these alone."""
    shown = {block.anchor for block in blocks}
    guide = scene.portal.guides.guide(scene.portal.settings.territory)
    pieces = next(each.pieces for each in guide if each.id == section.id)
    kept = (piece for piece in pieces if piece.entry.id in shown)
    return replace(section, blocks=blocks, sources=sources_said(scene, kept, lang))


def _concerns(block: BlockView, slug: str) -> bool:
    return not block.audiences or slug in block.audiences


def _elsewhere(block: BlockView, guide_url: str) -> BlockView:
    """The block on a page without the guide's contacts: who can help stands in the guide."""
    return replace(block, needs=tuple(replace(need, url=f"{guide_url}{need.url}") for need in block.needs))
