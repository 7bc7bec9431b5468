"""The page of a discovery trail: its stops in their order, joined on a map, and how far each is from the next."""

from dataclasses import dataclass

from site_builder.model.trail import Duration, Trail
from site_builder.model.values import Lang, Source, Text
from site_builder.plan.pages import PagePlan, list_key
from site_builder.render.itinerary import Halt, halts, legs
from site_builder.render.said import Said
from site_builder.render.scene import Scene
from site_builder.render.views.common import (
    SourceView,
    language_note,
    place_short,
    source_view,
    values_of,
)
from site_builder.render.views.entries.entry import EntryView, entry
from site_builder.render.views.maps import MapView, MarkedPlace, territory_map
from site_builder.render.views.pictures import PictureView, picture_view
from site_builder.render.views.shared import Shared

HOUR = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class StopView:
    """A stop. ``url`` leads to its own page, which ``note`` says is in another language; ``next``: how far the next is.

    ``source``: where its position comes from, for a place that has no page. The map shows where all of them are: a stop
    has a picture, or none. ``until``: from when it is no longer shown, empty where it stays.
    """

    number: int
    id: str
    title: Said
    url: str
    text: Said
    place: str
    note: str
    next: str
    source: SourceView | None
    picture: PictureView | None
    until: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DurationView:
    """How long the trail takes, by which means, and who says so."""

    by: str
    time: str
    source: SourceView


@dataclass(frozen=True, slots=True, kw_only=True)
class TrailView(EntryView):
    """What pages/trail.html prints besides. ``distance``: of the whole trail in straight lines, if all are known."""

    stops: tuple[StopView, ...]
    distance: str
    durations: tuple[DurationView, ...]


def trail(scene: Scene, shared: Shared, page: PagePlan) -> TrailView:
    """A trail: its stops, the line that joins them, and how far it is."""
    lang, words = page.lang, scene.words[page.lang]
    version = scene.portal.by_key[page.key].versions[lang]
    assert isinstance(version, Trail)
    stops = halts(scene.portal, scene.geography, version)
    ways = legs(stops)
    known = [km for km in ways if km is not None]
    shown = {
        **values_of(entry(scene, shared, page)),
        "group_title": words.t("menu.trail"),
        "group_url": scene.url(list_key("trail"), lang),
        "map": _map(scene, version, stops, lang),
    }
    return TrailView(
        **shown,
        stops=tuple(_stop(scene, stop, km, lang) for stop, km in zip(stops, (*ways, None), strict=False)),
        distance=words.t("trail.distance_value", km=words.distance(sum(known))) if len(known) == len(ways) > 0 else "",
        durations=tuple(_duration(scene, each, lang) for each in version.durations),
    )


def stop_anchor(number: int) -> str:
    """Where a stop is on its trail's page."""
    return f"stop-{number}"


def _stop(scene: Scene, stop: Halt, km: float | None, lang: Lang) -> StopView:
    words, asset = scene.words[lang], stop.asset
    version = asset.reference if asset else None
    written = asset.pick(lang)[1] if asset else lang
    source = stop.stop.source
    return StopView(
        number=stop.number,
        id=stop_anchor(stop.number),
        title=words.shown(stop.name(words)),
        url=scene.url(asset.key, lang) if asset else "",
        text=_text(scene, stop, lang),
        place=place_short(scene, version.territory, lang) if version else "",
        note=language_note(scene, written, lang),
        next=words.t("trail.next", km=words.distance(km), number=stop.number + 1) if km is not None else "",
        source=_source(scene, source, lang) if source else None,
        picture=picture_view(scene, version.image) if version else None,
        until=scene.until(asset) if asset else "",
    )


def _text(scene: Scene, stop: Halt, lang: Lang) -> Said:
    """What to see there, in the trail's own words; else what the asset says of itself."""
    words = scene.words[lang]
    if stop.stop.text:
        return words.said(stop.stop.text)
    version, written = stop.asset.pick_field("summary", lang) if stop.asset else (None, lang)
    return words.shown(Text(text=version.summary, lang=written)) if version and version.summary else ""


def _duration(scene: Scene, duration: Duration, lang: Lang) -> DurationView:
    words = scene.words[lang]
    hours, minutes = divmod(duration.minutes, HOUR)
    form = "both" if hours and minutes else "hours" if hours else "minutes"
    return DurationView(
        by=words.t(f"trail.by.{duration.by.value}"),
        time=words.t(f"trail.time.{form}", hours=words.number(hours), minutes=f"{minutes:02}" if hours else minutes),
        source=_source(scene, duration.source, lang),
    )


def _source(scene: Scene, source: Source, lang: Lang) -> SourceView:
    """Its name stays in the reference language, as everywhere."""
    written = scene.words[scene.portal.reference_lang]
    return source_view(source, written.raised(source.name), scene.words[lang].foreign(written.lang))


def _map(scene: Scene, version: Trail, stops: tuple[Halt, ...], lang: Lang) -> MapView | None:
    """The map of the trail's territory; where a stop lies beyond it, of the nearest one round it that has them all."""
    territories = scene.portal.territories
    own = version.territory if version.territory in territories else scene.portal.settings.territory
    line = [str(own), *(above.code for above in reversed(territories.ancestors(str(own))))]
    drawn = [plan for plan in map(scene.geography.map_plan, line) if plan]
    placed = [(stop, stop.at) for stop in stops if stop.at]
    if not drawn or not placed:
        return None
    whole = (plan for plan in drawn if all(plan.projection.bounds.holds(at) for _, at in placed))
    chosen = next(whole, drawn[-1])
    words = scene.words[lang]
    marked = [
        MarkedPlace(
            number=stop.number,
            title=name.text,
            url=f"#{stop_anchor(stop.number)}",
            lang=words.foreign(name.lang),
            at=at,
        )
        for stop, at in placed
        for name in (stop.name(words),)
    ]
    shown = str(own) if chosen is drawn[0] else chosen.code
    return territory_map(scene, territories[shown], lang, marked=marked, joined=True)
