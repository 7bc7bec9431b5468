"""The pages of which there is one: home, the words, "page not found"."""

from collections.abc import Iterator

from site_builder.model.entry import entry_key
from site_builder.model.page import ACCESSIBILITY_PAGE, Door
from site_builder.model.values import Lang, pick
from site_builder.plan.draft import Draft
from site_builder.plan.pages import CRITERIA, GLOSSARY, HOME, NOT_FOUND, OFFLINE, SEARCH, WORDING, PagePlan, list_key


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


def words(draft: Draft, lang: Lang) -> Iterator[PagePlan]:
    """The words that newcomers meet, behind the first door; those that partners choose, within the Carnet."""
    carnet = list_key("guideline")
    inside = f"{draft.route('guideline', lang)}{draft.say(lang, 'route.wording')}/"
    for key, written, door, section, parent, path in (
        (GLOSSARY, draft.portal.glossary.terms, Door.WELCOME, GLOSSARY, HOME, draft.route("glossary", lang)),
        (WORDING, draft.portal.glossary.wording, Door.PARTNERS, carnet, carnet, inside),
    ):
        if written:
            yield PagePlan(
                key=key,
                kind=key,
                lang=lang,
                path=path,
                title=draft.say(lang, f"{key}.title"),
                description=draft.say(lang, f"{key}.summary"),
                door=door,
                section=section,
                parent=parent,
                subject="",
            )


def search(draft: Draft, lang: Lang) -> Iterator[PagePlan]:
    """Where one searches the portal; the header leads to it."""
    yield PagePlan(
        key=SEARCH,
        kind=SEARCH,
        lang=lang,
        path=draft.route(SEARCH, lang),
        title=draft.say(lang, "search.title"),
        description=draft.say(lang, "search.summary"),
        door=Door.BOTH,
        section=SEARCH,
        parent=HOME,
        subject="",
    )


def offline(draft: Draft, lang: Lang) -> Iterator[PagePlan]:
    """What a device shows without network, in the place of a page that it has not kept."""
    if draft.portal.settings.offline:
        yield PagePlan(
            key=OFFLINE,
            kind=OFFLINE,
            lang=lang,
            path=draft.route(OFFLINE, lang),
            title=draft.say(lang, "offline.title"),
            description=draft.say(lang, "offline.summary"),
            door=Door.BOTH,
            section=OFFLINE,
            parent=HOME,
            subject="",
        )


def criteria(draft: Draft, lang: Lang) -> Iterator[PagePlan]:
    """The criteria of the accessibility standard, beside the statement: without one, no page would lead to them."""
    statement = entry_key("page", ACCESSIBILITY_PAGE)
    if draft.portal.rgaa.topics and statement in draft.portal.by_key:
        yield PagePlan(
            key=CRITERIA,
            kind=CRITERIA,
            lang=lang,
            path=f"{draft.route('accessibility', lang)}{draft.say(lang, 'route.criteria')}/",
            title=draft.say(lang, "criteria.title", n=draft.portal.rgaa.count),
            description=draft.say(lang, "criteria.summary"),
            door=Door.BOTH,
            section=CRITERIA,
            parent=statement,
            subject="",
        )


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
