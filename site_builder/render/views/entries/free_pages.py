"""Free pages: prose, and behind the partners' door the way to the coordinator's view."""

from dataclasses import dataclass

from site_builder.model.page import DOOR_PAGE
from site_builder.plan.pages import OVERRIDES, PagePlan
from site_builder.render.scene import Scene
from site_builder.render.views.common import LinkView, values_of
from site_builder.render.views.entries.entry import EntryView, entry
from site_builder.render.views.shared import Shared


@dataclass(frozen=True, slots=True, kw_only=True)
class FreePageView(EntryView):
    """What pages/page.html prints besides."""

    coordination: LinkView | None


def free_page(scene: Scene, shared: Shared, page: PagePlan) -> FreePageView:
    """A page that is only prose."""
    shown = values_of(entry(scene, shared, page))
    return FreePageView(**shown, coordination=_coordination(scene, page) if page.subject == DOOR_PAGE else None)


def _coordination(scene: Scene, page: PagePlan) -> LinkView | None:
    """Every language has that page, its title in its own words or in those that it borrows."""
    found = scene.site.get(OVERRIDES, page.lang)
    return LinkView(title=found.title, url=scene.links.to(found)) if found else None
