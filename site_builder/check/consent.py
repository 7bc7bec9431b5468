"""The consent gate (F22): nothing about a living person without their recorded agreement."""

import re
from collections.abc import Iterator

from site_builder.check.sight import Sight
from site_builder.load.nodes import key_place, place_of
from site_builder.model.ambassador import Ambassador, Consent, Scope
from site_builder.model.entry import Content, Entry, Status
from site_builder.problems import Problem
from site_builder.validate.records import closest

OPAQUE = re.compile(r"^p-[0-9a-f]{8}$")


def living_people(sight: Sight) -> Iterator[Problem]:
    """Why a living person's profile is not published, and what keeps its address from telling who it was."""
    for entry in sight.entries:
        person = entry.reference
        if not isinstance(person, Ambassador) or not person.living or person.status is Status.ARCHIVED:
            continue
        if not OPAQUE.match(person.id):
            yield Problem("consent-id", sight.place(entry, "id"), {"id": person.id})
        for lang, version in entry.versions.items():
            if version.slug:
                place = key_place(sight.document(entry, lang).front, ("slug",))
                yield Problem("consent-slug", place, {"slug": version.slug})
        if person.consent is None:
            yield Problem("consent-missing", sight.place(entry, "title"))
        else:
            yield from _consent(sight, entry, person, person.consent)


def possible_lives(sight: Sight) -> Iterator[Problem]:
    """A death to come, or before birth, is a slip of the hand; and it would do without consent."""
    for entry in sight.entries:
        person = entry.reference
        if isinstance(person, Ambassador) and not person.possible_years(sight.today):
            field = "died" if person.died else "born"
            moment = person.died or person.born
            assert moment is not None  # a life without years is possible
            yield Problem("life-years", sight.place(entry, field, "year"), {"year": moment.year})


def unknown_people(sight: Sight) -> Iterator[Problem]:
    """A sidecar names people by the ids of their profiles, which alone tell whether they may be shown."""
    names = {entry.reference.title: entry.id for entry in sight.entries if isinstance(entry.reference, Ambassador)}
    ids = frozenset(entry.id for entry in sight.entries if isinstance(entry.reference, Ambassador))
    known = ids | (sight.written_ids - {entry.id for entry in sight.entries})  # a profile with mistakes exists
    for media in {item.stem: item for item in sight.portal.records.media.values()}.values():
        for index, person in enumerate(media.sidecar.people):
            if person not in known:
                meant = closest(person, ids) or names.get(closest(person, names) or "")
                place = place_of(sight.portal.records.sources.sidecars[media.sidecar_path], ("people", index))
                values = {"written": person, "fixed": meant, "known": ", ".join(sorted(ids)) or "—"}
                yield Problem("unknown-person" if meant else "unknown-person-id", place, values)


def _consent(sight: Sight, entry: Entry[Content], person: Ambassador, consent: Consent) -> Iterator[Problem]:
    """What is over comes first: it is a warning, and an error would keep the page of before as it is."""
    if consent.withdrawn_on is not None:
        yield Problem("consent-withdrawn", sight.place(entry, "consent", "withdrawn_on"))
    elif Scope.SITE not in consent.scope:
        yield Problem("consent-scope", sight.place(entry, "consent", "scope"))
    elif consent.expires_on <= sight.today:
        values = {"date": consent.expires_on.isoformat()}
        yield Problem("consent-expired", sight.place(entry, "consent", "expires_on"), values)
    elif consent.minor and consent.guardian_reference is None:
        yield Problem("consent-minor", sight.place(entry, "consent"))
    elif person.born is not None and not person.age_is_told(sight.today):
        yield Problem("consent-age", sight.place(entry, "consent", "minor"), {"year": person.born.year})
    elif consent.granted_on > sight.today:
        values = {"date": consent.granted_on.isoformat()}
        yield Problem("consent-future", sight.place(entry, "consent", "granted_on"), values)
