"""The pages of content/: a list for each type that has one, and the page of each entry."""

from collections.abc import Iterator

from site_builder.model.entry import Content, Entry
from site_builder.model.page import Page
from site_builder.model.registry import CONTENT_TYPES, DIRECTORIES, ContentType
from site_builder.model.values import Lang
from site_builder.plan.draft import Draft
from site_builder.plan.pages import DIRECTORY, HOME, LIST, PLACES, PagePlan, list_key


def lists(draft: Draft, lang: Lang) -> Iterator[PagePlan]:
    """The list page of every type that has one."""
    root = draft.root(lang)
    for content_type in CONTENT_TYPES:
        kind = content_type.kind
        if content_type.listing:
            yield PagePlan(
                key=list_key(kind),
                kind=DIRECTORY if content_type in DIRECTORIES else LIST,
                lang=lang,
                path=draft.route(kind, lang),
                title=draft.say(lang, f"list.{kind}.title", of=root.of, name=root.name),
                description=draft.say(lang, f"list.{kind}.summary", **root.forms),
                door=content_type.door,
                section=_section(content_type),
                parent=PLACES if content_type in DIRECTORIES else HOME,
                subject=kind,
            )


def entries(draft: Draft) -> Iterator[PagePlan]:
    """The page of every entry, in each language in which it is written."""
    for content_type in CONTENT_TYPES:
        if content_type.paged:
            for entry in draft.portal.entries.get(content_type.kind, ()):
                yield from _versions(draft, content_type, entry)


def _versions(draft: Draft, content_type: ContentType, entry: Entry[Content]) -> Iterator[PagePlan]:
    for lang in draft.portal.languages:
        version = entry.versions.get(lang)
        if version is None:
            continue
        base = draft.route(content_type.kind, lang) if content_type.listing else draft.prefix(lang)
        yield PagePlan(
            key=entry.key,
            kind=content_type.kind,
            lang=lang,
            path=f"{base}{version.last_part}/",
            title=version.title,
            description=version.summary or version.title,
            door=version.door if isinstance(version, Page) else content_type.door,
            section=_section(content_type) if content_type.listing else entry.key,
            parent=list_key(content_type.kind) if content_type.listing else HOME,
            subject=entry.id,
        )


def _section(content_type: ContentType) -> str:
    """What the menu marks as current: a list that it does not name is found from the guides."""
    return PLACES if content_type in DIRECTORIES else list_key(content_type.kind)
