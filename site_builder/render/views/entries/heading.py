"""The page of one heading of a list: an angle of the assets, a theme of the people, a part of the Carnet."""

from dataclasses import dataclass

from site_builder.model.registry import BY_KIND, Family, UnderHeadings
from site_builder.plan.pages import PagePlan, heading_key, list_key
from site_builder.render.scene import Scene
from site_builder.render.views.common import CardView, LinkView
from site_builder.render.views.maps import MapView, numbered_cards, territory_map
from site_builder.render.views.shared import Shared


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadingView:
    """What pages/heading.html prints. The note of each of the ``others`` says how many entries it has."""

    family: Family
    whole: LinkView
    title: str
    summary: str
    count: str
    cards: tuple[CardView, ...]
    map: MapView | None
    others: tuple[LinkView, ...]


def heading(scene: Scene, shared: Shared, page: PagePlan) -> HeadingView:
    """The entries under the heading, in their order, and where they are."""
    kind, lang = page.subject, page.lang
    listing = BY_KIND[kind].listing
    assert isinstance(listing, UnderHeadings)
    group = next(group for group in listing.groups if heading_key(kind, group) == page.key)
    root = scene.portal.territories[scene.portal.settings.territory]
    cards, marked = numbered_cards(scene, scene.portal.groups.get((kind, group), ()), lang, root)
    whole = scene.page(list_key(kind), lang)
    return HeadingView(
        family=listing.family,
        whole=LinkView(title=whole.title if whole else "", url=scene.url(list_key(kind), lang)),
        title=page.title,
        summary=page.description,
        count=scene.words[lang].t(f"heading.count.{kind}", n=len(cards)),
        cards=cards,
        map=territory_map(scene, root, lang, marked=marked) if marked else None,
        others=tuple(heading_link(scene, kind, other, lang) for other in listing.groups if other != group),
    )


def heading_link(scene: Scene, kind: str, group: str, lang: str) -> LinkView:
    """Where a heading leads, and how many entries are there."""
    words = scene.words[lang]
    count = len(scene.portal.groups.get((kind, group), ()))
    return LinkView(
        title=words.t(f"group.{kind}.{group}"),
        url=scene.url(heading_key(kind, group), lang),
        note=words.t(f"heading.count.{kind}", n=count) if count else "",
    )
