"""The pages of whoever coordinates the portal: public like the rest, in no menu and no search engine."""

from collections.abc import Iterator

from site_builder.model.entry import entry_key
from site_builder.model.page import DOOR_PAGE, Door
from site_builder.model.values import Lang
from site_builder.plan.draft import Draft
from site_builder.plan.pages import HOME, OVERRIDES, TRANSLATIONS, PagePlan
from site_builder.plan.single import sole_page


def coordination(draft: Draft, lang: Lang) -> Iterator[PagePlan]:
    """Who adapts which block; where there is a second language, what is still to translate."""
    door = entry_key("page", DOOR_PAGE)
    above = door if door in draft.portal.by_key else HOME
    for key in (OVERRIDES, TRANSLATIONS) if len(draft.portal.languages) > 1 else (OVERRIDES,):
        section = above if above == door else key
        yield sole_page(draft, lang, key, draft.route(key, lang), door=Door.PARTNERS, section=section, parent=above)
