"""What lies around a territory, as the crow flies: those that touch it, larger towns, things worth seeing."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from site_builder.geo.distance import Near, great_circle_km
from site_builder.model.entry import Content, Entry
from site_builder.model.slugs import fold
from site_builder.model.territory import Territory
from site_builder.model.values import Lang
from site_builder.plan.pages import guide_key, portrait_key
from site_builder.render.positions import position_of
from site_builder.render.scene import Scene
from site_builder.render.views.common import LinkView
from site_builder.render.views.guide.here import is_to_see
from site_builder.render.views.portrait.index import PortraitIndex
from site_builder.render.views.portrait.members import main_town

TOWNS_KM, TOWNS = 50.0, 6
SEEN_KM, SEEN = 40.0, 6
"""How far around the main town, and how many at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AroundView:
    """Notes of links are distances from a town, which ``note`` names; to a neighbour, from main town to main town."""

    title: str
    note: str
    neighbours_title: str
    """Those of the portal: what lies beyond its border is not known to it."""
    neighbours: tuple[LinkView, ...]
    towns: tuple[LinkView, ...]
    seen: tuple[LinkView, ...]


def around(scene: Scene, index: PortraitIndex, territory: Territory, lang: Lang) -> AroundView | None:
    """None where nothing is known."""
    town = main_town(scene, territory)
    place = scene.portal.names.get(territory.code, lang)
    root = scene.portal.names.get(scene.portal.settings.territory, lang)
    neighbours = _neighbours(scene, index, territory, lang)
    note = "portrait.around_note" if neighbours else "portrait.around_note_alone"
    found = AroundView(
        title=scene.words[lang].t("guide.around", **place.forms),
        note=scene.words[lang].t(note, name=scene.portal.names.get(town, lang).short) if town else "",
        neighbours_title=scene.words[lang].t("portrait.neighbours", at=root.at),
        neighbours=neighbours,
        towns=tuple(_towns(scene, territory, town, lang)),
        seen=tuple(_seen(scene, territory, town, lang)),
    )
    return found if found.neighbours or found.towns or found.seen else None


def _neighbours(scene: Scene, index: PortraitIndex, territory: Territory, lang: Lang) -> tuple[LinkView, ...]:
    """The nearest first; those of which nobody knows how far they are last."""
    names, words = scene.portal.names, scene.words[lang]
    far = {code: scene.once(_km_between, territory.code, code) for code in index.touching.get(territory.code, ())}
    ordered = sorted(far, key=lambda code: (far[code] is None, far[code] or 0, fold(names.get(code, lang).short)))
    return tuple(
        LinkView(
            title=names.get(code, lang).short,
            url=scene.url(portrait_key(code), lang) or scene.url(guide_key(code), lang),
            note="" if (km := far[code]) is None else words.distance(km),
        )
        for code in ordered
    )


def _km_between(scene: Scene, code: str, other: str) -> float | None:
    """From main town to main town."""
    territories, positions = scene.portal.territories, scene.geography.positions
    start, end = (positions.get(main_town(scene, territories[each]) or "") for each in (code, other))
    return great_circle_km(start, end) if start and end else None


def _towns(scene: Scene, territory: Territory, town: str | None, lang: Lang) -> Iterator[LinkView]:
    """Outside the territory, of as many inhabitants as the portal asks of a workplace, the nearest first."""
    words, names = scene.words[lang], scene.portal.names
    for near in scene.once(_towns_near, territory.code, town):
        name, url = names.get(near.code, lang).short, scene.url(guide_key(near.code), lang)
        yield LinkView(title=name, url=url, note=words.distance(near.km))


def _towns_near(scene: Scene, code: str, town: str | None) -> tuple[Near, ...]:
    portal, here = scene.portal, scene.geography.positions.get(town or "")
    found = scene.geography.towns_near(here, TOWNS_KM) if here else ()
    least, counted, chain = portal.settings.workplace_population, portal.populations, portal.territories.chain
    large = (near for near in found if (counted.get(near.code) or 0) >= least)
    return tuple(islice((near for near in large if code not in chain(near.code)), TOWNS))


def _seen(scene: Scene, territory: Territory, town: str | None, lang: Lang) -> Iterator[LinkView]:
    """Assets outside the territory whose place is known, the nearest first."""
    for km, entry in scene.once(_seen_near, territory.code, town):
        version, written = entry.pick(lang)
        yield LinkView(
            title=version.title,
            url=scene.url(entry.key, lang),
            lang=scene.words[lang].foreign(written),
            note=scene.words[lang].distance(km),
            until=scene.until(entry),
        )


def _seen_near(scene: Scene, code: str, town: str | None) -> tuple[tuple[float, Entry[Content]], ...]:
    here = scene.geography.positions.get(town or "")
    if here is None:
        return ()
    near = []
    territories = scene.portal.territories
    for entry in scene.portal.entries.get("asset", ()):
        lies_in, at = entry.reference.territory, position_of(entry.reference)
        inside = lies_in in territories and code in territories.chain(str(lies_in))
        if at and not inside and is_to_see(entry.reference):
            near.append((great_circle_km(here, at), entry))
    near.sort(key=lambda each: (each[0], each[1].id))
    return tuple((km, entry) for km, entry in near[:SEEN] if km <= SEEN_KM)
