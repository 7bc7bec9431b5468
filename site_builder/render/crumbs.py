"""The way back up: the pages above a page, and what they are called there."""

from site_builder.plan.pages import HOME, PagePlan, guide_key
from site_builder.render.scene import Scene


def crumbs_of(scene: Scene, page: PagePlan) -> tuple[PagePlan, ...]:
    """The pages above: for a guide, home and the guides of what the territory lies in, one a level."""
    if page.kind != "guide":
        return scene.site.crumbs(page)
    above = (scene.site.get(guide_key(code), page.lang) for code in scene.portal.territories.line(page.subject)[:-1])
    start = (scene.site.get(HOME, page.lang),)
    return tuple(crumb for crumb in (*start, *above) if crumb)


def crumb_title(scene: Scene, crumb: PagePlan) -> str:
    """A short name: a guide is called by its place."""
    if crumb.key == HOME:
        return scene.words[crumb.lang].t("menu.home")
    if crumb.kind == "guide":
        return scene.portal.names.get(crumb.subject, crumb.lang).short
    return crumb.title
