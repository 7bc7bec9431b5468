"""Entries that have a page: what each is, where it is, when it is, what it looks like."""

from zoneinfo import ZoneInfo

from site_builder.model.entry import Content
from site_builder.model.event import Event
from site_builder.model.page import Page
from site_builder.model.trail import Trail
from site_builder.model.values import Lang, geo_coordinates
from site_builder.plan.pages import PagePlan
from site_builder.render.described.writing import SUBJECT, Json, item_list
from site_builder.render.itinerary import halts
from site_builder.render.scene import Scene


def version_of(scene: Scene, page: PagePlan) -> Content | None:
    """The entry that the page shows, as it is written in the page's language."""
    entry = scene.portal.by_key.get(page.key)
    return entry.versions.get(page.lang) if entry else None


def entry_subject(scene: Scene, page: PagePlan) -> Json | None:
    """The entry of a page; None for a free page, which is about nothing but itself."""
    version = version_of(scene, page)
    if version is None or isinstance(version, Page):
        return None
    described = {**version.schema_org(), **_dates(scene, version), **_itinerary(scene, version, page.lang)}
    known: Json = {**described, **SUBJECT, "name": version.title, "description": page.description}
    term = version.territory_term
    code = version.territory
    if term and code in scene.portal.territories:
        known[term] = _with_territory(scene, str(code), page.lang, known.get(term))
    return {**known, **_image(scene, version)}


def _with_territory(scene: Scene, code: str, lang: Lang, place: Json | None) -> Json:
    """A territory; round the ``place`` that is known already."""
    named: Json = {"@type": "Place", "name": scene.portal.names.get(code, lang).name}
    return {**place, "containedInPlace": named} if place else named


def _image(scene: Scene, version: Content) -> Json:
    """The entry's image, and whose it is."""
    media = scene.portal.media.get(version.image or "")
    if media is None or media.path not in scene.pictures:
        return {}
    address = scene.links.absolute(media.path)
    return {"image": {"@type": "ImageObject", "contentUrl": address, "creditText": media.sidecar.credit}}


def _dates(scene: Scene, version: Content) -> Json:
    """When an event is, with the offset of the portal's time zone."""
    if not isinstance(version, Event):
        return {}
    zone = ZoneInfo(scene.portal.settings.time_zone)
    known: Json = {"startDate": version.starts.in_zone(zone)}
    return {**known, "endDate": version.ends.in_zone(zone)} if version.ends else known


def _itinerary(scene: Scene, version: Content, lang: Lang) -> Json:
    """The stops of a trail, in their order (https://schema.org/itinerary)."""
    if not isinstance(version, Trail):
        return {}
    items = []
    for halt in halts(scene.portal, scene.geography, version):
        place: Json = {"@type": halt.schema_type, "name": halt.name(scene.words[lang]).text}
        page = scene.page(halt.asset.key, lang) if halt.asset else None
        if page:
            place["url"] = scene.links.absolute(page.path)
        if halt.at:
            place["geo"] = geo_coordinates(halt.at)
        items.append({"item": place})
    return {"itinerary": item_list(items)}
