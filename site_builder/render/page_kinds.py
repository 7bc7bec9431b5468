"""The page kinds, read top to bottom: which template shows a page, and what it is given."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from site_builder.model.registry import CONTENT_TYPES
from site_builder.plan.pages import HOME, NOT_FOUND, PLACES, PagePlan
from site_builder.render.scene import Scene
from site_builder.render.views import doors, entries, guide, lists
from site_builder.render.views.sections import Shared

View = Callable[[Scene, Shared, PagePlan], Mapping[str, object]]


@dataclass(frozen=True, slots=True)
class PageKind:
    """A kind of page: its template below pages/, and the view that fills it."""

    kind: str
    template: str
    view: View


ENTRY_VIEWS: Mapping[str, View] = {
    "asset": entries.asset,
    "ambassador": entries.ambassador,
    "guideline": entries.guideline,
}
"""Content types whose template prints more than the entry's own fields."""

PAGE_KINDS = (
    PageKind(HOME, "home.html", doors.home),
    PageKind(PLACES, "places.html", doors.places),
    PageKind("guide", "guide.html", guide.guide),
    PageKind("list", "list.html", lists.entry_list),
    *(
        PageKind(kind.kind, f"{kind.kind}.html", ENTRY_VIEWS.get(kind.kind, entries.entry))
        for kind in CONTENT_TYPES
        if kind.paged
    ),
    PageKind(NOT_FOUND, "not_found.html", doors.not_found),
)

BY_KIND = {page_kind.kind: page_kind for page_kind in PAGE_KINDS}
