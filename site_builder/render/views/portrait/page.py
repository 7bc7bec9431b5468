"""The portrait of a territory, as a page."""

from collections.abc import Iterator
from dataclasses import dataclass

from site_builder.model.territory import Territory
from site_builder.model.values import Lang
from site_builder.plan.pages import PagePlan, guide_key
from site_builder.render.raised import Line
from site_builder.render.said import Said, joined
from site_builder.render.scene import Scene
from site_builder.render.views.common import LinkView, is_long
from site_builder.render.views.guide.directories import WelcomeGroupView, welcome
from site_builder.render.views.guide.packs import pack_link
from site_builder.render.views.portrait.around import AroundView, around
from site_builder.render.views.portrait.drawing import DrawingView, drawing
from site_builder.render.views.portrait.figures import FigureView, IdentityView, figures, identity, told
from site_builder.render.views.portrait.members import main_town, tables
from site_builder.render.views.portrait.offer import OfferView, offer
from site_builder.render.views.portrait.table import TableView
from site_builder.render.views.portrait.years import counted_in
from site_builder.render.views.shared import Shared
from site_builder.render.views.welcome.journey import journey_link
from site_builder.render.views.work.offers import offers_here
from site_builder.render.views.work.partner_work import partner_work_link
from site_builder.render.views.work.workplaces import workplace_link


@dataclass(frozen=True, slots=True, kw_only=True)
class PortraitView:
    """What pages/portrait.html prints."""

    level: Said
    title: str
    title_is_long: bool
    summary: str
    figures: tuple[FigureView, ...]
    told: tuple[Line, ...]
    """Sentences about how people are spread over the territory."""
    counted_in: str
    drawing: DrawingView | None
    in_short: str
    """What the part with ``identity`` is called."""
    identity: tuple[IdentityView, ...]
    tables: tuple[TableView, ...]
    around: AroundView | None
    offer: OfferView
    welcome: tuple[WelcomeGroupView, ...]
    guide: LinkView
    ways: tuple[LinkView, ...]
    sources: Said


def portrait(scene: Scene, shared: Shared, page: PagePlan) -> PortraitView:
    """The portrait of the page's territory."""
    territory, lang, words = scene.portal.territories[page.subject], page.lang, scene.words[page.lang]
    place, near = scene.portal.names.get(territory.code, lang), shared.portraits.touching.get(territory.code)
    return PortraitView(
        level=words.said(scene.portal.settings.level(territory.level).name),
        title=page.title,
        title_is_long=is_long(page.title),
        summary=words.t("portrait.summary" if near else "portrait.summary_alone", **place.forms),
        figures=figures(scene, shared.portraits, territory, lang),
        told=tuple(told(scene, territory, lang)),
        counted_in=counted_in(scene, lang),
        drawing=drawing(scene, territory, lang),
        in_short=words.t("guide.facts", name=place.short),
        identity=tuple(identity(scene, territory, lang)),
        tables=tuple(tables(scene, territory, lang)),
        around=around(scene, shared.portraits, territory, lang),
        offer=offer(scene, shared.portraits, territory, lang),
        welcome=welcome(scene, shared.welcome, territory.code, lang),
        guide=LinkView(title=words.t("guide.title", **place.forms), url=scene.url(guide_key(territory.code), lang)),
        ways=tuple(_ways(scene, shared, territory, lang)),
        sources=_sources(scene, lang),
    )


def _ways(scene: Scene, shared: Shared, territory: Territory, lang: Lang) -> Iterator[LinkView]:
    """The steps, work for the partner with how many bodies are known to help, where to live, the printed guide."""
    words, code = scene.words[lang], territory.code
    steps, partner = journey_link(scene, code, lang), partner_work_link(scene, code, lang)
    if steps:
        yield LinkView(title=words.t("journey.link"), url=steps)
    if partner:
        bodies = len(offers_here(scene, shared.offers, code))
        note = words.t("portrait.bodies", n=bodies) if bodies else ""
        yield LinkView(title=words.t("partner_work.link"), url=partner, note=note)
    found = (
        workplace_link(scene, main_town(scene, territory) or code, lang),
        pack_link(scene, shared.packs, code, lang),
    )
    yield from (link for link in found if link)


def _sources(scene: Scene, lang: Lang) -> Said:
    """All open data: figures, outlines, and the town halls that distances are measured between."""
    words = scene.words[lang]
    named = [words.said(source.name) for source in scene.portal.settings.open_data]
    return words.say("fact.source", sources=joined(named, " · ")) if named else ""
