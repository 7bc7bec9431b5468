"""The places of a territory, as its portrait tells them: who lives where, and how far from the main town."""

from collections.abc import Iterable, Iterator, Sequence

from site_builder.geo.distance import great_circle_km
from site_builder.model.settings import Level
from site_builder.model.slugs import fold
from site_builder.model.territory import Territory
from site_builder.model.values import Lang
from site_builder.plan.pages import guide_key, portrait_key
from site_builder.render.charts import bars
from site_builder.render.said import Said
from site_builder.render.scene import Scene
from site_builder.render.views.portrait.sizes import COUNTED, sizes
from site_builder.render.views.portrait.table import RowView, TableView
from site_builder.render.views.work.workplaces import home_name

LARGEST = 8
"""Bars of a chart of places; the list below it has them all."""
SHORT = 12
"""Rows that are read at once."""
FOLDED = 16
"""Of more rows than these, those after the first `SHORT` are folded."""
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
            yield _parts(scene, territory, level, parts, lang)
    members = scene.portal.territories.members(territory.code)
    if len(members) <= MOST_ROWS:
        yield _members(scene, territory, members, lang)
        populations = [member.population for member in members if member.population is not None]
        if len(populations) == len(members) >= COUNTED:
            yield sizes(scene, populations, _plural(scene, members[0].level, lang), lang)


def _parts(scene: Scene, whole: Territory, level: Level, parts: Iterable[Territory], lang: Lang) -> TableView:
    """The most populated first."""
    words, populations = scene.words[lang], scene.portal.populations
    ordered = sorted(parts, key=lambda part: (-populations.get(part.code, 0), fold(part.name)))
    lengths = bars([populations.get(part.code, 0) for part in ordered])
    shown = len(ordered) if len(ordered) <= FOLDED else SHORT
    rest = tuple(_part(scene, whole, part, 0, lang) for part in ordered[shown:])
    return TableView(
        title=words.said(level.plural).capitalize(),
        columns=(
            words.t("portrait.place_name"),
            words.t("workplace.population"),
            _plural(scene, scene.portal.territories.nearest_level, lang),
        ),
        rows=tuple(_part(scene, whole, *each, lang) for each in zip(ordered[:shown], lengths, strict=False)),
        rest=rest,
        rest_title=words.t("portrait.rest", n=len(rest)) if rest else "",
        note=words.t("portrait.shared") if any(_reaches_beyond(scene, part, whole) for part in ordered) else "",
    )


def _part(scene: Scene, whole: Territory, part: Territory, bar: float, lang: Lang) -> RowView:
    words, population = scene.words[lang], scene.portal.populations.get(part.code)
    places = len(scene.portal.territories.members(part.code)) + len(part.members_outside)
    name = scene.portal.names.get(part.code, lang).short
    return RowView(
        name=words.t("portrait.partly", name=name) if _reaches_beyond(scene, part, whole) else name,
        url=scene.url(portrait_key(part.code), lang) or scene.url(guide_key(part.code), lang),
        cells=(words.number(population) if population is not None else "", words.number(places)),
        bar=bar,
    )


def _reaches_beyond(scene: Scene, part: Territory, whole: Territory) -> bool:
    """Whether it has places that do not lie in the whole, in this portal or beyond its border."""
    territories = scene.portal.territories
    members = (territories.chain(member.code) for member in territories.members(part.code))
    return bool(part.members_outside) or any(whole.code not in chain for chain in members)


def _members(scene: Scene, territory: Territory, members: Sequence[Territory], lang: Lang) -> TableView:
    """All of them where they are few; else the largest, and all of them below by the names that readers see."""
    words, town = scene.words[lang], main_town(scene, territory)
    whole = len(members) <= SHORT
    largest = sorted(members, key=lambda m: (m.population is None, -(m.population or 0), m.name))
    shown = largest if whole else largest[:LARGEST]
    named = () if whole else sorted(members, key=lambda m: fold(scene.portal.names.get(m.code, lang).short))
    name = scene.portal.names.get(town, lang).short if town else ""
    lengths = bars([member.population or 0 for member in shown])
    return TableView(
        title=words.t("portrait.list", n=len(members)) if whole else words.t("portrait.most"),
        columns=(
            words.t("portrait.place_name"),
            words.t("workplace.population"),
            words.t("portrait.from", name=name) if name else words.t("workplace.distance"),
        ),
        rows=tuple(_member(scene, *each, town, lang) for each in zip(shown, lengths, strict=True)),
        rest=tuple(_member(scene, member, 0, town, lang) for member in named),
        rest_title=words.t("portrait.all", n=len(named)) if named else "",
    )


def _member(scene: Scene, member: Territory, bar: float, town: str | None, lang: Lang) -> RowView:
    words, positions = scene.words[lang], scene.geography.positions
    start, here = positions.get(town or ""), positions.get(member.code)
    far = great_circle_km(start, here) if start and here and member.code != town else None
    return RowView(
        name=home_name(scene, member.code, lang),
        url=scene.url(guide_key(member.code), lang),
        cells=(
            words.number(member.population) if member.population is not None else "",
            words.distance(far) if far is not None else "",
        ),
        bar=bar,
    )


def _plural(scene: Scene, level: str, lang: Lang) -> Said:
    return scene.words[lang].said(scene.portal.settings.level(level).plural).capitalize()
