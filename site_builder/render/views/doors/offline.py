"""The page that stands in for another without network; with one, it says what the device has kept."""

from dataclasses import dataclass

from site_builder.plan.pages import PagePlan
from site_builder.render.scene import Scene
from site_builder.render.views.shared import Shared


@dataclass(frozen=True, slots=True, kw_only=True)
class OfflineView:
    """``cache``: what the worker calls its store (theme/assets/js/worker/keep.js)."""

    path: str
    cache: str
    script: str


def offline(scene: Scene, shared: Shared, page: PagePlan) -> OfflineView:
    """Its list is the device's: the page only says where to look."""
    return OfflineView(
        path=scene.links.to(page),
        cache=f"portail {scene.links.base_path} kept",
        script=scene.links.file(scene.assets["kept"]),
    )
