"""The drawing of a portrait: the territory's outline, and a disc for each place that says how many live there."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice
from math import inf

from site_builder.geo.paths import path_data
from site_builder.geo.projection import Projection
from site_builder.model.territory import Territory
from site_builder.model.values import Lang
from site_builder.render.charts import Disc, discs
from site_builder.render.disc_names import NAMED, DiscName, Frame, disc_names
from site_builder.render.said import Said
from site_builder.render.scene import Scene
from site_builder.render.views.portrait.members import MOST_ROWS, main_town

SIZE, PADDING = 480, 20
TOLERANCE = 1.0
"""Units by which the line may stray from the outline."""


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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sketch:
    """What is the same in all languages. ``discs``: by the code of what they stand for, of one ``level``.

    ``margin``: units beside a narrow outline, which leave room for names.
    """

    margin: int
    high: int
    outline: str
    level: str
    discs: Mapping[str, Disc]


def drawing(scene: Scene, territory: Territory, lang: Lang) -> DrawingView | None:
    """None where nobody drew the outline."""
    sketch = scene.once(_sketch, territory.code)
    if sketch is None:
        return None
    words, place = scene.words[lang], scene.portal.names.get(territory.code, lang)
    named = tuple(scene.portal.names.get(code, lang).short for code in islice(sketch.discs, NAMED))
    counting = words.said(scene.portal.settings.level(sketch.level).name)
    return DrawingView(
        view_box=f"{-sketch.margin} 0 {SIZE} {sketch.high}",
        width=SIZE,
        height=sketch.high,
        outline=sketch.outline,
        discs=tuple(sketch.discs.values()),
        names=scene.once(_names, territory.code, named),
        alt=words.t("portrait.drawing", **place.forms),
        caption=words.say("portrait.caption", level=counting) if sketch.discs else "",
    )


def _sketch(scene: Scene, code: str) -> _Sketch | None:
    outline = scene.geography.outlines.get(code)
    if outline is None:
        return None
    projection = Projection.fit(outline.bounds, width=SIZE, height=SIZE, padding=PADDING)
    level, parts = _parts(scene, scene.portal.territories[code])
    at = {part: projection.project(scene.geography.positions[town]) for part, town in parts.items()}
    counted = {part: scene.portal.populations.get(part, 0) for part in parts}
    return _Sketch(
        margin=(SIZE - projection.width) // 2,
        high=projection.height,
        outline=path_data(outline, projection, tolerance=TOLERANCE, holes_from=inf),
        level=level,
        discs=discs(counted, at, width=projection.width, height=projection.height),
    )


def _names(scene: Scene, code: str, texts: tuple[str, ...]) -> tuple[DiscName, ...]:
    """Most places have the same name in all languages."""
    sketch = scene.once(_sketch, code)
    if sketch is None:
        return ()
    frame = Frame(left=-sketch.margin, right=SIZE - sketch.margin, bottom=sketch.high)
    return disc_names(texts, tuple(sketch.discs.values()), frame)


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
