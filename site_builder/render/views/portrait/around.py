"""What lies around a territory, as the crow flies: those that touch it, larger towns, things worth seeing."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from site_builder.geo.distance import great_circle_km
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
    neighbours: tuple[LinkView, ...]
    towns: tuple[LinkView, ...]
    seen: tuple[LinkView, ...]


def around(scene: Scene, index: PortraitIndex, territory: Territory, lang: Lang) -> AroundView | None:
    """None where nothing is known."""
    town = main_town(scene, territory)
    place = scene.portal.names.get(territory.code, lang)
    neighbours = _neighbours(scene, index, territory, lang)
    note = "portrait.around_note" if neighbours else "portrait.around_note_alone"
    found = AroundView(
        title=scene.words[lang].t("guide.around", **place.forms),
        note=scene.words[lang].t(note, name=scene.portal.names.get(town, lang).short) if town else "",
        neighbours=neighbours,
        towns=tuple(islice(_towns(scene, territory, town, lang), TOWNS)),
        seen=tuple(islice(_seen(scene, territory, town, lang), SEEN)),
    )
    return found if found.neighbours or found.towns or found.seen else None


def _neighbours(scene: Scene, index: PortraitIndex, territory: Territory, lang: Lang) -> tuple[LinkView, ...]:
    """The nearest first; those of which nobody knows how far they are last."""
    territories, positions = scene.portal.territories, scene.geography.positions
    start = positions.get(main_town(scene, territory) or "")
    found: list[tuple[bool, float, str, LinkView]] = []
    for code in index.touching.get(territory.code, ()):
        name = scene.portal.names.get(code, lang).short
        end = positions.get(main_town(scene, territories[code]) or "")
        km = great_circle_km(start, end) if start and end else None
        note = scene.words[lang].distance(km) if km is not None else ""
        url = scene.url(portrait_key(code), lang) or scene.url(guide_key(code), lang)
        found.append((km is None, km or 0, fold(name), LinkView(title=name, url=url, note=note)))
    return tuple(link for *_, link in sorted(found, key=lambda each: each[:3]))


def _towns(scene: Scene, territory: Territory, town: str | None, lang: Lang) -> Iterator[LinkView]:
    """Outside the territory, of as many inhabitants as the portal asks of a workplace, the nearest first."""
    here = scene.geography.positions.get(town or "")
    if here is None:
        return
    own = {member.code for member in scene.portal.territories.members(territory.code)}
    for near in scene.geography.towns_near(here, TOWNS_KM):
        population = scene.portal.populations.get(near.code) or 0
        if near.code not in own and population >= scene.portal.settings.workplace_population:
            name = scene.portal.names.get(near.code, lang).short
            yield LinkView(
                title=name, url=scene.url(guide_key(near.code), lang), note=scene.words[lang].distance(near.km)
            )


def _seen(scene: Scene, territory: Territory, town: str | None, lang: Lang) -> Iterator[LinkView]:
    """Assets outside the territory whose place is known, the nearest first."""
    here = scene.geography.positions.get(town or "")
    if here is None:
        return
    near = []
    for entry in scene.portal.entries.get("asset", ()):
        code, at = entry.reference.territory, position_of(entry.reference)
        inside = code in scene.portal.territories and territory.code in scene.portal.territories.chain(str(code))
        if at and not inside and is_to_see(entry.reference):
            near.append((great_circle_km(here, at), entry))
    for km, entry in sorted(near, key=lambda each: (each[0], each[1].id)):
        if km <= SEEN_KM:
            version, written = entry.pick(lang)
            yield LinkView(
                title=version.title,
                url=scene.url(entry.key, lang),
                lang=scene.words[lang].foreign(written),
                note=scene.words[lang].distance(km),
            )
