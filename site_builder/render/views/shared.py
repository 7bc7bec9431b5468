"""What many pages show, made once before any of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from site_builder.model.values import Lang
from site_builder.render.itinerary import TrailsByAsset, trails_by_asset
from site_builder.render.said import Said, joined
from site_builder.render.scene import Scene
from site_builder.render.views.common import LinkView
from site_builder.render.views.guide.directories import (
    DirectoriesView,
    WelcomeEntries,
    directories,
    welcome_entries,
)
from site_builder.render.views.guide.emergency import EmergencyView, emergency
from site_builder.render.views.guide.namesakes import namesakes
from site_builder.render.views.guide.packs import PackFiles
from site_builder.render.views.guide.readers import ChildrenLink, FilterView, audience_links, children_link
from site_builder.render.views.guide.sections import SectionView, sections
from site_builder.render.views.portrait.index import PortraitIndex, portrait_index
from site_builder.render.views.work.offers import Offers, offers
from site_builder.resolve.inheritance import GuideKey


@dataclass(frozen=True, slots=True)
class Shared:
    """What many pages show, made before any of them: sections by language and guide, emergency numbers."""

    sections: Mapping[tuple[Lang, GuideKey], tuple[SectionView, ...]]
    emergency: Mapping[Lang, EmergencyView]
    filter: Mapping[Lang, FilterView]
    children: Mapping[Lang, ChildrenLink | None]
    facts_source: Mapping[Lang, Said]
    namesakes: Mapping[Lang, Mapping[str, LinkView]]
    trails: TrailsByAsset
    offers: Offers
    welcome: WelcomeEntries
    directories: Mapping[Lang, DirectoriesView]
    portraits: PortraitIndex
    packs: PackFiles = field(default_factory=dict)
    """Nothing until the printed guides are made, from these same values (`Press.with_packs`)."""


def shared_views(scene: Scene) -> Shared:
    """What all guides share, made once."""
    languages = scene.portal.languages
    return Shared(
        sections=sections(scene),
        emergency={lang: emergency(scene, lang) for lang in languages},
        filter={lang: FilterView(audiences=audience_links(scene, lang)) for lang in languages},
        children={lang: children_link(scene, lang) for lang in languages},
        facts_source={lang: _facts_source(scene, lang) for lang in languages},
        namesakes={lang: namesakes(scene, lang) for lang in languages},
        trails=trails_by_asset(scene.portal),
        offers=offers(scene),
        welcome=welcome_entries(scene),
        directories={lang: directories(scene, lang) for lang in languages},
        portraits=portrait_index(scene),
    )


def _facts_source(scene: Scene, lang: Lang) -> Said:
    words = scene.words[lang]
    named = [words.said(source.name) for source in scene.portal.settings.open_data if source.contacts is None]
    return words.say("fact.source", sources=joined(named, " · ")) if named else ""
