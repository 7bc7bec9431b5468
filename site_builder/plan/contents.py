"""The pages of content/: a list for each type that has one, and the page of each entry."""

from collections.abc import Collection, Iterator

from site_builder.model.entry import Content, Entry
from site_builder.model.page import Door, Page
from site_builder.model.registry import BY_KIND, CONTENT_TYPES, DIRECTORIES, Beside, ContentType
from site_builder.model.values import Lang
from site_builder.plan.draft import Draft
from site_builder.plan.pages import (
    DIRECTORY,
    GONE,
    HEADING,
    HOME,
    LIST,
    PLACES,
    PagePlan,
    gone_key,
    heading_key,
    language_of_address,
    list_key,
)


def lists(draft: Draft, lang: Lang) -> Iterator[PagePlan]:
    """The list page of every type that has one; one that another leads to, as soon as it has an entry."""
    root = draft.root(lang)
    for content_type in CONTENT_TYPES:
        kind = content_type.kind
        beside = isinstance(content_type.listing, Beside)
        if content_type.listing and (draft.portal.entries.get(kind) or not beside):
            yield PagePlan(
                key=list_key(kind),
                kind=DIRECTORY if content_type in DIRECTORIES else LIST,
                lang=lang,
                path=draft.route(kind, lang),
                title=draft.say(lang, f"list.{kind}.title", of=root.of, name=root.name),
                description=draft.say(lang, f"list.{kind}.summary", **root.forms),
                door=content_type.door,
                section=_section(content_type),
                parent=_above_list(content_type),
                subject=kind,
            )


def headings(draft: Draft, lang: Lang) -> Iterator[PagePlan]:
    """The page of every heading of a list, as soon as the list has an entry: the frame of six angles is part of it.

    ``subject`` is the entries' kind; the heading is what follows it in the key.
    """
    for content_type in CONTENT_TYPES:
        kind = content_type.kind
        for group in content_type.groups if draft.portal.entries.get(kind) else ():
            yield PagePlan(
                key=heading_key(kind, group),
                kind=HEADING,
                lang=lang,
                path=f"{draft.route(kind, lang)}{draft.say(lang, f'route.group.{kind}.{group}')}/",
                title=draft.say(lang, f"group.{kind}.{group}"),
                description=draft.say(lang, f"heading.{kind}.{group}"),
                door=content_type.door,
                section=_section(content_type),
                parent=list_key(kind),
                subject=kind,
                is_empty=not draft.portal.groups.get((kind, group)),
            )


def entries(draft: Draft) -> Iterator[PagePlan]:
    """The page of every entry, in each language in which it is written."""
    for content_type in CONTENT_TYPES:
        if content_type.paged:
            for entry in draft.portal.entries.get(content_type.kind, ()):
                yield from _versions(draft, content_type, entry)


def gone(draft: Draft) -> Iterator[PagePlan]:
    """One neutral page at each address that the profile of a living person had: it names nobody."""
    for profile in draft.portal.former_profiles:
        content_type = BY_KIND[profile.kind]
        for lang in profile.languages:
            yield PagePlan(
                key=gone_key(profile.id),
                kind=GONE,
                lang=lang,
                path=f"{_folder(draft, content_type, lang)}{profile.id}/",
                title=draft.say(lang, "gone.title"),
                description=draft.say(lang, "gone.summary"),
                door=content_type.door,
                section=_section(content_type),
                parent=list_key(profile.kind),
                subject=profile.kind,
            )


def withdrawn(draft: Draft) -> Iterator[PagePlan]:
    """The same page at each address of what the ledger knows and the portal does not show any more."""
    for entry in draft.portal.withdrawn:
        yield from (_gone(draft, address, entry.kind) for address in entry.addresses)


def vanished(draft: Draft, planned: Collection[str]) -> Iterator[PagePlan]:
    """The same at those of other pages of which nothing is ``planned``, by key: all that they showed has left."""
    for address, key in draft.portal.recorded.pages:
        if key not in planned:
            yield _gone(draft, address, key.partition(":")[0].removesuffix("-list"))


def _gone(draft: Draft, address: str, kind: str) -> PagePlan:
    lang = language_of_address(address, draft.portal.languages)
    content_type = BY_KIND.get(kind)
    listed = content_type is not None and content_type.listing is not None
    return PagePlan(
        key=gone_key(address),
        kind=GONE,
        lang=lang,
        path=address,
        title=draft.say(lang, "gone.title"),
        description=draft.say(lang, "gone.summary"),
        door=content_type.door if content_type else Door.BOTH,
        section=_section(content_type) if content_type else HOME,
        parent=list_key(kind) if listed else HOME,
        subject=kind,
    )


def _folder(draft: Draft, content_type: ContentType, lang: Lang) -> str:
    """What the addresses of its entries begin with."""
    return draft.route(content_type.kind, lang) if content_type.listing else draft.prefix(lang)


def _versions(draft: Draft, content_type: ContentType, entry: Entry[Content]) -> Iterator[PagePlan]:
    for lang in draft.portal.languages:
        version = entry.versions.get(lang)
        if version is None:
            continue
        base = _folder(draft, content_type, lang)
        yield PagePlan(
            key=entry.key,
            kind=content_type.kind,
            lang=lang,
            path=f"{base}{version.last_part}/",
            title=version.title,
            description=version.summary or version.title,
            door=version.door if isinstance(version, Page) else content_type.door,
            section=_section(content_type) if content_type.listing else entry.key,
            parent=_above(content_type, entry),
            subject=entry.id,
        )


def _above(content_type: ContentType, entry: Entry[Content]) -> str:
    """The page of an entry's heading; else its list; else home."""
    group = entry.reference.group
    if group in content_type.groups:
        return heading_key(content_type.kind, str(group))
    return list_key(content_type.kind) if content_type.listing else HOME


def _above_list(content_type: ContentType) -> str:
    """The page that leads to a list."""
    if isinstance(content_type.listing, Beside):
        return list_key(content_type.listing.kind)
    return PLACES if content_type in DIRECTORIES else HOME


def _section(content_type: ContentType) -> str:
    """What the menu marks as current: a list that it does not name is found from the guides, or from another list."""
    above = _above_list(content_type)
    return list_key(content_type.kind) if above == HOME else above
