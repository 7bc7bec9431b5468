"""List pages: every entry of a type under its group headings."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from site_builder.model.registry import BY_KIND, CONTENT_TYPES, Beside, Family, UnderHeadings
from site_builder.model.values import Lang
from site_builder.plan.pages import WORDING, PagePlan, heading_key, list_key
from site_builder.render.scene import Scene
from site_builder.render.views.common import CardView, LinkView
from site_builder.render.views.entries.narrowing import NarrowingView, narrowings
from site_builder.render.views.facets import PLACE, facets_of
from site_builder.render.views.maps import MapView, MarkedPlace, numbered_cards, territory_map
from site_builder.render.views.shared import Shared


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupView:
    """A heading and its cards; empty groups are left out. Without an address: all the cards of a list in one piece."""

    id: str
    title: str
    url: str
    cards: tuple[CardView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ListView:
    """What pages/list.html prints.

    ``beside``: the lists that this one leads to; ``narrowings``: what its script may leave out cards by; ``script``:
    its address; ``everywhere``: the heading under which it puts what is of the whole territory when a place is chosen.
    """

    family: Family
    title: str
    summary: str
    groups: tuple[GroupView, ...]
    map: MapView | None
    beside: tuple[LinkView, ...]
    wording_url: str
    narrowings: tuple[NarrowingView, ...]
    script: str
    everywhere: str


def entry_list(scene: Scene, shared: Shared, page: PagePlan) -> ListView:
    """All entries of a type, in the order of its groups."""
    kind = page.subject
    words = scene.words[page.lang]
    groups = []
    root = scene.portal.territories[scene.portal.settings.territory]
    marked: list[MarkedPlace] = []
    listing = BY_KIND[kind].listing
    assert isinstance(listing, UnderHeadings | Beside)
    ways, name = (
        narrowings(scene, scene.portal.entries.get(kind, ()), page.lang),
        scene.portal.names.get(root.code, page.lang),
    )
    for group in BY_KIND[kind].groups or (None,):
        entries = scene.portal.groups.get((kind, group), ())
        cards, found = numbered_cards(scene, entries, page.lang, root, after=len(marked))
        marked += found
        facets = (facets_of(scene, entry, page.lang) for entry in entries)
        cards = tuple(replace(card, facets=found_by) for card, found_by in zip(cards, facets, strict=True))
        if cards:
            url = scene.url(heading_key(kind, group), page.lang) if group else ""
            title = words.t(f"group.{kind}.{group}") if group else words.t(f"heading.count.{kind}", n=len(cards))
            groups.append(GroupView(id=group or kind, title=title, url=url, cards=cards))
    return ListView(
        family=listing.family,
        title=page.title,
        summary=page.description,
        groups=tuple(groups),
        map=territory_map(scene, root, page.lang, marked=marked) if marked else None,
        beside=tuple(_beside(scene, kind, page.lang)),
        wording_url=scene.url(WORDING, page.lang) if kind == "guideline" else "",
        narrowings=ways,
        script=scene.links.file(scene.assets["list"]),
        everywhere=words.t("list.everywhere", **name.forms) if any(way.name == PLACE for way in ways) else "",
    )


def _beside(scene: Scene, kind: str, lang: Lang) -> Iterator[LinkView]:
    """The lists that stand beside that of a kind."""
    for content_type in CONTENT_TYPES:
        listing, key = content_type.listing, list_key(content_type.kind)
        if isinstance(listing, Beside) and listing.kind == kind and scene.page(key, lang):
            yield LinkView(title=scene.words[lang].t(f"menu.{content_type.kind}"), url=scene.url(key, lang))
