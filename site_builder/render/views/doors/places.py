"""The page of all places, by their wider territory."""

from collections.abc import Iterable
from dataclasses import dataclass

from site_builder.model.slugs import fold
from site_builder.model.territory import Territory
from site_builder.model.values import Lang
from site_builder.plan.pages import WORKPLACES, PagePlan, guide_key
from site_builder.render.scene import Scene
from site_builder.render.views.common import LinkView
from site_builder.render.views.doors.finder import FinderView, finder
from site_builder.render.views.guide.directories import WELCOME_KINDS
from site_builder.render.views.guide.readers import AudienceLink, ChildrenLink
from site_builder.render.views.maps import MapView, closest_map
from site_builder.render.views.shared import Shared
from site_builder.render.views.welcome.directory_cards import directory_links, recorded


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceGroupView:
    """A territory below the root, and those below it. ``of``: its name after "the communes"."""

    name: str
    of: str
    url: str
    communes_url: str
    children: tuple[LinkView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacesView:
    """What pages/places.html prints. ``directories``: who and what welcomes newcomers, as far as recorded."""

    title: str
    summary: str
    finder: FinderView
    map: MapView | None
    root: LinkView
    workplaces_url: str
    audiences: tuple[AudienceLink, ...]
    children_edition: ChildrenLink | None
    directories: tuple[LinkView, ...]
    groups: tuple[PlaceGroupView, ...]


def places(scene: Scene, shared: Shared, page: PagePlan) -> PlacesView:
    """Every place by its wider territory, for a reader without script."""
    lang = page.lang
    root = scene.portal.territories[scene.portal.settings.territory]
    return PlacesView(
        title=page.title,
        summary=page.description,
        finder=finder(scene, lang),
        map=closest_map(scene, root, lang),
        root=place_link(scene, root, lang),
        workplaces_url=scene.url(WORKPLACES, lang),
        audiences=shared.filter[lang].audiences,
        children_edition=shared.children[lang],
        directories=directory_links(scene, recorded(scene, WELCOME_KINDS), lang),
        groups=tuple(
            sorted((_group(scene, territory, lang) for territory in first_level(scene)), key=lambda g: fold(g.name))
        ),
    )


def first_level(scene: Scene) -> tuple[Territory, ...]:
    """The territories just below the root: the first level that it has children of."""
    root = scene.portal.settings.territory
    for level in scene.portal.territories.levels:
        below = scene.portal.territories.children(root, level)
        if below:
            return below
    return ()


def place_link(scene: Scene, territory: Territory, lang: Lang) -> LinkView:
    return LinkView(
        title=scene.portal.names.get(territory.code, lang).name,
        url=scene.url(guide_key(territory.code), lang),
    )


def _group(scene: Scene, territory: Territory, lang: Lang) -> PlaceGroupView:
    key = guide_key(territory.code)
    nearest = scene.portal.territories.nearest_level
    members = scene.portal.territories.members(territory.code)
    children = [t for t in scene.portal.territories.children(territory.code) if t.level != nearest]
    name = scene.portal.names.get(territory.code, lang)
    return PlaceGroupView(
        name=name.name,
        of=name.of,
        url=scene.url(key, lang),
        communes_url=scene.url(key, lang, f"level-{nearest}") if members else "",
        children=by_name(
            LinkView(title=scene.portal.names.get(t.code, lang).short, url=scene.url(guide_key(t.code), lang))
            for t in children
        ),
    )


def by_name(places: Iterable[LinkView]) -> tuple[LinkView, ...]:
    """By the names that readers see, which may begin otherwise than the official ones."""
    return tuple(sorted(places, key=lambda place: fold(str(place.title))))
