"""Who has left the portal, without a name, and when an image leaves it because of whom it shows."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from site_builder.load.front_matter import ids_in
from site_builder.model.consent import GONE, OPAQUE
from site_builder.model.entry import Content, Entry, Status
from site_builder.model.registry import BY_KIND, CONTENT_TYPES, FOLDERS_OF_PEOPLE
from site_builder.model.values import Lang
from site_builder.validate.media import MediaFile

_TRANSLATION = re.compile(r"\.[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*\.md$")


@dataclass(frozen=True, slots=True, kw_only=True)
class FormerProfile:
    """A page that a living person had, or may have had: its kind, its opaque id, its languages."""

    kind: str
    id: str
    languages: tuple[Lang, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FormerEvent:
    """An event that is over: where it was, and its themes, of which somebody may have subscribed to the calendar."""

    territory: str
    themes: tuple[str, ...]


def former_events(entries: Iterable[Entry[Content]], today: date) -> tuple[FormerEvent, ...]:
    """The events that the portal has shown, and shows no more: over, or archived before that."""
    left = (entry.reference for entry in entries if entry.kind == "event")
    return tuple(
        FormerEvent(territory=event.territory, themes=event.themes)
        for event in left
        if event.territory and (event.status is Status.ARCHIVED or _was_shown(event, today))
    )


def _was_shown(event: Content, today: date) -> bool:
    return event.status is not Status.DRAFT and event.over(today)


def former_profiles(
    entries: Iterable[Entry[Content]], today: date, unread_texts: Mapping[str, str]
) -> tuple[FormerProfile, ...]:
    """The profiles of living people which are withdrawn, over or archived, as far as their addresses tell nothing.

    What was never to be published (a draft, a profile whose consent lacks something) had no page. A file that cannot be
    read may be of somebody who had one.
    """
    entries = tuple(entries)
    left = (
        FormerProfile(kind=entry.kind, id=entry.id, languages=languages)
        for entry in entries
        if BY_KIND[entry.kind].paged and OPAQUE.match(entry.id) and _has_left(entry.reference, today)
        if (languages := tuple(lang for lang, version in entry.versions.items() if version.slug is None))
    )
    return tuple(dict.fromkeys((*left, *_unread_profiles(entries, unread_texts))))


def _unread_profiles(entries: Sequence[Entry[Content]], unread_texts: Mapping[str, str]) -> Iterator[FormerProfile]:
    """An id that an entry has is that entry's: the file that cannot be read is a copy of it."""
    languages = tuple(entry.reference_lang for entry in entries[:1])
    ids = {entry.id for entry in entries}
    for path, text in unread_people(unread_texts, entries).items():
        kind = next(each.kind for each in CONTENT_TYPES if path.startswith(f"content/{each.folder}/"))
        if BY_KIND[kind].paged:
            opaque = (name for name in ids_in(text) if OPAQUE.match(name) and name not in ids)
            yield from (FormerProfile(kind=kind, id=name, languages=languages) for name in opaque)


def unread_people(unread_texts: Mapping[str, str], entries: Iterable[Entry[Content]]) -> dict[str, str]:
    """Of the texts of files that could not be read, those which may be of people without an entry."""
    known = {path for entry in entries for path in entry.paths.values()}
    return {
        path: text
        for path, text in unread_texts.items()
        if path.startswith(FOLDERS_OF_PEOPLE) and _TRANSLATION.sub(".md", path) not in known
    }


def _has_left(person: Content, today: date) -> bool:
    if not person.living:
        return False
    if person.status is Status.PUBLISHED:
        return person.over(today) or person.refusal(today) in GONE
    return person.status is Status.ARCHIVED


def pictures_over(
    media: Mapping[str, MediaFile], people: Iterable[Entry[Content]], own: Mapping[str, Collection[str]]
) -> dict[str, date]:
    """The first day on which an image is no longer shown, by its path: when the first of those whom it shows leaves.

    An image shows those whom its sidecar names, and those in whose files it stands: ``own``, its stems by their ids.
    """
    ends = {person.id: person.reference.over_on for person in people}
    found = {
        path: tuple(_days(ends, {*file.sidecar.people, *(name for name in own if file.stem in own[name])}))
        for path, file in media.items()
    }
    return {path: min(days) for path, days in found.items() if days}


def _days(ends: Mapping[str, date | None], people: Iterable[str]) -> Iterator[date]:
    for person in people:
        day = ends.get(person)
        if day is not None:
            yield day
