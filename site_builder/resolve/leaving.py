"""Who has left the portal, without a name, and when an image leaves it because of whom it shows."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from site_builder.model.consent import GONE, OPAQUE
from site_builder.model.entry import Content, Entry, Status
from site_builder.model.registry import BY_KIND
from site_builder.model.values import Lang
from site_builder.validate.media import MediaFile


@dataclass(frozen=True, slots=True, kw_only=True)
class FormerProfile:
    """A page that a living person had, or may have had: its kind, its opaque id, its languages."""

    kind: str
    id: str
    languages: tuple[Lang, ...]


def former_profiles(entries: Iterable[Entry[Content]], today: date) -> tuple[FormerProfile, ...]:
    """The profiles of living people which are withdrawn, over or archived, as far as their addresses tell nothing.

    What was never to be published (a draft, a profile whose consent lacks something) had no page.
    """
    return tuple(
        FormerProfile(kind=entry.kind, id=entry.id, languages=languages)
        for entry in entries
        if BY_KIND[entry.kind].paged and OPAQUE.match(entry.id) and _has_left(entry.reference, today)
        if (languages := tuple(lang for lang, version in entry.versions.items() if version.slug is None))
    )


def _has_left(person: Content, today: date) -> bool:
    if not person.living:
        return False
    if person.status is Status.PUBLISHED:
        return person.over(today) or person.refusal(today) in GONE
    return person.status is Status.ARCHIVED


def pictures_over(media: Mapping[str, MediaFile], people: Iterable[Entry[Content]]) -> dict[str, date]:
    """The first day on which an image is no longer shown, by its path: when the first of those whom it shows leaves."""
    ends = {person.id: person.reference.over_on for person in people}
    found = {path: tuple(_days(ends, file.sidecar.people)) for path, file in media.items()}
    return {path: min(days) for path, days in found.items() if days}


def _days(ends: Mapping[str, date | None], people: Iterable[str]) -> Iterator[date]:
    for person in people:
        day = ends.get(person)
        if day is not None:
            yield day
