"""Who and where a territory is, and its few large figures, in words."""

from collections.abc import Iterator
from dataclasses import dataclass

from site_builder.model.territory import Territory
from site_builder.model.values import Lang
from site_builder.plan.pages import guide_key, portrait_key
from site_builder.render.raised import Line
from site_builder.render.said import Said
from site_builder.render.scene import Scene
from site_builder.render.views.portrait.index import PortraitIndex
from site_builder.render.views.portrait.members import main_town
from site_builder.render.views.portrait.years import residents

SPREAD = 4
"""Places from which on it says something that half of them are small."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureView:
    """A figure, what it counts, and how it is to be read."""

    value: Line
    label: Said
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class IdentityView:
    """A fact that is no figure, and where it leads."""

    label: Said
    value: str
    url: str = ""


def figures(scene: Scene, index: PortraitIndex, territory: Territory, lang: Lang) -> tuple[FigureView, ...]:
    """Inhabitants, the rank that this gives, then the territories and places inside."""
    words, found = scene.words[lang], []
    population, rank = scene.portal.populations.get(territory.code), index.ranks.get(territory.code)
    if population is not None:
        note = words.t("fact.whole") if territory.members_outside else ""
        label = residents(scene, population, lang)
        found.append(FigureView(value=words.number(population), label=label, note=note))
    if rank:
        peers = words.said(scene.portal.settings.level(territory.level).plural)
        label_of_rank = words.say("portrait.rank", total=words.number(rank.total), peers=peers)
        found.append(FigureView(value=words.raised(words.nth("portrait.place", rank.place)), label=label_of_rank))
    return (*found, *_counts(scene, territory, lang))


def _counts(scene: Scene, territory: Territory, lang: Lang) -> Iterator[FigureView]:
    """Of a territory that crosses the portal's border, on which side of it its places are."""
    words, territories = scene.words[lang], scene.portal.territories
    for level in scene.portal.settings.levels[territories.rank(territory) + 1 :]:
        inside = territories.inside(territory.code, level.id)
        beyond = len(territory.members_outside) if level.id == territories.nearest_level else 0
        count = len(inside) + beyond
        if count:
            label = words.said(level.plural if count > 1 else level.name)
            yield FigureView(value=words.number(count), label=label, note=_sides(scene, len(inside), beyond, lang))


def _sides(scene: Scene, inside: int, beyond: int, lang: Lang) -> str:
    if not beyond:
        return ""
    words, root = scene.words[lang], scene.portal.names.get(scene.portal.settings.territory, lang)
    communes = words.t("guide.communes", n=inside)
    return words.t("fact.members_both_sides", n=beyond, communes=communes, at=root.at, name=root.short)


def told(scene: Scene, territory: Territory, lang: Lang) -> Iterator[Line]:
    """How people are spread over the territory: the part of its largest place, and what half of its places have."""
    words = scene.words[lang]
    counts = sorted(m.population or 0 for m in scene.portal.territories.members(territory.code))
    largest = scene.portal.territories.largest_member(territory.code)
    if largest is None or len(counts) < 2 or territory.members_outside:
        return
    share = round(100 * counts[-1] / sum(counts)) if counts[-1] else 0
    if share:
        name = scene.portal.names.get(largest.code, lang).short
        yield words.t("portrait.largest", n=counts[-1], name=name, share=words.number(share))
    if len(counts) >= SPREAD:
        yield words.t("portrait.half", n=counts[(len(counts) - 1) // 2])


def identity(scene: Scene, territory: Territory, lang: Lang) -> Iterator[IdentityView]:
    """Its official name, what it lies in, its seat or its largest place.

    Its code is in its guide: it helps those who write the portal, and tells its readers nothing.
    """
    words, names = scene.words[lang], scene.portal.names
    place = names.get(territory.code, lang)
    if place.name != place.short:
        yield IdentityView(label=words.t("fact.name"), value=place.name)
    for parent in reversed(scene.portal.territories.ancestors(territory.code)):
        label = words.said(scene.portal.settings.level(parent.level).name).capitalize()
        url = scene.url(portrait_key(parent.code), lang)
        yield IdentityView(label=label, value=names.get(parent.code, lang).short, url=url)
    town = main_town(scene, territory)
    if town:
        label = _town_label(scene, territory, town, lang)
        yield IdentityView(label=label, value=names.get(town, lang).short, url=scene.url(guide_key(town), lang))


def _town_label(scene: Scene, territory: Territory, town: str, lang: Lang) -> str:
    words = scene.words[lang]
    if town == territory.seat:
        return words.t("portrait.seat")
    if not territory.members_outside:
        return words.t("portrait.main_town")
    root = scene.portal.names.get(scene.portal.settings.territory, lang)
    return words.t("portrait.main_town_inside", at=root.at, name=root.name)
