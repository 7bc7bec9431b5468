"""The pages of which there is one: home, the words, "page not found"."""

from collections.abc import Iterator

from site_builder.model.entry import entry_key
from site_builder.model.page import ACCESSIBILITY_PAGE, Door
from site_builder.model.values import Lang, pick
from site_builder.plan.draft import Draft
from site_builder.plan.pages import (
    CRITERIA,
    GLOSSARY,
    HOME,
    NEWS,
    NOT_FOUND,
    OFFLINE,
    OPEN_DATA,
    PROOFS,
    SEARCH,
    WORDING,
    PagePlan,
    list_key,
)


def home(draft: Draft, lang: Lang) -> Iterator[PagePlan]:
    """Where the two doors are."""
    settings, reference = draft.portal.settings, draft.portal.reference_lang
    yield PagePlan(
        key=HOME,
        kind=HOME,
        lang=lang,
        path=draft.prefix(lang),
        title=pick(settings.name, lang, reference).text,
        description=draft.say(lang, "home.description"),
        door=Door.BOTH,
        section=HOME,
        parent=None,
        subject="",
    )


def sole_page(  # noqa: PLR0913 - what tells such pages from each other
    draft: Draft,
    lang: Lang,
    key: str,
    path: str,
    *,
    door: Door = Door.BOTH,
    section: str = "",
    parent: str = HOME,
    subject: str = "",
    n: int | None = None,
    **values: object,
) -> PagePlan:
    """A page that is alone of its kind. Its words are ``<key>.title`` and ``<key>.summary``; ``values`` fill them.

    ``n`` chooses the plural. Without ``section`` the page is one of its own.
    """
    return PagePlan(
        key=key,
        kind=key,
        lang=lang,
        path=path,
        title=draft.say(lang, f"{key}.title", n, **values),
        description=draft.say(lang, f"{key}.summary", n, **values),
        door=door,
        section=section or key,
        parent=parent,
        subject=subject,
    )


def words(draft: Draft, lang: Lang) -> Iterator[PagePlan]:
    """The words that newcomers meet, behind the first door; those that partners choose, within the Carnet."""
    glossary, carnet = draft.portal.glossary, list_key("guideline")
    if glossary.terms:
        yield sole_page(draft, lang, GLOSSARY, draft.route(GLOSSARY, lang), door=Door.WELCOME)
    if glossary.wording:
        inside = f"{draft.route('guideline', lang)}{draft.say(lang, 'route.wording')}/"
        yield sole_page(draft, lang, WORDING, inside, door=Door.PARTNERS, section=carnet, parent=carnet)


def proofs(draft: Draft, lang: Lang) -> Iterator[PagePlan]:
    """What proves what the portal says of its territory, for the readers of both doors."""
    if draft.portal.entries.get("proof"):
        yield sole_page(draft, lang, PROOFS, draft.route(PROOFS, lang))


def news(draft: Draft, lang: Lang) -> Iterator[PagePlan]:
    """What is new, for the readers of both doors."""
    if draft.portal.entries.get("news"):
        yield sole_page(draft, lang, NEWS, draft.route(NEWS, lang))


def search(draft: Draft, lang: Lang) -> Iterator[PagePlan]:
    """Where one searches the portal; the header leads to it."""
    yield sole_page(draft, lang, SEARCH, draft.route(SEARCH, lang))


def offline(draft: Draft, lang: Lang) -> Iterator[PagePlan]:
    """What a device shows without network, in the place of a page that it has not kept."""
    if draft.portal.settings.offline:
        yield sole_page(draft, lang, OFFLINE, draft.route(OFFLINE, lang))


def criteria(draft: Draft, lang: Lang) -> Iterator[PagePlan]:
    """The criteria of the accessibility standard, beside the statement: without one, no page would lead to them."""
    rgaa, statement = draft.portal.rgaa, entry_key("page", ACCESSIBILITY_PAGE)
    if rgaa.topics and statement in draft.portal.by_key:
        path = f"{draft.route('accessibility', lang)}{draft.say(lang, 'route.criteria')}/"
        yield sole_page(draft, lang, CRITERIA, path, parent=statement, n=rgaa.count)


def open_data(draft: Draft, lang: Lang) -> Iterator[PagePlan]:
    """What may be reused, as which files; of a portal whose words have a licence."""
    if draft.portal.settings.licence:
        yield sole_page(draft, lang, OPEN_DATA, draft.route(OPEN_DATA, lang))


def not_found(draft: Draft) -> Iterator[PagePlan]:
    """One page in all languages: the host does not know which one the reader was in."""
    title = " · ".join(draft.say(code, "not_found.title") for code in draft.portal.languages)
    yield PagePlan(
        key=NOT_FOUND,
        kind=NOT_FOUND,
        lang=draft.portal.reference_lang,
        path="404.html",
        title=title,
        description=title,
        door=Door.BOTH,
        section=NOT_FOUND,
        parent=None,
        subject="",
    )
