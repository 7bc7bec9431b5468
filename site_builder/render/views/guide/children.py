"""The territories below that of a guide, and where its reader finds one's own place among them."""

from dataclasses import dataclass

from site_builder.model.slugs import fold
from site_builder.model.territory import Territory
from site_builder.model.values import Lang
from site_builder.plan.pages import PLACES, guide_key
from site_builder.render.said import Said
from site_builder.render.scene import Scene
from site_builder.render.views.common import LinkView


@dataclass(frozen=True, slots=True, kw_only=True)
class ChildrenView:
    """The territories below, of one level."""

    id: str
    title: Said
    places: tuple[LinkView, ...]


def children(scene: Scene, territory: Territory, lang: Lang) -> tuple[ChildrenView, ...]:
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


def choose_url(scene: Scene, territory: Territory, lang: Lang) -> str:
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
