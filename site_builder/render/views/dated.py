"""What a page shows until a moment that is known: its script takes it away then, whenever the page was made."""

from markupsafe import Markup

from site_builder.plan.pages import KIT, PagePlan
from site_builder.render.scene import Scene
from site_builder.render.views.alerts import concerning

PART = "data-until"
"""The attribute of a part that leaves; its value is the first moment without it (ISO 8601)."""


def dated_script(scene: Scene, page: PagePlan, content: str | bytes) -> Markup:
    """For the head of a page that has an alert, a part that leaves, or that leaves itself; nothing for all others.

    A kit leaves with what it is of.

    The page waits for this script, so that nothing is seen of what has left, and nothing moves once it is seen.
    """
    entry = scene.portal.by_key.get(page.subject if page.kind == KIT else page.key)
    until = scene.until(entry) if entry else ""
    if not until and not _has_parts(content) and not concerning(scene, page):
        return Markup("")
    address = scene.links.file(scene.assets["dated"])
    said = Markup(' data-ends="%s" data-gone="%s"') % (until, scene.words[page.lang].t("gone.title"))
    return Markup('<script src="%s"%s></script>') % (address, said if until else "")


def _has_parts(content: str | bytes) -> bool:
    return PART.encode() in content if isinstance(content, bytes) else PART in content
