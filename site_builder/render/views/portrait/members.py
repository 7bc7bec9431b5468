"""The places of a territory, as its portrait tells them: who lives where, and how far from the main town."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from site_builder.geo.distance import great_circle_km
from site_builder.model.slugs import fold
from site_builder.model.territory import Territory
from site_builder.model.values import Lang
from site_builder.render.charts import bars
from site_builder.render.scene import Scene
from site_builder.render.views.listed_places import PlaceView, place_view
from site_builder.render.views.portrait.parts import SHORT, parts_table, plural_of
from site_builder.render.views.portrait.sizes import COUNTED, sizes
from site_builder.render.views.portrait.table import RowView, TableView
from site_builder.render.views.portrait.years import population_column

LARGEST = 8
"""Bars of a chart of places; the list below it has them all."""
MOST_ROWS = 1000
"""Beyond, a table helps nobody: the portraits of the parts have theirs."""


def main_town(scene: Scene, territory: Territory) -> str | None:
    """The seat that the data names, else the most populated place."""
    if territory.seat in scene.portal.territories:
        return territory.seat
    largest = scene.portal.territories.largest_member(territory.code)
    return largest.code if largest else None


def tables(scene: Scene, territory: Territory, lang: Lang) -> Iterator[TableView]:
    """The territories below that have portraits, level by level; then the places, and how many are of which size."""
    for level in scene.portal.settings.levels[scene.portal.territories.rank(territory) + 1 : -1]:
        parts = scene.portal.territories.inside(territory.code, level.id)
        if parts:
            yield parts_table(scene, territory, level, parts, lang)
    members = scene.portal.territories.members(territory.code)
    if len(members) <= MOST_ROWS:
        yield _members(scene, territory, members, lang)
        populations = [member.population for member in members if member.population is not None]
        if len(populations) == len(members) >= COUNTED:
            yield sizes(scene, populations, plural_of(scene, members[0].level, lang), lang)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Measured:
    """What is the same in all languages, by code: the bars of places, the largest first; how far from the main town."""

    bars: Mapping[str, float]
    km: Mapping[str, float]


def _measured(scene: Scene, code: str) -> _Measured:
    members, positions = scene.portal.territories.members(code), scene.geography.positions
    largest = sorted(members, key=lambda m: (m.population is None, -(m.population or 0), m.name))
    town = main_town(scene, scene.portal.territories[code])
    start = positions.get(town or "")
    others = (member.code for member in members if start and member.code != town and member.code in positions)
    return _Measured(
        bars=dict(zip((m.code for m in largest), bars([m.population or 0 for m in largest]), strict=True)),
        km={each: great_circle_km(start, positions[each]) for each in others} if start else {},
    )


def _members(scene: Scene, territory: Territory, members: Sequence[Territory], lang: Lang) -> TableView:
    """All of them where they are few; else the largest, and all of them below by the names that readers see."""
    words, town = scene.words[lang], main_town(scene, territory)
    measured = scene.once(_measured, territory.code)
    count, whole = len(members), len(members) <= SHORT
    shown = islice(measured.bars.items(), None if whole else LARGEST)
    places = {member.code: scene.once(place_view, member.code, lang) for member in members}
    by_name = () if whole else sorted(places, key=lambda code: fold(scene.portal.names.get(code, lang).short))
    name = scene.portal.names.get(town, lang).short if town else ""
    return TableView(
        title=words.t("portrait.list", n=count) if whole else words.t("portrait.most"),
        columns=(
            words.t("portrait.place_name"),
            population_column(scene, lang),
            words.t("portrait.distance"),
        ),
        lead=words.t("portrait.from", name=name) if name else "",
        rows=tuple(_member(scene, places[code], measured.km.get(code), bar, lang) for code, bar in shown),
        rest=tuple(_member(scene, places[code], measured.km.get(code), 0, lang) for code in by_name),
        rest_title=words.t("portrait.all", n=count) if by_name else "",
    )


def _member(scene: Scene, place: PlaceView, km: float | None, bar: float, lang: Lang) -> RowView:
    far = scene.words[lang].distance(km) if km is not None else ""
    return RowView(name=place.name, url=place.url, cells=(place.population, far), bar=bar)
