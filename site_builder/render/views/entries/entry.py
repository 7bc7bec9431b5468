"""Entry pages: an asset, a person, a page of the Carnet, a free page."""

from dataclasses import dataclass

from markupsafe import Markup

from site_builder.model.ambassador import Ambassador, Quote, Step
from site_builder.model.asset import Asset, is_place_of_memory
from site_builder.model.entry import Content, Entry
from site_builder.model.guideline import Guideline
from site_builder.model.values import Lang, Moment
from site_builder.plan.pages import PagePlan, heading_key
from site_builder.render.positions import position_of
from site_builder.render.raised import Line
from site_builder.render.said import Said
from site_builder.render.scene import Scene
from site_builder.render.views.common import (
    CardView,
    LinkView,
    SourceView,
    VignetteView,
    card,
    checked,
    initials,
    place_link,
    sources,
    values_of,
    vignette,
    years,
)
from site_builder.render.views.entries.details import DetailView, WordView, details, themes, trails_through
from site_builder.render.views.entries.glossary import WordingView
from site_builder.render.views.entries.proofs import ProofLinkView, proofs_named
from site_builder.render.views.maps import MapView, MarkedPlace, territory_map
from site_builder.render.views.pictures import PictureView, picture_view
from site_builder.render.views.shared import Shared

OTHERS = 3
LONG_QUOTE = 90
"""Characters after which a quote is set in smaller type."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImageView:
    """An image with what must be said of it. ``lang`` is set when ``alt`` is not in the page's language."""

    picture: PictureView
    alt: str
    lang: Lang | None
    credit: str
    licence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryView:
    """What every entry page prints; the templates of types without a view print fields of ``entry`` too.

    ``print``: where it is as a small print, for pages that have no image to show.
    """

    entry: Content
    lead: Line
    body: Markup
    see: Markup
    group_title: str
    group_url: str
    place: LinkView | None
    details: tuple[DetailView, ...]
    themes: tuple[WordView, ...]
    sources: tuple[SourceView, ...]
    proofs: tuple[ProofLinkView, ...]
    checked: Line
    image: ImageView | None
    map: MapView | None
    print: VignetteView | None
    others: tuple[CardView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AssetView(EntryView):
    """What pages/asset.html prints besides: the position in words, and what the line ``see`` is called."""

    position: str
    see_label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AmbassadorView(EntryView):
    """What pages/ambassador.html prints besides."""

    occupation: str | None
    years: str
    initials: str
    born: Moment | None
    died: Moment | None
    quote: Quote | None
    long_quote: bool
    career: tuple[Step, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GuidelineView(EntryView):
    """What pages/guideline.html prints besides."""

    sector: Said
    wording: tuple[WordingView, ...]


def entry(scene: Scene, shared: Shared, page: PagePlan) -> EntryView:
    """What every entry page prints; the types below add their own."""
    found = _entry(scene, page)
    version = found.versions[page.lang]
    html = scene.html(found, page.lang)
    group = version.group
    words = scene.words[page.lang]
    return EntryView(
        entry=version,
        lead=words.raised(version.summary or ""),
        body=html.body,
        see=html.see,
        group_title=words.t(f"group.{page.kind}.{group}") if group else "",
        group_url=scene.url(heading_key(page.kind, group), page.lang) if group else "",
        place=place_link(scene, version.territory, page.lang),
        details=details(scene, version, page.lang),
        themes=themes(scene, version, page.lang),
        sources=sources(scene, version, page.lang),
        proofs=proofs_named(scene, version, page.lang),
        checked=checked(scene, version, page.lang),
        image=_image(scene, version, page.lang),
        map=_map(scene, version, page.lang),
        print=vignette(scene, found),
        others=_others(scene, found, page.lang),
    )


def asset(scene: Scene, shared: Shared, page: PagePlan) -> AssetView:
    """An asset: its position in words."""
    shown = values_of(entry(scene, shared, page))
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
    see_label = words.t("entry.before_visit" if version.place_of_memory else "entry.see")
    shown["details"] += trails_through(scene, shared.trails, version.id, page.lang)
    return AssetView(**shown, position=position, see_label=see_label)


def ambassador(scene: Scene, shared: Shared, page: PagePlan) -> AmbassadorView:
    """A person: a life in dates, in their own words where we have them."""
    shown = values_of(entry(scene, shared, page))
    version = _entry(scene, page).versions[page.lang]
    assert isinstance(version, Ambassador)
    return AmbassadorView(
        **shown,
        occupation=version.occupation,
        years=years(version),
        initials=initials(version.title),
        born=version.born,
        died=version.died,
        quote=version.quote,
        long_quote=bool(version.quote and len(version.quote.text) > LONG_QUOTE),
        career=version.career,
    )


def guideline(scene: Scene, shared: Shared, page: PagePlan) -> GuidelineView:
    """A page of the Carnet: what to say, what to avoid, why."""
    shown = values_of(entry(scene, shared, page))
    found = _entry(scene, page)
    version = found.versions[page.lang]
    assert isinstance(version, Guideline)
    sector = scene.portal.sectors.get(version.sector or "")
    return GuidelineView(
        **shown,
        sector=scene.words[page.lang].said(sector.name) if sector else "",
        wording=tuple(WordingView(say=row.say, avoid=row.avoid, why=row.why) for row in version.wording),
    )


def _entry(scene: Scene, page: PagePlan) -> Entry[Content]:
    return scene.portal.by_key[page.key]


def _image(scene: Scene, version: Content, lang: Lang) -> ImageView | None:
    media, picture = scene.portal.media.get(version.image or ""), picture_view(scene, version.image)
    if media is None or picture is None:
        return None
    words = scene.words[lang]
    alt = words.label(media.sidecar.alt)
    return ImageView(
        picture=picture,
        alt=alt.text,
        lang=words.foreign(alt.lang),
        credit=media.sidecar.credit,
        licence=media.sidecar.licence,
    )


def _map(scene: Scene, version: Content, lang: Lang) -> MapView | None:
    if version.territory is None or version.territory not in scene.portal.territories:
        return None
    at = position_of(version)
    marked = (MarkedPlace(at=at),) if at else ()
    return territory_map(scene, scene.portal.territories[version.territory], lang, marked=marked)


def _others(scene: Scene, found: Entry[Content], lang: Lang) -> tuple[CardView, ...]:
    """The next entries of the same group, in the order of the list, round to its beginning."""
    siblings = scene.portal.groups[found.kind, found.reference.group]
    at = siblings.index(found)
    following = [e for e in (*siblings[at + 1 :], *siblings[:at]) if not is_place_of_memory(e.reference)]
    return tuple(card(scene, other, lang) for other in following[:OTHERS])
