"""Pages that list others, in the order in which they show them."""

from collections.abc import Iterable
from itertools import chain

from site_builder.model.entry import Content, Entry
from site_builder.model.registry import BY_KIND
from site_builder.plan.pages import DIRECTORY, HEADING, PagePlan, heading_key
from site_builder.render.described.writing import SUBJECT, Json, item_list
from site_builder.render.scene import Scene
from site_builder.render.views.by_territory import by_first_level


def listed(scene: Scene, page: PagePlan) -> Json | None:
    """The entries of a list that have a page; None where there are none."""
    pages = (scene.page(entry.key, page.lang) for entry in entries_listed(scene, page))
    items = [{"url": scene.links.absolute(found.path), "name": found.title} for found in pages if found]
    return {**SUBJECT, **item_list(items)} if items else None


def entries_listed(scene: Scene, page: PagePlan) -> Iterable[Entry[Content]]:
    """The entries that a list page shows, in its order."""
    kind = page.subject
    if page.kind == DIRECTORY:
        groups = by_first_level(scene, scene.portal.entries.get(kind, ()), page.lang)
        return dict.fromkeys(chain.from_iterable(groups.values()))
    headings = BY_KIND[kind].groups or (None,)
    if page.kind == HEADING:
        headings = tuple(each for each in headings if each and heading_key(kind, each) == page.key)
    return chain.from_iterable(scene.portal.groups.get((kind, heading), ()) for heading in headings)
