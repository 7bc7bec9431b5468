"""The territories between a territory and its places: who lives in which of them."""

from collections.abc import Iterable

from site_builder.model.settings import Level
from site_builder.model.slugs import fold
from site_builder.model.territory import Territory
from site_builder.model.values import Lang
from site_builder.plan.pages import guide_key, portrait_key
from site_builder.render.charts import bars
from site_builder.render.said import Said
from site_builder.render.scene import Scene
from site_builder.render.views.portrait.table import RowView, TableView
from site_builder.render.views.portrait.years import population_column

SHORT = 12
"""Rows that are read at once."""
FOLDED = 16
"""Of more rows than these, those after the first `SHORT` are folded."""


def parts_table(scene: Scene, whole: Territory, level: Level, parts: Iterable[Territory], lang: Lang) -> TableView:
    """The most populated first; of what reaches beyond the whole, its share alone is counted."""
    words = scene.words[lang]
    residents = {part.code: _residents(scene, whole, part) for part in parts}
    ordered = sorted(parts, key=lambda part: (-(residents[part.code] or 0), fold(part.name)))
    lengths = bars([residents[part.code] or 0 for part in ordered])
    shown = len(ordered) if len(ordered) <= FOLDED else SHORT
    rest = tuple(_part(scene, whole, part, 0, lang) for part in ordered[shown:])
    return TableView(
        title=words.said(level.plural).capitalize(),
        columns=(
            words.t("portrait.place_name"),
            population_column(scene, lang),
            plural_of(scene, scene.portal.territories.nearest_level, lang),
        ),
        rows=tuple(_part(scene, whole, *each, lang) for each in zip(ordered[:shown], lengths, strict=False)),
        rest=rest,
        rest_title=words.t("portrait.rest", n=len(rest)) if rest else "",
        lead=words.t("portrait.shared") if any(_reaches_beyond(scene, part, whole) for part in ordered) else "",
    )


def _part(scene: Scene, whole: Territory, part: Territory, bar: float, lang: Lang) -> RowView:
    words, population = scene.words[lang], _residents(scene, whole, part)
    places = len(scene.once(_shared, whole.code, part.code))
    name = scene.portal.names.get(part.code, lang).short
    return RowView(
        name=words.t("portrait.partly", name=name) if _reaches_beyond(scene, part, whole) else name,
        url=scene.url(portrait_key(part.code), lang) or scene.url(guide_key(part.code), lang),
        cells=(words.number(population) if population is not None else "", words.number(places)),
        bar=bar,
    )


def _residents(scene: Scene, whole: Territory, part: Territory) -> int | None:
    """Of its places that lie in the whole."""
    if not _reaches_beyond(scene, part, whole):
        return scene.portal.populations.get(part.code)
    counted = [place.population for place in scene.once(_shared, whole.code, part.code)]
    return None if None in counted else sum(population or 0 for population in counted)


def _shared(scene: Scene, whole: str, part: str) -> tuple[Territory, ...]:
    """The places of a part that lie in the whole."""
    territories = scene.portal.territories
    return tuple(place for place in territories.members(part) if whole in territories.chain(place.code))


def _reaches_beyond(scene: Scene, part: Territory, whole: Territory) -> bool:
    """Whether it has places that do not lie in the whole, in this portal or beyond its border."""
    shared = scene.once(_shared, whole.code, part.code)
    return bool(part.members_outside) or len(shared) < len(scene.portal.territories.members(part.code))


def plural_of(scene: Scene, level: str, lang: Lang) -> Said:
    """What the territories of a level are called, as a heading."""
    return scene.words[lang].said(scene.portal.settings.level(level).plural).capitalize()
