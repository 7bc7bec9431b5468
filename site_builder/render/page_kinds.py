"""The page kinds, read top to bottom: which template shows a page, and what it is given."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from site_builder.model.registry import CONTENT_TYPES
from site_builder.plan.pages import (
    AUDIENCE,
    CHILDREN,
    CRITERIA,
    DIRECTORY,
    EASY,
    GLOSSARY,
    GONE,
    GUIDE,
    HEADING,
    HOME,
    JOURNEY,
    KIT,
    LINK_TO_US,
    LIST,
    NEWS,
    NOT_FOUND,
    OFFLINE,
    OPEN_DATA,
    OVERRIDES,
    PARTNER_WORK,
    PLACES,
    PORTRAIT,
    PROOFS,
    SEARCH,
    TRANSLATIONS,
    WORDING,
    WORKPLACE,
    WORKPLACES,
    PagePlan,
)
from site_builder.render.scene import Scene
from site_builder.render.views import criteria, kit, open_data, overrides, search, translations
from site_builder.render.views.common import values_of
from site_builder.render.views.doors import gone, home, not_found, offline, places
from site_builder.render.views.entries import entry, free_pages, glossary, heading, lists, news, proofs, trail
from site_builder.render.views.guide import page as guide
from site_builder.render.views.portrait import page as portrait
from site_builder.render.views.shared import Shared
from site_builder.render.views.welcome import audience, directory, editions, journey, occasions, welcoming
from site_builder.render.views.work import partner_work, workplaces

PageView = (
    home.HomeView
    | places.PlacesView
    | guide.GuideView
    | portrait.PortraitView
    | journey.JourneyView
    | workplaces.WorkplacesView
    | workplaces.WorkplaceView
    | partner_work.PartnerWorkView
    | audience.AudienceView
    | editions.EditionView
    | lists.ListView
    | heading.HeadingView
    | directory.DirectoryView
    | entry.EntryView
    | glossary.GlossaryView
    | glossary.WordingPageView
    | proofs.ProofsView
    | news.NewsView
    | criteria.CriteriaView
    | open_data.OpenDataView
    | kit.LinkToUsView
    | kit.KitView
    | translations.TranslationsView
    | overrides.OverridesView
    | search.SearchView
    | offline.OfflineView
    | gone.GoneView
    | not_found.NotFoundPage
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
    "asset": entry.asset,
    "trail": trail.trail,
    "ambassador": entry.ambassador,
    "guideline": entry.guideline,
    "page": free_pages.free_page,
    "perk": occasions.perk,
    "event": occasions.event,
    "house": welcoming.house,
    "relay": welcoming.relay,
}
"""Content types whose template prints more than the entry's own fields."""

PAGE_KINDS = (
    PageKind(HOME, "home.html", home.home, name="home"),
    PageKind(PLACES, "places.html", places.places, name="places"),
    PageKind(GUIDE, "guide.html", guide.guide, name="guide"),
    PageKind(PORTRAIT, "portrait.html", portrait.portrait, name="portrait"),
    PageKind(JOURNEY, "journey.html", journey.journey, name="journey"),
    PageKind(WORKPLACES, "workplaces.html", workplaces.workplaces, name="workplaces"),
    PageKind(WORKPLACE, "workplace.html", workplaces.workplace, name="workplace"),
    PageKind(PARTNER_WORK, "partner_work.html", partner_work.partner_work, name="partner"),
    PageKind(AUDIENCE, "audience.html", audience.audience, name="audience"),
    PageKind(EASY, "easy.html", editions.edition, name="edition"),
    PageKind(CHILDREN, "children.html", editions.edition, name="edition"),
    PageKind(LIST, "list.html", lists.entry_list, name="list"),
    PageKind(HEADING, "heading.html", heading.heading, name="heading"),
    PageKind(DIRECTORY, "directory.html", directory.directory, name="directory"),
    *(
        PageKind(kind.kind, f"{kind.kind}.html", ENTRY_VIEWS.get(kind.kind, entry.entry))
        for kind in CONTENT_TYPES
        if kind.paged
    ),
    PageKind(GLOSSARY, "glossary.html", glossary.glossary, name="glossary"),
    PageKind(WORDING, "wording.html", glossary.wording, name="wording"),
    PageKind(PROOFS, "proofs.html", proofs.proofs, name="view"),
    PageKind(NEWS, "news.html", news.news, name="view"),
    PageKind(CRITERIA, "criteria.html", criteria.criteria, name="criteria"),
    PageKind(OPEN_DATA, "open_data.html", open_data.open_data, name="data"),
    PageKind(LINK_TO_US, "link_to_us.html", kit.link_to_us, name="view"),
    PageKind(KIT, "kit.html", kit.kit, name="kit"),
    PageKind(OVERRIDES, "overrides.html", overrides.overrides, name="view"),
    PageKind(TRANSLATIONS, "translations.html", translations.translations, name="view"),
    PageKind(SEARCH, "search.html", search.search, name="search"),
    PageKind(OFFLINE, "offline.html", offline.offline, name="offline"),
    PageKind(GONE, "gone.html", gone.gone, name="gone"),
    PageKind(NOT_FOUND, "not_found.html", not_found.not_found),
)

BY_KIND = {page_kind.kind: page_kind for page_kind in PAGE_KINDS}
