"""The welcome guide of a territory."""

from dataclasses import dataclass

from site_builder.language.place_names import PlaceName
from site_builder.model.slugs import fold
from site_builder.model.territory import Territory
from site_builder.model.values import Lang
from site_builder.plan.pages import PLACES, PagePlan, guide_key
from site_builder.render.said import Mixed, Said, filled, mark
from site_builder.render.scene import Scene
from site_builder.render.views.common import LinkView, is_long
from site_builder.render.views.guide.contact import AnswerView, ContactView, answers, main_contact, silent_anchors
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
from site_builder.render.views.guide.organisations import OrganisationView, organisation_view
from site_builder.render.views.guide.readers import FilterView
from site_builder.render.views.guide.sections import SectionView
from site_builder.render.views.guide.ways import WayView, ways
from site_builder.render.views.maps import MapView, territory_map
from site_builder.render.views.shared import Shared, UnrecordedView


@dataclass(frozen=True, slots=True, kw_only=True)
class ChildrenView:
    """The territories below, of one level."""

    id: str
    title: Said
    places: tuple[LinkView, ...]


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


def guide(scene: Scene, shared: Shared, page: PagePlan) -> GuideView:
    """The guide of the page's territory."""
    territory = scene.portal.territories[page.subject]
    lang = page.lang
    words = scene.words[lang]
    level = scene.portal.settings.level(territory.level)
    title = _title(page, words.said(level.name))
    near = here(scene, shared.here, territory.code, lang)
    neighbours = _links(scene, scene.portal.neighbours.get(territory.code, ()), lang)
    around_it = towns(scene, territory, lang)
    organisations = _organisations(scene, territory.code, lang)
    heading = _around(near, beyond=bool(neighbours or around_it), bodies=bool(organisations))
    forms = scene.portal.names.get(territory.code, lang)
    return GuideView(
        place=scene.portal.names.get(territory.code, lang),
        root=scene.portal.names.get(scene.portal.settings.territory, lang),
        title=title,
        title_is_long=is_long(title),
        address=scene.links.absolute(page.path) if scene.links.origin else "",
        namesake=shared.namesakes[lang].get(territory.code),
        level=words.said(level.name),
        map=territory_map(scene, territory, lang),
        contact=main_contact(scene, territory.code, lang),
        silent=silent_anchors(scene, territory.code),
        choose_url=_choose_url(scene, territory, lang),
        facts=facts(scene, territory, lang),
        facts_source=shared.facts_source[lang],
        sections=shared.sections[lang, scene.portal.guides.key(territory.code)],
        answers=(
            *answers(scene, territory.code, lang),
            *listed_answers(scene, shared.welcome, territory.code, lang),
        ),
        unrecorded=shared.unrecorded[lang, unrecorded_roles(scene, shared.welcome, territory.code)],
        welcome=welcome(scene, shared.welcome, territory.code, lang),
        directories=shared.directories[lang],
        here=near,
        neighbours=neighbours,
        towns=around_it,
        children=_children(scene, territory, lang),
        organisations=organisations,
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
    before, bracket, after = page.title.rpartition(f" ({level}")
    if not bracket or not isinstance(level, Mixed):
        return page.title
    return filled(f"{before} ({mark(0)}{after}", (level,))


def _links(scene: Scene, codes: tuple[str, ...], lang: Lang) -> tuple[LinkView, ...]:
    return tuple(
        LinkView(title=scene.portal.names.get(code, lang).name, url=scene.url(guide_key(code), lang))
        for code in codes
        if code in scene.portal.territories
    )


def _children(scene: Scene, territory: Territory, lang: Lang) -> tuple[ChildrenView, ...]:
    """Below the territory, level by level: those that name it as a parent, and every member of the nearest level."""
    territories = scene.portal.territories
    words = scene.words[lang]
    groups = []
    for level in scene.portal.settings.levels[territories.rank(territory) + 1 :]:
        nearest = level.id == territories.nearest_level
        below = territories.children(territory.code, level.id)
        if nearest and territory.parents:
            below = territories.members(territory.code)
        if below:
            places = tuple(sorted((_child(scene, child, lang) for child in below), key=lambda p: fold(str(p.title))))
            title = words.said(level.plural).capitalize()
            groups.append(ChildrenView(id=f"level-{level.id}", title=title, places=places))
    return tuple(groups)


def _choose_url(scene: Scene, territory: Territory, lang: Lang) -> str:
    """Where the reader of a wider territory's guide finds a place of the nearest level: its list, or the finder."""
    nearest = scene.portal.territories.nearest_level
    if territory.level == nearest:
        return ""
    if territory.parents and scene.portal.territories.members(territory.code):
        return f"#level-{nearest}"
    return scene.url(PLACES, lang)


def _child(scene: Scene, child: Territory, lang: Lang) -> LinkView:
    name = scene.portal.names.get(child.code, lang)
    return LinkView(title=name.short, url=scene.url(guide_key(child.code), lang))


def _organisations(scene: Scene, code: str, lang: Lang) -> tuple[OrganisationView, ...]:
    """Those of the territory itself, then those of the territories above it, nearest first."""
    found: dict[str, OrganisationView] = {}
    for ancestor in reversed(scene.portal.territories.chain(code)):
        for organisation in scene.portal.organisations_by_territory.get(ancestor, ()):
            found.setdefault(organisation.id, organisation_view(scene, organisation, lang, named=ancestor == code))
    return tuple(found.values())
