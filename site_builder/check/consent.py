"""The consent gate (F22): nothing about a living person without their recorded agreement."""

import re
from collections.abc import Iterator

from site_builder.check.sight import Sight
from site_builder.load.nodes import key_place
from site_builder.model.ambassador import Ambassador, Consent
from site_builder.model.entry import Content, Entry, Status
from site_builder.problems import Problem

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
            yield from _consent(sight, entry, person.consent)


def _consent(sight: Sight, entry: Entry[Content], consent: Consent) -> Iterator[Problem]:
    if consent.withdrawn_on is not None:
        yield Problem("consent-withdrawn", sight.place(entry, "consent", "withdrawn_on"))
    elif consent.minor and consent.guardian_reference is None:
        yield Problem("consent-minor", sight.place(entry, "consent"))
    elif consent.expires_on <= sight.today:
        values = {"date": consent.expires_on.isoformat()}
        yield Problem("consent-expired", sight.place(entry, "consent", "expires_on"), values)
    elif consent.granted_on > sight.today:
        values = {"date": consent.granted_on.isoformat()}
        yield Problem("consent-future", sight.place(entry, "consent", "granted_on"), values)
