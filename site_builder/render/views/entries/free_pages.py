"""Free pages: prose; from the partners’ door to the coordinator’s views, from the statement to the criteria."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from site_builder.model.page import ABOUT_PAGE, ACCESSIBILITY_PAGE, DOOR_PAGE, EXCHANGES_PAGE
from site_builder.plan.pages import CRITERIA, LINK_TO_US, OPEN_DATA, OVERRIDES, TRANSLATIONS, PagePlan
from site_builder.render.feedback import general_address
from site_builder.render.scene import Scene
from site_builder.render.views.common import LinkView, values_of
from site_builder.render.views.entries.entry import EntryView, entry
from site_builder.render.views.guide.directories import WELCOME_KINDS
from site_builder.render.views.shared import Shared
from site_builder.render.views.welcome.directory_cards import directory_links


@dataclass(frozen=True, slots=True, kw_only=True)
class CoordinationView:
    """A page of whoever coordinates, and what it is for."""

    summary: str
    title: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FreePageView(EntryView):
    """What pages/page.html prints besides. ``directories``: what partners may add to, those that are empty too."""

    directories: tuple[LinkView, ...]
    coordination: tuple[CoordinationView, ...]
    criteria: LinkView | None
    open_data: LinkView | None
    link_to_us: LinkView | None
    report: LinkView | None
    """Where a mistake is reported, where people ask: the foot of the page alone would hide it."""


def free_page(scene: Scene, shared: Shared, page: PagePlan) -> FreePageView:
    """A page that is only prose."""
    return FreePageView(
        **values_of(entry(scene, shared, page)),
        directories=directory_links(scene, WELCOME_KINDS, page.lang) if page.subject == DOOR_PAGE else (),
        coordination=tuple(_coordination(scene, page)) if page.subject == DOOR_PAGE else (),
        criteria=_criteria(scene, page) if page.subject == ACCESSIBILITY_PAGE else None,
        open_data=_beside(scene, page, OPEN_DATA) if page.subject in {ABOUT_PAGE, DOOR_PAGE} else None,
        link_to_us=_beside(scene, page, LINK_TO_US) if page.subject == DOOR_PAGE else None,
        report=_report(scene, page) if page.subject == EXCHANGES_PAGE else None,
    )


def _coordination(scene: Scene, page: PagePlan) -> Iterator[CoordinationView]:
    for key in (OVERRIDES, TRANSLATIONS):
        found = scene.site.get(key, page.lang)
        if found:
            yield CoordinationView(summary=found.description, title=found.title, url=scene.links.to(found))


def _criteria(scene: Scene, page: PagePlan) -> LinkView | None:
    """How many there are is said as the portal's file holds them."""
    beside = _beside(scene, page, CRITERIA)
    return beside and replace(beside, title=scene.words[page.lang].t("criteria.link", n=scene.portal.rgaa.count))


def _report(scene: Scene, page: PagePlan) -> LinkView | None:
    url = general_address(scene.portal.settings)
    return LinkView(title=scene.words[page.lang].t("feedback.report"), url=url) if url else None


def _beside(scene: Scene, page: PagePlan, key: str) -> LinkView | None:
    """Every language has that page, its title in its own words or in those that it borrows."""
    found = scene.site.get(key, page.lang)
    return LinkView(title=found.title, url=scene.links.to(found)) if found else None
