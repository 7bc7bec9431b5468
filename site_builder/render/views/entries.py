"""Entry pages: an asset, a person, a page of the Carnet, a free page."""

from collections.abc import Mapping
from dataclasses import dataclass

from site_builder.model.ambassador import Ambassador
from site_builder.model.asset import Asset
from site_builder.model.entry import Content, Entry
from site_builder.model.guideline import Guideline
from site_builder.model.values import Lang
from site_builder.plan.pages import PagePlan, list_key
from site_builder.render.scene import Scene
from site_builder.render.views.common import (
    CardView,
    card,
    checked,
    initials,
    place_link,
    sources,
    years,
)
from site_builder.render.views.guide import MapView, territory_map
from site_builder.render.views.sections import Shared

OTHERS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class ImageView:
    """An image with what must be said of it."""

    src: str
    alt: str
    credit: str
    licence: str


def entry(scene: Scene, shared: Shared, page: PagePlan) -> Mapping[str, object]:
    """What every entry page prints; the types below add their own."""
    found = _entry(scene, page)
    version = found.versions[page.lang]
    html = scene.html(found, page.lang)
    group = version.group
    words = scene.words[page.lang]
    return {
        "entry": version,
        "body": html.body,
        "see": html.see,
        "group_title": words.t(f"group.{page.kind}.{group}") if group else "",
        "group_url": scene.url(list_key(page.kind), page.lang, group) if group else "",
        "place": place_link(scene, version.territory, page.lang),
        "sources": sources(version),
        "checked": checked(scene, version, page.lang),
        "image": _image(scene, version, page.lang),
        "map": _map(scene, version, page.lang),
        "others": _others(scene, found, page.lang),
    }


def asset(scene: Scene, shared: Shared, page: PagePlan) -> Mapping[str, object]:
    """An asset: its position in words."""
    context = entry(scene, shared, page)
    version = _entry(scene, page).versions[page.lang]
    assert isinstance(version, Asset)
    words = scene.words[page.lang]
    position = ""
    if version.position:
        position = words.t(
            "fact.position_value",
            latitude=words.degrees(version.position.latitude),
            longitude=words.degrees(version.position.longitude),
        )
    return {**context, "position": position}


def ambassador(scene: Scene, shared: Shared, page: PagePlan) -> Mapping[str, object]:
    """A person: a life in dates, in their own words where we have them."""
    context = entry(scene, shared, page)
    version = _entry(scene, page).versions[page.lang]
    assert isinstance(version, Ambassador)
    return {
        **context,
        "occupation": version.occupation,
        "years": years(version),
        "initials": initials(version.title),
        "born": version.born,
        "died": version.died,
        "quote": version.quote,
        "career": version.career,
    }


def guideline(scene: Scene, shared: Shared, page: PagePlan) -> Mapping[str, object]:
    """A page of the Carnet: what to say, what to avoid, why."""
    context = entry(scene, shared, page)
    found = _entry(scene, page)
    version = found.versions[page.lang]
    assert isinstance(version, Guideline)
    sector = scene.portal.sectors.get(version.sector or "")
    return {
        **context,
        "sector": scene.words[page.lang].label(sector.name).text if sector else "",
        "wording": version.wording,
    }


def _entry(scene: Scene, page: PagePlan) -> Entry[Content]:
    return scene.portal.by_key[page.key]


def _image(scene: Scene, version: Content, lang: Lang) -> ImageView | None:
    media = scene.portal.media.get(version.image or "")
    if media is None:
        return None
    alt = scene.words[lang].label(media.sidecar.alt)
    return ImageView(
        src=scene.links.file(media.path),
        alt=alt.text,
        credit=media.sidecar.credit,
        licence=media.sidecar.licence,
    )


def _map(scene: Scene, version: Content, lang: Lang) -> MapView | None:
    if version.territory is None or version.territory not in scene.portal.territories:
        return None
    return territory_map(scene, scene.portal.territories[version.territory], lang)


def _others(scene: Scene, found: Entry[Content], lang: Lang) -> tuple[CardView, ...]:
    """The next entries of the same group, in the order of the list, round to its beginning."""
    siblings = scene.portal.groups[found.kind, found.reference.group]
    at = siblings.index(found)
    following = [*siblings[at + 1 :], *siblings[:at]]
    return tuple(card(scene, other, lang) for other in following[:OTHERS])
