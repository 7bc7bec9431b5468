"""What a territory has to offer: its assets under each angle, on its map, and the people who lived there."""

from collections.abc import Iterator
from dataclasses import dataclass

from site_builder.model.entry import Content, Entry
from site_builder.model.registry import BY_KIND
from site_builder.model.territory import Territory
from site_builder.model.values import Lang
from site_builder.plan.pages import heading_key, list_key
from site_builder.render.positions import position_of
from site_builder.render.scene import Scene
from site_builder.render.views.common import CardView, LinkView, card, language_note, place_short
from site_builder.render.views.maps import MapView, MarkedPlace, territory_map
from site_builder.render.views.portrait.index import PortraitIndex

ASSET, PERSON = "asset", "ambassador"
PEOPLE = 6
"""Cards of people; their list has all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryLinkView:
    """An entry, its number on the map (0: it is not on it), and where it is."""

    number: int
    title: str
    url: str
    lang: str | None
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShelfView:
    """The entries of a territory under one heading, which has a page of its own."""

    heading: LinkView
    entries: tuple[EntryLinkView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferView:
    """``all_people``: where all are, if there are more than these."""

    shelves: tuple[ShelfView, ...]
    map: MapView | None
    people: tuple[CardView, ...]
    all_assets: LinkView
    all_people: str


def offer(scene: Scene, index: PortraitIndex, territory: Territory, lang: Lang) -> OfferView:
    """What lies in the territory, under the headings of the lists."""
    marked: list[MarkedPlace] = []
    shelves = tuple(_shelves(scene, index, territory, lang, marked))
    people = [entry for group in BY_KIND[PERSON].groups for entry in index.under(PERSON, group, territory.code)]
    assets = scene.page(list_key(ASSET), lang)
    return OfferView(
        shelves=shelves,
        map=territory_map(scene, territory, lang, marked=marked),
        people=tuple(card(scene, person, lang) for person in people[:PEOPLE]),
        all_assets=LinkView(title=assets.title if assets else "", url=scene.url(list_key(ASSET), lang)),
        all_people=scene.url(list_key(PERSON), lang) if len(people) > PEOPLE else "",
    )


def _shelves(
    scene: Scene, index: PortraitIndex, territory: Territory, lang: Lang, marked: list[MarkedPlace]
) -> Iterator[ShelfView]:
    """The angles under which something is here; what has a position is added to ``marked``."""
    for group in BY_KIND[ASSET].groups:
        found = index.under(ASSET, group, territory.code)
        if found:
            title = scene.words[lang].t(f"group.asset.{group}")
            heading = LinkView(title=title, url=scene.url(heading_key(ASSET, group), lang))
            entries = tuple(_entry(scene, entry, lang, marked) for entry in found)
            yield ShelfView(heading=heading, entries=entries)


def _entry(scene: Scene, entry: Entry[Content], lang: Lang, marked: list[MarkedPlace]) -> EntryLinkView:
    version, written = entry.pick(lang)
    at, url, foreign = position_of(entry.reference), scene.url(entry.key, lang), scene.words[lang].foreign(written)
    number = len(marked) + 1 if at else 0
    if at:
        marked.append(MarkedPlace(number=number, title=version.title, url=url, lang=foreign, at=at))
    note = language_note(scene, written, lang) or place_short(scene, version.territory, lang)
    return EntryLinkView(number=number, title=version.title, url=url, lang=foreign, note=note)
