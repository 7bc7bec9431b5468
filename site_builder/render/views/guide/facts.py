"""The facts of a territory's own: what makes its page worth its own address."""

from collections.abc import Iterator
from dataclasses import dataclass

from site_builder.geo.distance import great_circle_km
from site_builder.model.slugs import fold
from site_builder.model.territory import Territory
from site_builder.model.values import Lang
from site_builder.plan.pages import guide_key, portrait_key
from site_builder.render.raised import Line
from site_builder.render.said import Said
from site_builder.render.scene import Scene

NEAR_KM = 30.0
TOWNS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class FactView:
    """A fact: its name, its value, where the value leads, and a note that says how to read it."""

    key: str
    label: Said
    value: Line
    url: str = ""
    note: str = ""


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
    for ancestor in reversed(scene.portal.territories.ancestors(territory.code)):
        yield _parent(scene, ancestor, lang)
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
    """``3e commune sur 20 (Grand Dax)``, within the nearest territory above.

    Where that one crosses the portal's border, or some population is not known, no rank is true.
    """
    ancestors = scene.portal.territories.ancestors(territory.code)
    if not ancestors or ancestors[-1].members_outside:
        return None
    ranks = scene.portal.territories.ranks(ancestors[-1].code)
    if territory.code not in ranks:
        return None
    within = scene.portal.names.get(ancestors[-1].code, lang)
    value = scene.words[lang].t(
        "fact.rank_value", n=ranks[territory.code], total=len(ranks), of=within.of, name=within.short
    )
    return _fact(scene, lang, "rank", scene.words[lang].raised(value))


def _parent(scene: Scene, ancestor: Territory, lang: Lang) -> FactView:
    """It leads to the ancestor's portrait, where there are more facts: breadcrumbs lead to its guide."""
    level = scene.portal.settings.level(ancestor.level)
    name = scene.portal.names.get(ancestor.code, lang)
    label = scene.words[lang].said(level.name).capitalize()
    return FactView(key=ancestor.level, label=label, value=name.name, url=scene.url(portrait_key(ancestor.code), lang))


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
    for seat in _seats_above(scene, territory):
        km = great_circle_km(here, scene.geography.positions[seat])
        town = scene.portal.names.get(seat, lang)
        yield FactView(
            key="distance",
            label=words.t("fact.distance", name=town.name, to=town.to, of=town.of, at=town.at),
            value=words.distance(km),
            note=words.t("fact.straight_line"),
        )


def _seats_above(scene: Scene, territory: Territory) -> tuple[str, ...]:
    """The seats of the territories above, nearest first; a town that is the seat of two is named once.

    None of its own towns: nobody asks how far Bordeaux Métropole is from Bordeaux.
    """
    territories = scene.portal.territories
    own = {territory.code, *(member.code for member in territories.members(territory.code))}
    seats = (ancestor.seat for ancestor in reversed(territories.ancestors(territory.code)))
    placed = (seat for seat in seats if seat and seat not in own and seat in scene.geography.positions)
    return tuple(dict.fromkeys(placed))


def towns(scene: Scene, territory: Territory, lang: Lang) -> tuple[TownView, ...]:
    """The nearest larger places of the portal within 30 km, with the straight-line distance, nearest first."""
    here = scene.geography.positions.get(territory.code)
    if here is None or not scene.portal.territories.is_nearest(territory):
        return ()
    own = territory.population or 0
    found = []
    for near in scene.geography.towns_near(here, NEAR_KM):
        other = scene.portal.territories[near.code]
        if near.code != territory.code and (other.population or 0) >= 2 * own:
            name = scene.portal.names.get(near.code, lang).name
            url = scene.url(guide_key(near.code), lang)
            found.append(TownView(name=name, url=url, km=scene.words[lang].distance(near.km)))
        if len(found) == TOWNS:
            break
    return tuple(found)
