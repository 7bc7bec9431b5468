"""The welcome guide of a territory."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

from site_builder.language.place_names import PlaceName
from site_builder.made_often import made_often
from site_builder.model.values import Lang
from site_builder.plan.pages import PagePlan
from site_builder.render.said import Mixed, Said, filled, mark
from site_builder.render.scene import Scene
from site_builder.render.views.common import LinkView, guide_link, is_long
from site_builder.render.views.guide.children import ChildrenView, children, choose_url
from site_builder.render.views.guide.contact import (
    AnswerView,
    ContactView,
    UnrecordedView,
    answers,
    main_contact,
    silent_anchors,
    unrecorded_answers,
)
from site_builder.render.views.guide.contents import ContentsView
from site_builder.render.views.guide.directories import (
    DirectoriesView,
    WelcomeGroupView,
    listed_answers,
    unrecorded_roles,
    welcome,
)
from site_builder.render.views.guide.emergency import EmergencyView
from site_builder.render.views.guide.facts import FactView, TownView, facts, towns
from site_builder.render.views.guide.here import HereView, here
from site_builder.render.views.guide.organisations import OrganisationView, organisations
from site_builder.render.views.guide.readers import FilterView
from site_builder.render.views.guide.sections import SectionView
from site_builder.render.views.guide.ways import WayView, ways
from site_builder.render.views.maps import MapView, territory_map
from site_builder.render.views.shared import Shared


@made_often
@dataclass(frozen=True, slots=True, kw_only=True)
class GuideView:
    """What pages/guide.html prints."""

    place: PlaceName
    root: PlaceName
    title: Said
    title_is_long: bool
    address: str
    """The whole address of the guide, for whoever reads it on paper; empty while the site's is not known."""
    namesake: LinkView | None
    level: Said
    map: MapView | None
    contact: ContactView | None
    silent: tuple[str, ...]
    choose_url: str
    facts: tuple[FactView, ...]
    facts_source: Said
    sections: tuple[SectionView, ...]
    answers: tuple[AnswerView, ...]
    unrecorded: UnrecordedView
    welcome: tuple[WelcomeGroupView, ...]
    directories: DirectoriesView
    here: HereView
    neighbours: tuple[LinkView, ...]
    towns: tuple[TownView, ...]
    children: tuple[ChildrenView, ...]
    organisations: tuple[OrganisationView, ...]
    around: str
    """What the part is called that holds assets, people, other places and organisations; empty without any."""
    bodies_beside: bool
    """The organisations stand beside something else there, under a heading of their own."""
    emergency: EmergencyView
    filter: FilterView
    ways: tuple[WayView, ...]

    @property
    def contents(self) -> ContentsView:
        """Where its parts are."""
        return ContentsView(
            sections=self.sections,
            answers=bool(self.answers or self.unrecorded.answers),
            welcome=bool(self.welcome),
            emergency=bool(self.emergency.numbers),
            lists=tuple((group.id, group.title) for group in self.children),
        )

    @property
    def facts_by_label(self) -> Iterator[tuple[Said, Iterator[FactView]]]:
        """The facts with what they are called: once, where several follow each other."""
        return groupby(self.facts, attrgetter("label"))


def guide(scene: Scene, shared: Shared, page: PagePlan) -> GuideView:
    """The guide of the page's territory."""
    territory = scene.portal.territories[page.subject]
    lang = page.lang
    words = scene.words[lang]
    level = words.said(scene.portal.settings.level(territory.level).name)
    title = _title(page, level)
    near = here(scene, territory.code, lang)
    neighbours = _links(scene, scene.portal.neighbours.get(territory.code, ()), lang)
    around_it = towns(scene, territory, lang)
    bodies = organisations(scene, territory.code, lang)
    heading = _around(near, beyond=bool(neighbours or around_it), bodies=bool(bodies))
    forms = scene.portal.names.get(territory.code, lang)
    return GuideView(
        place=forms,
        root=scene.portal.names.get(scene.portal.settings.territory, lang),
        title=title,
        title_is_long=is_long(title),
        address=scene.links.absolute(page.path) if scene.links.origin else "",
        namesake=shared.namesakes[lang].get(territory.code),
        level=level,
        map=territory_map(scene, territory, lang),
        contact=main_contact(scene, territory.code, lang),
        silent=silent_anchors(scene, territory.code),
        choose_url=choose_url(scene, territory, lang),
        facts=facts(scene, territory, lang),
        facts_source=shared.facts_source[lang],
        sections=shared.sections[lang, scene.portal.guides.key(territory.code)],
        answers=(
            *answers(scene, territory.code, lang),
            *listed_answers(scene, shared.welcome, territory.code, lang),
        ),
        unrecorded=scene.once(unrecorded_answers, unrecorded_roles(scene, shared.welcome, territory.code), lang),
        welcome=welcome(scene, shared.welcome, territory.code, lang),
        directories=shared.directories[lang],
        here=near,
        neighbours=neighbours,
        towns=around_it,
        children=children(scene, territory, lang),
        organisations=bodies,
        around=words.t(heading, name=forms.short, of=forms.of, at=forms.at, to=forms.to) if heading else "",
        bodies_beside=heading != BODIES_ALONE,
        emergency=shared.emergency[lang],
        filter=shared.filter[lang],
        ways=ways(scene, shared, territory.code, lang),
    )


BODIES_ALONE = "guide.organisations"


def _around(near: HereView, *, beyond: bool, bodies: bool) -> str:
    """The words for what is around: more than the territory, only what is in it, or organisations alone."""
    shown = bool(near.assets or near.people)
    if beyond or (shown and near.near):
        return "guide.around"
    if shown:
        return "guide.within"
    return BODIES_ALONE if bodies else ""


def _title(page: PagePlan, level: Said) -> Said:
    """The title; the level that tells a place from its homonym in it may be in another language."""
    if not isinstance(level, Mixed):
        return page.title
    before, bracket, after = page.title.rpartition(f" ({level}")
    if not bracket:
        return page.title
    return filled(f"{before} ({mark(0)}{after}", (level,))


def _links(scene: Scene, codes: tuple[str, ...], lang: Lang) -> tuple[LinkView, ...]:
    return tuple(scene.once(guide_link, code, lang) for code in codes if code in scene.portal.territories)
