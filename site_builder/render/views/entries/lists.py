"""List pages: every entry of a type under its group headings."""

from dataclasses import dataclass

from site_builder.model.registry import BY_KIND, Family, UnderHeadings
from site_builder.plan.pages import WORDING, PagePlan
from site_builder.render.scene import Scene
from site_builder.render.views.common import CardView, card
from site_builder.render.views.guide.page import MapView, territory_map
from site_builder.render.views.shared import Shared


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupView:
    """A heading and its cards; empty groups are left out."""

    id: str
    title: str
    cards: tuple[CardView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ListView:
    """What pages/list.html prints."""

    family: Family
    title: str
    summary: str
    groups: tuple[GroupView, ...]
    map: MapView | None
    wording_url: str


def entry_list(scene: Scene, shared: Shared, page: PagePlan) -> ListView:
    """All entries of a type, in the order of its groups."""
    kind = page.subject
    words = scene.words[page.lang]
    groups = []
    listing = BY_KIND[kind].listing
    assert isinstance(listing, UnderHeadings)
    for group in listing.groups:
        cards = tuple(card(scene, entry, page.lang) for entry in scene.portal.groups.get((kind, group), ()))
        if cards:
            groups.append(GroupView(id=group, title=words.t(f"group.{kind}.{group}"), cards=cards))
    root = scene.portal.territories[scene.portal.settings.territory]
    return ListView(
        family=listing.family,
        title=page.title,
        summary=page.description,
        groups=tuple(groups),
        map=territory_map(scene, root, page.lang),
        wording_url=scene.url(WORDING, page.lang) if kind == "guideline" else "",
    )
