"""The drawing of a portrait: the territory's outline, and a disc for each place that says how many live there."""

from collections.abc import Mapping
from dataclasses import dataclass

from site_builder.geo.projection import Projection
from site_builder.model.territory import Territory
from site_builder.model.values import Lang
from site_builder.render.charts import Disc, DiscName, disc_names, discs
from site_builder.render.said import Said
from site_builder.render.scene import Scene
from site_builder.render.views.portrait.members import MOST_ROWS, main_town

SIZE, PADDING = 480, 20


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawingView:
    """In units of ``view_box``; ``outline`` is a path. No ``discs`` where populations or places are not known."""

    view_box: str
    width: int
    height: int
    outline: str
    discs: tuple[Disc, ...]
    names: tuple[DiscName, ...]
    alt: str
    caption: Said


def drawing(scene: Scene, territory: Territory, lang: Lang) -> DrawingView | None:
    """None where nobody drew the outline."""
    outline = scene.geography.outlines.get(territory.code)
    if outline is None:
        return None
    projection = Projection.fit(outline.bounds, width=SIZE, height=SIZE, padding=PADDING)
    level, parts = _parts(scene, territory)
    at = {code: projection.project(scene.geography.positions[town]) for code, town in parts.items()}
    counted = {code: scene.portal.populations.get(code, 0) for code in parts}
    found = discs(counted, at, width=projection.width, height=projection.height)
    named = ((scene.portal.names.get(code, lang).short, disc) for code, disc in found.items())
    words, place = scene.words[lang], scene.portal.names.get(territory.code, lang)
    counting = words.said(scene.portal.settings.level(level).name)
    return DrawingView(
        view_box=projection.view_box,
        width=projection.width,
        height=projection.height,
        outline=scene.geography.outline_path(territory.code, projection),
        discs=tuple(found.values()),
        names=disc_names(named, width=projection.width, height=projection.height),
        alt=words.t("portrait.drawing", **place.forms),
        caption=words.say("portrait.caption", level=counting) if found else "",
    )


def _parts(scene: Scene, territory: Territory) -> tuple[str, Mapping[str, str]]:
    """What a disc is drawn for, by its level, and the place where it stands.

    Places of the nearest level; where they are too many, the territories just above them, at their main towns.
    """
    territories, positions = scene.portal.territories, scene.geography.positions
    members = territories.members(territory.code)
    if len(members) <= MOST_ROWS:
        return territories.nearest_level, {member.code: member.code for member in members if member.code in positions}
    level = territories.levels[-2]
    towns = {part.code: main_town(scene, part) or "" for part in territories.inside(territory.code, level)}
    return level, {code: town for code, town in towns.items() if town in positions}
