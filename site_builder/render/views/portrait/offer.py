"""What a territory has to offer: its assets under each angle, on its map, and the people who lived there."""

from collections.abc import Iterable
from dataclasses import dataclass

from site_builder.model.registry import BY_KIND
from site_builder.model.territory import Territory
from site_builder.model.values import Lang
from site_builder.plan.pages import heading_key, list_key
from site_builder.render.scene import Scene
from site_builder.render.views.common import CardView, LinkView, card
from site_builder.render.views.maps import MapView, MarkedPlace, numbered_cards, territory_map
from site_builder.render.views.portrait.index import PortraitIndex

ASSET, PERSON = "asset", "ambassador"
PEOPLE = 6
"""Cards of people; their list has all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryLinkView:
    """An entry, its number on the map (0: it is not on it), where it is and in which other language.

    ``until``: as for links.
    """

    number: int
    title: str
    url: str
    lang: str | None
    note: str
    until: str


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
    marked: tuple[MarkedPlace, ...] = ()
    shelves: list[ShelfView] = []
    for group in BY_KIND[ASSET].groups:
        found = index.under(ASSET, group, territory.code)
        cards, here = numbered_cards(scene, found, lang, territory, after=len(marked))
        marked += here
        if cards:
            shelves.append(_shelf(scene, group, cards, lang))
    people = [entry for group in BY_KIND[PERSON].groups for entry in index.under(PERSON, group, territory.code)]
    assets = scene.page(list_key(ASSET), lang)
    return OfferView(
        shelves=tuple(shelves),
        map=territory_map(scene, territory, lang, marked=marked),
        people=tuple(card(scene, person, lang) for person in people[:PEOPLE]),
        all_assets=LinkView(title=assets.title if assets else "", url=scene.url(list_key(ASSET), lang)),
        all_people=scene.url(list_key(PERSON), lang) if len(people) > PEOPLE else "",
    )


def _note(card: CardView) -> str:
    """Where it is, and the language that it is written in, if that is not the page's."""
    return " · ".join(part for part in (card.place, card.note) if part)


def _shelf(scene: Scene, group: str, cards: Iterable[CardView], lang: Lang) -> ShelfView:
    """What stands under a heading: titles alone, there may be hundreds of them."""
    title = scene.words[lang].t(f"group.asset.{group}")
    entries = (
        EntryLinkView(
            number=each.number, title=each.title, url=each.url, lang=each.lang, note=_note(each), until=each.until
        )
        for each in cards
    )
    return ShelfView(
        heading=LinkView(title=title, url=scene.url(heading_key(ASSET, group), lang)), entries=tuple(entries)
    )
