"""The page kinds, read top to bottom: which template shows a page, and what it is given."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from site_builder.model.registry import CONTENT_TYPES
from site_builder.plan.pages import (
    CHILDREN,
    EASY,
    GLOSSARY,
    HOME,
    NOT_FOUND,
    OVERRIDES,
    PLACES,
    WORDING,
    WORKPLACES,
    PagePlan,
)
from site_builder.render.scene import Scene
from site_builder.render.views import (
    audience,
    directory,
    doors,
    editions,
    entries,
    free_pages,
    glossary,
    guide,
    journey,
    lists,
    occasions,
    overrides,
    partner_work,
    welcoming,
    work,
)
from site_builder.render.views.common import values_of
from site_builder.render.views.sections import Shared

PageView = (
    doors.HomeView
    | doors.PlacesView
    | guide.GuideView
    | journey.JourneyView
    | work.WorkplacesView
    | work.WorkplaceView
    | partner_work.PartnerWorkView
    | audience.AudienceView
    | editions.EditionView
    | lists.ListView
    | directory.DirectoryView
    | entries.EntryView
    | glossary.GlossaryView
    | glossary.WordingPageView
    | overrides.OverridesView
    | doors.NotFoundPage
)
"""Everything that a page says, as values: what its template prints."""
View = Callable[[Scene, Shared, PagePlan], PageView]


@dataclass(frozen=True, slots=True)
class PageKind:
    """A kind of page: its template below pages/, and the view that fills it."""

    kind: str
    template: str
    view: View
    name: str = ""
    """What the template calls the view; without it, each value of the view has its own name there."""

    def context(self, view: PageView) -> Mapping[str, object]:
        """What the template may print."""
        return {self.name: view} if self.name else values_of(view)


ENTRY_VIEWS: Mapping[str, View] = {
    "asset": entries.asset,
    "ambassador": entries.ambassador,
    "guideline": entries.guideline,
    "page": free_pages.free_page,
    "perk": occasions.perk,
    "event": occasions.event,
    "house": welcoming.house,
    "relay": welcoming.relay,
}
"""Content types whose template prints more than the entry's own fields."""

PAGE_KINDS = (
    PageKind(HOME, "home.html", doors.home, name="home"),
    PageKind(PLACES, "places.html", doors.places, name="places"),
    PageKind("guide", "guide.html", guide.guide, name="guide"),
    PageKind("journey", "journey.html", journey.journey, name="journey"),
    PageKind(WORKPLACES, "workplaces.html", work.workplaces, name="workplaces"),
    PageKind("workplace", "workplace.html", work.workplace, name="workplace"),
    PageKind("partner-work", "partner_work.html", partner_work.partner_work, name="partner"),
    PageKind("audience", "audience.html", audience.audience, name="audience"),
    PageKind(EASY, "easy.html", editions.edition, name="edition"),
    PageKind(CHILDREN, "children.html", editions.edition, name="edition"),
    PageKind("list", "list.html", lists.entry_list, name="list"),
    PageKind("directory", "directory.html", directory.directory, name="directory"),
    *(
        PageKind(kind.kind, f"{kind.kind}.html", ENTRY_VIEWS.get(kind.kind, entries.entry))
        for kind in CONTENT_TYPES
        if kind.paged
    ),
    PageKind(GLOSSARY, "glossary.html", glossary.glossary, name="glossary"),
    PageKind(WORDING, "wording.html", glossary.wording, name="wording"),
    PageKind(OVERRIDES, "overrides.html", overrides.overrides, name="view"),
    PageKind(NOT_FOUND, "not_found.html", doors.not_found),
)

BY_KIND = {page_kind.kind: page_kind for page_kind in PAGE_KINDS}
