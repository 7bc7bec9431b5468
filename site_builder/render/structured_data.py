"""schema.org descriptions of pages (JSON-LD 1.1), which search engines read."""

import json
from typing import Any
from zoneinfo import ZoneInfo

from markupsafe import Markup

from site_builder.model.entry import Content
from site_builder.model.event import Event
from site_builder.model.page import Page
from site_builder.model.trail import Trail
from site_builder.model.values import Lang, geo_coordinates
from site_builder.plan.pages import DIRECTORY, GUIDE, HEADING, LIST, PagePlan
from site_builder.render.crumbs import crumb_title, crumbs_of
from site_builder.render.itinerary import halts
from site_builder.render.scene import Scene

Json = dict[str, Any]
SUBJECT: Json = {"@id": "#subject"}
"""What the page is about, by an address within the page: relative to it (JSON-LD 1.1 §7.1), which is shorter."""
_WRITER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False)

PLACELESS = frozenset({"Person", Trail.SCHEMA_TYPE})
"""Types for which schema.org has no property that names a territory."""


def json_ld(scene: Scene, page: PagePlan) -> Markup:
    """A ``<script>`` of data for the page: what it is, what it is about, where it stands."""
    graph = [_web_page(scene, page), *_subjects(scene, page), *_trail(scene, page)]
    data = {"@context": "https://schema.org", "@graph": graph}
    # "<" is escaped so that no text can close the element (HTML Standard §4.12.1.3).
    text = _WRITER.encode(data).replace("<", "\\u003c")
    return Markup(f'<script type="application/ld+json">{text}</script>')  # noqa: S704 - escaped on the line above


def _web_page(scene: Scene, page: PagePlan) -> Json:
    kind = "CollectionPage" if page.kind in {LIST, DIRECTORY, HEADING} else "WebPage"
    described: Json = {
        "@type": kind,
        "@id": scene.links.absolute(page.path),
        "inLanguage": page.lang,
    }
    if page.kind == GUIDE:  # its title is its name: nine pages in ten are guides, and bytes count
        return {**described, "mainEntity": SUBJECT}
    described["name"] = page.title
    return described if _entry_version(scene, page) is None else {**described, "mainEntity": SUBJECT}


def _subjects(scene: Scene, page: PagePlan) -> list[Json]:
    if page.kind == GUIDE:
        return [{**SUBJECT, **_territory(scene, page)}, *_office(scene, page, SUBJECT)]
    version = _entry_version(scene, page)
    if version is None:
        return []
    described = {**version.schema_org(), **_dates(scene, version), **_itinerary(scene, version, page.lang)}
    known: Json = {**described, **SUBJECT, "name": version.title, "description": page.description}
    if version.territory in scene.portal.territories and known["@type"] not in PLACELESS:
        place = scene.portal.names.get(str(version.territory), page.lang)
        term = "containedInPlace" if "geo" in known else version.TERRITORY_TERM
        known.setdefault(term, {"@type": "Place", "name": place.name})
    return [{**known, **_image(scene, version)}]


def _image(scene: Scene, version: Content) -> Json:
    """The entry's image, and whose it is."""
    media = scene.portal.media.get(version.image or "")
    if media is None or media.path not in scene.pictures:
        return {}
    address = scene.links.absolute(media.path)
    return {"image": {"@type": "ImageObject", "contentUrl": address, "creditText": media.sidecar.credit}}


def _entry_version(scene: Scene, page: PagePlan) -> Content | None:
    entry = scene.portal.by_key.get(page.key)
    version = entry.versions.get(page.lang) if entry else None
    return None if isinstance(version, Page) else version


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
        items.append({"@type": "ListItem", "position": halt.number, "item": place})
    return {"itinerary": {"@type": "ItemList", "numberOfItems": len(items), "itemListElement": items}}


def _territory(scene: Scene, page: PagePlan) -> Json:
    territory = scene.portal.territories[page.subject]
    name = scene.portal.names.get(territory.code, page.lang)
    described: Json = {"@type": "AdministrativeArea", "name": name.name, "identifier": territory.code}
    ancestors = scene.portal.territories.ancestors(territory.code)
    if ancestors:
        above = scene.portal.names.get(ancestors[-1].code, page.lang)
        described["containedInPlace"] = {"@type": "AdministrativeArea", "name": above.name}
    position = scene.geography.positions.get(territory.code)
    if position:
        described["geo"] = geo_coordinates(position)
    return described


def _office(scene: Scene, page: PagePlan, area: Json) -> list[Json]:
    """The territory's own town hall, or what stands for it."""
    role = scene.portal.settings.place_role
    contact = scene.portal.directory.own(role, page.subject) if role else None
    if contact is None:
        return []
    name = str(scene.words[page.lang].said(contact.name))
    described: Json = {"@type": "GovernmentOffice", "name": name, "areaServed": area}
    for key, value in (
        ("address", contact.address),
        ("telephone", contact.telephone),
        ("email", contact.email),
        ("url", contact.website),
    ):
        if value:
            described[key] = value
    return [described]


def _trail(scene: Scene, page: PagePlan) -> list[Json]:
    """The crumbs; the page itself comes last, without an address: it is this one."""
    crumbs = crumbs_of(scene, page)
    if not crumbs:
        return []
    above = scene.once(_items_above, tuple(crumb.key for crumb in crumbs), page.lang)
    return [{"@type": "BreadcrumbList", "itemListElement": [*above, _item(scene, page, len(above) + 1)]}]


def _items_above(scene: Scene, keys: tuple[str, ...], lang: Lang) -> tuple[Json, ...]:
    crumbs = (scene.page(key, lang) for key in keys)
    return tuple(
        {**_item(scene, crumb, position), "item": scene.links.absolute(crumb.path)}
        for position, crumb in enumerate(filter(None, crumbs), start=1)
    )


def _item(scene: Scene, page: PagePlan, position: int) -> Json:
    return {"@type": "ListItem", "position": position, "name": crumb_title(scene, page)}
