"""What stands at the address of a profile that has left the portal."""

from dataclasses import dataclass

from site_builder.plan.pages import PagePlan, list_key
from site_builder.render.scene import Scene
from site_builder.render.views.common import LinkView
from site_builder.render.views.shared import Shared


@dataclass(frozen=True, slots=True, kw_only=True)
class GoneView:
    """What pages/gone.html prints: the same for everybody who has left."""

    whole: LinkView


def gone(scene: Scene, shared: Shared, page: PagePlan) -> GoneView:
    """It leads to the list of those who are there."""
    whole = scene.page(list_key(page.subject), page.lang)
    return GoneView(whole=LinkView(title=whole.title if whole else "", url=scene.links.to(whole) if whole else ""))
