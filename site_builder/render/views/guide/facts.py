"""The facts of a territory's own: what makes its page worth its own address."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from site_builder.geo.distance import Near, great_circle_km
from site_builder.made_often import made_often
from site_builder.model.slugs import fold
from site_builder.model.territory import Territory
from site_builder.model.values import Lang
from site_builder.plan.pages import portrait_key
from site_builder.render.raised import Line
from site_builder.render.said import Said
from site_builder.render.scene import Scene
from site_builder.render.views.common import guide_link

NEAR_KM = 30.0
TOWNS = 4


@made_often
@dataclass(frozen=True, slots=True, kw_only=True)
class FactView:
    """A fact: its name, its value, where the value leads, and a note that says how to read it."""

    key: str
    label: Said
    value: Line
    url: str = ""
    note: str = ""


@made_often
@dataclass(frozen=True, slots=True, kw_only=True)
class TownView:
    """A larger place nearby and the straight-line distance to it."""

    name: str
    url: str
    km: str


def facts(scene: Scene, territory: Territory, lang: Lang) -> tuple[FactView, ...]:
    """What the open data says of the territory, in words."""
    return tuple(_facts(scene, territory, lang))


def _facts(scene: Scene, territory: Territory, lang: Lang) -> Iterator[FactView]:
    words = scene.words[lang]
    place = scene.portal.names.get(territory.code, lang)
    if place.name != place.short and fold(place.name) not in fold(place.to):  # not already said by the title
        yield _fact(scene, lang, "name", place.name)
    population = scene.portal.populations.get(territory.code)
    if population is not None:
        whole = words.t("fact.whole") if territory.members_outside else ""
        yield _fact(scene, lang, "population", words.t("fact.inhabitants", n=population), note=whole)
    rank = _rank(scene, territory, lang)
    if rank:
        yield rank
    members = scene.portal.territories.members(territory.code)
    if members or territory.members_outside:
        yield _fact(scene, lang, "members", _members(scene, territory, len(members), lang))
    for ancestor in reversed(scene.portal.territories.chain(territory.code)[:-1]):
        yield scene.once(_parent, ancestor, lang)
    if territory.postal_codes:
        yield _fact(
            scene,
            lang,
            "postal_codes",
            words.list(list(territory.postal_codes)),
            n=len(territory.postal_codes),
        )
    if territory.code.isalnum() and any(c.isdigit() for c in territory.code):
        yield _fact(scene, lang, "code", territory.code)
    yield from _position(scene, territory, lang)


def _fact(scene: Scene, lang: Lang, key: str, value: Line, n: float | None = None, note: str = "") -> FactView:
    return FactView(key=key, label=scene.words[lang].t(f"fact.{key}", n=n), value=value, note=note)


def _members(scene: Scene, territory: Territory, inside: int, lang: Lang) -> str:
    """How many communes; of a territory that crosses the portal's border, on which side of it they are."""
    words = scene.words[lang]
    communes = words.t("guide.communes", n=inside)
    if not territory.members_outside:
        return communes
    root = scene.portal.names.get(scene.portal.settings.territory, lang)
    beyond = len(territory.members_outside)
    return words.t("fact.members_both_sides", n=beyond, communes=communes, at=root.at, name=root.short)


def _rank(scene: Scene, territory: Territory, lang: Lang) -> FactView | None:
    """``3e sur 20 communes (Grand Dax)``, within the nearest territory above.

    Where that one crosses the portal's border, or some population is not known, no rank is true.
    """
    ancestors = scene.portal.territories.ancestors(territory.code)
    if not ancestors or ancestors[-1].members_outside:
        return None
    ranks = scene.portal.territories.ranks(ancestors[-1].code)
    if territory.code not in ranks:
        return None
    within = scene.portal.names.get(ancestors[-1].code, lang)
    words = scene.words[lang]
    total = words.number(len(ranks))
    value = words.nth("fact.rank_value", ranks[territory.code], total=total, of=within.of, name=within.short)
    return _fact(scene, lang, "rank", words.raised(value))


def _parent(scene: Scene, code: str, lang: Lang) -> FactView:
    """It leads to the ancestor's portrait, where there are more facts: breadcrumbs lead to its guide."""
    level = scene.portal.settings.level(scene.portal.territories[code].level)
    name = scene.portal.names.get(code, lang)
    label = scene.words[lang].said(level.name).capitalize()
    return FactView(key=level.id, label=label, value=name.name, url=scene.url(portrait_key(code), lang))


def _position(scene: Scene, territory: Territory, lang: Lang) -> Iterator[FactView]:
    """Coordinates of the town hall, and the straight line to the seats above."""
    words = scene.words[lang]
    here = scene.geography.positions.get(territory.code)
    if here is None:
        return
    if scene.portal.territories.is_nearest(territory):
        degrees = words.t(
            "fact.position_value",
            latitude=words.degrees(here[1]),
            longitude=words.degrees(here[0]),
        )
        yield _fact(scene, lang, "position", degrees)
    for seat, km in scene.once(_seats_above, territory.code):
        yield FactView(
            key="distance",
            label=scene.once(_distance_to, seat, lang),
            value=words.distance(km),
            note=words.t("fact.straight_line"),
        )


def _distance_to(scene: Scene, seat: str, lang: Lang) -> str:
    return scene.words[lang].t("fact.distance", **scene.portal.names.get(seat, lang).forms)


def _seats_above(scene: Scene, code: str) -> tuple[tuple[str, float], ...]:
    """The seats of the territories above and how far they are, nearest above first; the seat of two is named once.

    None of its own towns: nobody asks how far Bordeaux Métropole is from Bordeaux.
    """
    territories, positions = scene.portal.territories, scene.geography.positions
    own = {code, *(member.code for member in territories.members(code))}
    seats = dict.fromkeys(ancestor.seat for ancestor in reversed(territories.ancestors(code)))
    placed = (seat for seat in seats if seat and seat not in own and seat in positions)
    return tuple((seat, great_circle_km(positions[code], positions[seat])) for seat in placed)


def towns(scene: Scene, territory: Territory, lang: Lang) -> tuple[TownView, ...]:
    """The nearest larger places of the portal within 30 km, with the straight-line distance, nearest first."""
    distance = scene.words[lang].distance
    found = ((near.km, scene.once(guide_link, near.code, lang)) for near in scene.once(_larger_near, territory.code))
    return tuple(TownView(name=str(link.title), url=link.url, km=distance(km)) for km, link in found)


def _larger_near(scene: Scene, code: str) -> tuple[Near, ...]:
    territories, populations = scene.portal.territories, scene.portal.populations
    here = scene.geography.positions.get(code)
    if here is None or not territories.is_nearest(territories[code]):
        return ()
    least = 2 * populations.get(code, 0)

    def is_larger(town: str) -> bool:
        return town != code and populations.get(town, 0) >= least

    return tuple(islice(scene.geography.towns.nearest_first(here, NEAR_KM, is_larger), TOWNS))
