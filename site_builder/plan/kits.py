"""The pages of whoever links to the portal: what there is to do, and a kit for each page that is linked to.

An entry has a kit, and every territory above the nearest level. Its address is made of the id, as the permanent one:
both stay when the page is renamed. A living person has one only where their consent says ``social``: a kit is made for
other sites.
"""

from collections.abc import Iterable, Iterator

from site_builder.model.ambassador import may_be_passed_on
from site_builder.model.entry import entry_key
from site_builder.model.page import DOOR_PAGE, Door
from site_builder.model.registry import BY_KIND
from site_builder.model.values import Lang
from site_builder.plan.draft import Draft
from site_builder.plan.pages import GUIDE, HOME, KIT, LINK_TO_US, PagePlan, kit_key
from site_builder.plan.single import sole_page

WITHOUT = frozenset({"page"})
"""Kinds of entries that are the portal's own affairs."""


def link_to_us(draft: Draft, lang: Lang) -> Iterator[PagePlan]:
    """How others link to the portal, in steps, behind the partners' door."""
    door = entry_key("page", DOOR_PAGE)
    above = door if door in draft.portal.by_key else HOME
    yield sole_page(draft, lang, LINK_TO_US, draft.route(LINK_TO_US, lang), door=Door.PARTNERS, parent=above)


def kits(draft: Draft, pages: Iterable[PagePlan]) -> Iterator[PagePlan]:
    """The kit of each of the ``pages`` that has one. Of two with the same id, the first has the permanent address."""
    first: dict[str, str] = {}
    for page in pages:
        if _has_kit(draft, page) and first.setdefault(page.subject, page.key) == page.key:
            yield _kit(draft, page)


def has_kits(kind: str) -> bool:
    """Whether entries of a kind have kits, those that may be passed on."""
    return BY_KIND[kind].paged and kind not in WITHOUT


def _has_kit(draft: Draft, page: PagePlan) -> bool:
    if page.kind == GUIDE:
        territories, code = draft.portal.territories, page.subject
        return code == draft.portal.settings.territory or not territories.is_nearest(territories[code])
    entry = draft.portal.by_key.get(page.key)
    return entry is not None and has_kits(entry.kind) and may_be_passed_on(entry.reference)


def _kit(draft: Draft, page: PagePlan) -> PagePlan:
    return PagePlan(
        key=kit_key(page.key),
        kind=KIT,
        lang=page.lang,
        path=f"{draft.route(LINK_TO_US, page.lang)}{page.subject}/",
        title=draft.say(page.lang, "kit.title", title=page.title),
        description=draft.say(page.lang, "kit.summary", title=page.title),
        door=Door.PARTNERS,
        section=LINK_TO_US,
        parent=LINK_TO_US,
        subject=page.key,
    )
