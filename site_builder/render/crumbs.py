"""The way back up: the pages above a page, and what they are called there."""

from site_builder.model.values import Lang
from site_builder.plan.pages import GUIDE, HOME, JOURNEY, PARTNER_WORK, PORTRAIT, PagePlan, guide_key
from site_builder.render.scene import Scene


def crumbs_of(scene: Scene, page: PagePlan) -> tuple[PagePlan, ...]:
    """The pages above: for a guide, home and the guides of what the territory lies in, one a level.

    For its portrait, the steps of an arrival and work for the partner, the territory's own guide as well.
    """
    if page.kind not in {GUIDE, JOURNEY, PARTNER_WORK, PORTRAIT}:
        return scene.site.crumbs(page)
    line = scene.portal.territories.line(page.subject)
    return scene.once(_guides, line[:-1] if page.kind == GUIDE else line, page.lang)


def _guides(scene: Scene, codes: tuple[str, ...], lang: Lang) -> tuple[PagePlan, ...]:
    """Home and the guides of these territories."""
    keys = (HOME, *map(guide_key, codes))
    return tuple(crumb for crumb in (scene.site.get(key, lang) for key in keys) if crumb)


def crumb_title(scene: Scene, crumb: PagePlan) -> str:
    """A short name: a guide is called by its place."""
    if crumb.key == HOME:
        return scene.words[crumb.lang].t("menu.home")
    if crumb.kind == GUIDE:
        return scene.portal.names.get(crumb.subject, crumb.lang).short
    return crumb.title
