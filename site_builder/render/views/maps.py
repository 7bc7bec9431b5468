"""Maps as pages show them: an image made at build, the places marked on it, and the words for both."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from site_builder.geo.map_files import BARE
from site_builder.geo.markers import MOST, spread
from site_builder.geo.outlines import Point
from site_builder.geo.projection import Projection
from site_builder.made_often import made_often
from site_builder.model.entry import Content, Entry
from site_builder.model.territory import Territory
from site_builder.model.values import Lang
from site_builder.plan.files import map_file
from site_builder.render.map_plans import MapPlan, reaches_beyond
from site_builder.render.positions import place_of
from site_builder.render.scene import Scene
from site_builder.render.views.common import CardView, card


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedPlace:
    """A place to mark: its number in the list beside the map (0: none), and where it is (longitude, latitude).

    Without an address the mark is no link: the page is about that place. ``lang``: of a title that is not in
    the page's language; ``until``: from when it is no longer shown, or empty.
    """

    number: int = 0
    title: str = ""
    url: str = ""
    lang: Lang | None = None
    at: Point
    until: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkerView:
    """A mark, in units of the map: the middle of its disc, and its place where the disc stands beside it."""

    number: int
    title: str
    url: str
    lang: Lang | None
    x: int
    y: int
    at_x: int
    at_y: int
    is_beside: bool
    until: str = ""


@made_often
@dataclass(frozen=True, slots=True, kw_only=True)
class MapView:
    """A map as an image: one file per territory, the place marked by the fragment.

    ``explore``: the words that set its members free to be reached; ``data``: the address of its GeoJSON.
    ``way``: the marks in their order, as the value of ``points`` of a line; empty unless they are stops of a trail.
    ``dots``: the marks are too many to be numbered. ``beyond`` explains the line round a territory whose members reach
    beyond it.
    """

    src: str
    alt: str
    width: int
    height: int
    explore: str
    data: str
    beyond: str = ""
    markers: tuple[MarkerView, ...] = ()
    dots: bool = False
    way: str = ""


def territory_map(
    scene: Scene,
    territory: Territory,
    lang: Lang,
    *,
    marked: Sequence[MarkedPlace] = (),
    joined: bool = False,
    level: str = "",
) -> MapView | None:
    """The territory's own map; for one without members, its parent's map with the place marked.

    What lies beyond the map is not marked on it. ``joined``: a line leads from each marked place to the next.
    ``level``: of the members, where it is not the first one that is drawn (a region's intercommunalities).
    """
    drawn = _drawn(scene, territory)
    if drawn is None:
        return None
    code, words = drawn.code, scene.words[lang]
    plan = scene.geography.map_plan(code, level) or drawn
    beyond = scene.once(_beyond, plan.code, plan.level, lang)
    place, within = (scene.portal.names.get(each, lang) for each in (territory.code, code))
    if code == territory.code:
        named = code == scene.portal.settings.territory
        fragment, alt = f"#{BARE}" if named and marked else "", words.t("guide.map", of=place.of, name=place.name)
        alt = f"{alt}. {beyond}" if beyond else alt
    else:
        fragment = f"#t{territory.code}"
        alt = words.t("guide.map_in", name=place.name, of=within.of, within=within.short, at=within.at)
    projection = plan.projection
    markers = _markers(projection, marked)
    return MapView(
        src=f"{scene.links.file(map_file(code, plan.level))}{fragment}",
        alt=alt,
        width=projection.width,
        height=projection.height,
        explore=words.t("map.explore"),
        data=scene.links.file(map_file(code, plan.level, "geojson")),
        beyond=beyond,
        markers=markers,
        dots=len(markers) > MOST,
        way=" ".join(f"{marker.at_x},{marker.at_y}" for marker in markers) if joined else "",
    )


def _beyond(scene: Scene, code: str, level: str, lang: Lang) -> str:
    plan = scene.geography.map_plans[code, level]
    if not reaches_beyond(scene.portal, scene.geography.outlines, plan):
        return ""
    members = scene.words[lang].said(scene.portal.settings.level(plan.members[0].level).plural)
    return scene.words[lang].t("map.beyond", of=scene.portal.names.get(code, lang).of, members=str(members))


def closest_map(scene: Scene, territory: Territory, lang: Lang) -> MapView | None:
    """Its map with the smallest members: the intercommunalities of a region, where the first ones are départements."""
    levels = [level for code, level in scene.geography.map_plans if code == territory.code]
    return territory_map(scene, territory, lang, level=levels[-1] if levels else "")


def _drawn(scene: Scene, territory: Territory) -> MapPlan | None:
    """The map of the territory, or of the nearest above it that has one."""
    codes = (territory.code, *(above.code for above in reversed(scene.portal.territories.ancestors(territory.code))))
    return next(filter(None, map(scene.geography.map_plan, codes)), None)


def _markers(projection: Projection, marked: Sequence[MarkedPlace]) -> tuple[MarkerView, ...]:
    seen = [place for place in marked if projection.bounds.holds(place.at)]
    places = tuple(projection.project(place.at) for place in seen)
    return tuple(
        MarkerView(
            number=place.number,
            title=place.title,
            url=place.url,
            lang=place.lang,
            x=found.disc[0],
            y=found.disc[1],
            at_x=found.place[0],
            at_y=found.place[1],
            is_beside=found.is_beside,
            until=place.until,
        )
        for place, found in zip(seen, spread(places, projection.width, projection.height), strict=True)
    )


def numbered_cards(
    scene: Scene, entries: Iterable[Entry[Content]], lang: Lang, territory: Territory, *, after: int = 0
) -> tuple[tuple[CardView, ...], tuple[MarkedPlace, ...]]:
    """The cards of a list, and the places to mark on the territory's map of those that are on it.

    Both bear the same numbers, from ``after`` + 1 on.
    """
    drawn = _drawn(scene, territory)
    bounds = drawn.projection.bounds if drawn else None
    cards: list[CardView] = []
    marked: list[MarkedPlace] = []
    for entry in entries:
        shown = card(scene, entry, lang)
        at = place_of(scene.portal, scene.geography, entry.reference)
        if at and bounds and bounds.holds(at):
            shown = replace(shown, number=after + len(marked) + 1)
            place = MarkedPlace(number=shown.number, title=shown.title, url=shown.url, lang=shown.lang, at=at)
            marked.append(replace(place, until=shown.until))
        cards.append(shown)
    return tuple(cards), tuple(marked)
