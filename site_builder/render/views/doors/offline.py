"""The page that stands in for another without network; with one, it says what the device has kept."""

from dataclasses import dataclass

from site_builder.plan.pages import SEARCH, PagePlan
from site_builder.render.scene import Scene
from site_builder.render.stores import kept_store
from site_builder.render.views.guide.emergency import EmergencyView
from site_builder.render.views.shared import Shared


@dataclass(frozen=True, slots=True, kw_only=True)
class OfflineView:
    """``store``: where the worker keeps the pages that were read."""

    store: str
    script: str
    search: str
    """The search's own address, for which this page stands in as for any other."""
    emergency: EmergencyView
    """A telephone works where the network does not."""


def offline(scene: Scene, shared: Shared, page: PagePlan) -> OfflineView:
    """Its list is the device's: the page only says where to look."""
    return OfflineView(
        store=kept_store(scene.links),
        script=scene.links.file(scene.assets["offline"]),
        search=scene.url(SEARCH, page.lang),
        emergency=shared.emergency[page.lang],
    )
