"""The page of whoever coordinates the guides: public like the rest, in no menu and no search engine."""

from collections.abc import Iterator

from site_builder.model.entry import entry_key
from site_builder.model.page import DOOR_PAGE, Door
from site_builder.model.values import Lang
from site_builder.plan.draft import Draft
from site_builder.plan.pages import HOME, OVERRIDES, PagePlan
from site_builder.plan.single import sole_page


def coordination(draft: Draft, lang: Lang) -> Iterator[PagePlan]:
    """Who adapts which block, behind the partners' door."""
    door = entry_key("page", DOOR_PAGE)
    above = door if door in draft.portal.by_key else HOME
    section = above if above == door else OVERRIDES
    path = draft.route(OVERRIDES, lang)
    yield sole_page(draft, lang, OVERRIDES, path, door=Door.PARTNERS, section=section, parent=above)
