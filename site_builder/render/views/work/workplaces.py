"""Where to live around a workplace: the places within 30 km, nearest first."""

import json
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from site_builder.geo.distance import EARTH_RADIUS_KM, Near
from site_builder.language.locales import locale_of
from site_builder.language.numbers import DECIMALS_BELOW, METRES_BELOW_KM, shown_km
from site_builder.model.slugs import fold
from site_builder.model.values import Lang
from site_builder.plan.files import nearby_file
from site_builder.plan.pages import PLACES, WORKPLACES, PagePlan, guide_key, workplace_key
from site_builder.plan.work import larger_towns
from site_builder.render.said import Said, joined
from site_builder.render.scene import Scene
from site_builder.render.views.common import LinkView
from site_builder.render.views.doors.finder import FinderView, finder
from site_builder.render.views.listed_places import PlaceView, listed_name, place_view
from site_builder.render.views.shared import Shared
from site_builder.render.views.welcome.journey import PLACE_PARAMETER

LIMITS_KM = (5, 10, 20, 30)
"""Where each band ends, itself left out but for the last: one is at 5 km *from* 5 to 10 km."""

_RULES = json.dumps(
    {"limits": LIMITS_KM, "radius": EARTH_RADIUS_KM, "decimals": DECIMALS_BELOW, "metres": METRES_BELOW_KM}
)


Home = tuple[PlaceView, str]
"""A place where one may live, and how far it is in a straight line, in words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BandView:
    """The places between two distances, nearest first. ``id`` is its anchor; nearby.js fills bands without homes."""

    id: str
    title: str
    homes: tuple[Home, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureView:
    """How the distances of a page are to be read: from where to where, who says it, what they leave out."""

    note: str
    sources: Said
    border: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TownsView:
    """The workplaces of one territory below the root."""

    name: str
    url: str
    towns: tuple[LinkView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkplacesView:
    """What pages/workplaces.html prints.

    ``bands`` are empty: nearby.js fills them from the file ``data_url`` for a place of which no page was made.
    """

    title: str
    summary: str
    finder: FinderView
    groups: tuple[TownsView, ...]
    bands: tuple[BandView, ...]
    measure: MeasureView
    guides_url: str
    data_url: str
    unknown: str
    locale: str
    """A BCP 47 tag with its region."""
    rules: str
    """How distances are measured, written and put into bands: the limits of this module, in JSON, for nearby.js."""
    script: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkplaceView:
    """What pages/workplace.html prints; no ``bands`` where nobody knows where the town is."""

    title: str
    summary: str
    itself: str
    guide: LinkView
    inhabitants: str
    bands: tuple[BandView, ...]
    measure: MeasureView
    others_url: str


def workplaces(scene: Scene, shared: Shared, page: PagePlan) -> WorkplacesView:
    """The towns of the portal, and the field for every other place."""
    lang, words = page.lang, scene.words[page.lang]
    root = scene.portal.names.get(scene.portal.settings.territory, lang)
    return WorkplacesView(
        title=page.title,
        summary=page.description,
        finder=replace(finder(scene, lang), action=scene.links.to(page)),
        groups=_towns(scene, lang),
        bands=tuple(_band(scene, index, (), lang) for index in range(len(LIMITS_KM))),
        measure=_measure(scene, lang),
        guides_url=scene.url(PLACES, lang),
        data_url=scene.links.file(nearby_file()),
        unknown=words.t("workplaces.unknown", **root.forms),
        locale=str(locale_of(lang, reference=scene.portal.reference_lang)).replace("_", "-"),
        rules=_RULES,
        script=scene.links.file(scene.assets["nearby"]),
    )


def workplace(scene: Scene, shared: Shared, page: PagePlan) -> WorkplaceView:
    """What lies around one town."""
    code, lang, words = page.subject, page.lang, scene.words[page.lang]
    population, around = scene.portal.populations.get(code), scene.once(_around, code)
    town = scene.portal.names.get(code, lang)
    root = scene.portal.names.get(scene.portal.settings.territory, lang)
    forms = {"at": town.at, "of": town.of, "to": town.to, "name": town.name, "root_at": root.at, "root": root.name}
    alone = "workplace.none" if code in scene.geography.positions else "workplace.unplaced"
    return WorkplaceView(
        title=page.title,
        summary=words.t("workplace.summary" if around else alone, n=len(around) or None, **forms),
        itself=words.t("workplace.itself", **town.forms),
        guide=LinkView(
            title=words.t("guide.title", **town.forms),
            url=scene.url(guide_key(code), lang),
        ),
        inhabitants=words.t("fact.inhabitants", n=population) if population is not None else "",
        bands=_bands(scene, around, lang),
        measure=_measure(scene, lang),
        others_url=scene.url(WORKPLACES, lang),
    )


def workplace_link(scene: Scene, code: str, lang: Lang) -> LinkView | None:
    """Where the places around ``code`` are: its page, else the common one that asks for its name.

    None for the wider levels: nobody works in a département.
    """
    if not scene.portal.territories.is_nearest(scene.portal.territories[code]):
        return None
    own, common = scene.page(workplace_key(code), lang), scene.page(WORKPLACES, lang)
    if common is None:
        return None
    place = scene.portal.names.get(code, lang)
    url = scene.links.to(own or common)
    return LinkView(
        title=scene.words[lang].t("workplace.link", **place.forms),
        url=url if own else f"{url}?{PLACE_PARAMETER}={scene.portal.slugs[code]}",
    )


def band_of(km: float) -> int:
    """Which band a distance of at most 30 km is in, as it is shown: what reads "5 km" is not below 5 km."""
    return bisect_right(LIMITS_KM[:-1], shown_km(km))


def _around(scene: Scene, code: str) -> tuple[tuple[Near, int], ...]:
    """The places that far from one, nearest first, each with its band."""
    position = scene.geography.positions.get(code)
    near = scene.geography.places.within(position, LIMITS_KM[-1]) if position else ()
    return tuple((each, band_of(each.km)) for each in near if each.code != code)


def _bands(scene: Scene, around: Iterable[tuple[Near, int]], lang: Lang) -> tuple[BandView, ...]:
    """Those in which somebody lives."""
    homes: dict[int, list[Home]] = defaultdict(list)
    distance = scene.words[lang].distance
    for near, band in around:
        homes[band].append((scene.once(place_view, near.code, lang), distance(near.km)))
    return tuple(_band(scene, index, tuple(homes[index]), lang) for index in sorted(homes))


def _band(scene: Scene, index: int, homes: tuple[Home, ...], lang: Lang) -> BandView:
    words = scene.words[lang]
    to = words.number(LIMITS_KM[index])
    if index == 0:
        title = words.t("workplace.band_under", to=to)
    else:
        title = words.t("workplace.band", start=words.number(LIMITS_KM[index - 1]), to=to)
    return BandView(id=f"km-{LIMITS_KM[index]}", title=title, homes=homes)


def _measure(scene: Scene, lang: Lang) -> MeasureView:
    words = scene.words[lang]
    root = scene.portal.names.get(scene.portal.settings.territory, lang)
    named = [words.said(source.name) for source in scene.portal.settings.open_data]
    return MeasureView(
        note=words.t("workplace.note"),
        sources=words.say("fact.source", sources=joined(named, " · ")) if named else "",
        border=words.t("workplace.border", **root.forms),
    )


def _towns(scene: Scene, lang: Lang) -> tuple[TownsView, ...]:
    """By the territory just below the root, in reading order; the root itself for those that lie in no other."""
    found: dict[str, list[LinkView]] = defaultdict(list)
    for town in larger_towns(scene.portal):
        line = scene.portal.territories.line(town.code)
        link = LinkView(title=listed_name(scene, town.code, lang), url=scene.url(workplace_key(town.code), lang))
        found[line[1] if len(line) > 2 else line[0]].append(link)
    groups = (
        TownsView(
            name=scene.portal.names.get(code, lang).name,
            url=scene.url(guide_key(code), lang),
            towns=tuple(sorted(towns, key=lambda town: fold(str(town.title)))),
        )
        for code, towns in found.items()
    )
    return tuple(sorted(groups, key=lambda group: fold(group.name)))
