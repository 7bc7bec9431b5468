"""The consent gate (F22): nothing about a living person without their recorded agreement."""

import re
from collections.abc import Collection, Iterator, Mapping
from datetime import date
from difflib import get_close_matches

from site_builder.check.sight import Sight
from site_builder.load.nodes import key_place, place_of
from site_builder.model.ambassador import Ambassador
from site_builder.model.consent import OPAQUE, Consent, Refusal
from site_builder.model.entry import Content, Status
from site_builder.model.registry import PEOPLE
from site_builder.problems import Problem
from site_builder.validate.closest import closest
from site_builder.validate.days import in_words

_NUMBER_OR_ADDRESS = re.compile(r"(?:\d[\s.]*){10}|\d\d(?:-\d\d){4}|@")
"""Ten digits in a row, whatever stands between them in a telephone number, or the sign of an e-mail address."""
_ONE_SIGN = 0.9
"""How alike two neutral ids are (difflib) that differ by one of their ten signs."""
_SAID: Mapping[Refusal, tuple[str, ...]] = {
    Refusal.WITHDRAWN: ("consent-withdrawn", "consent", "withdrawn_on"),
    Refusal.NOT_FOR_THE_SITE: ("consent-scope", "consent", "scope"),
    Refusal.EXPIRED: ("consent-expired", "consent", "expires_on"),
    Refusal.IMPOSSIBLE_YEARS: ("life-years",),
    Refusal.NO_CONSENT: ("consent-missing", "title"),
    Refusal.NO_GUARDIAN: ("consent-minor", "consent"),
    Refusal.AGE_UNTOLD: ("consent-age", "consent", "minor"),
    Refusal.NOT_YET: ("consent-future", "consent", "granted_on"),
}
"""The problem of each refusal, and the field to look at; that of the life's years is the last one written."""


def living_people(sight: Sight) -> Iterator[Problem]:
    """What keeps the address of a living person's profile from telling who it is."""
    for entry in sight.entries:
        person = entry.reference
        if not person.living or person.status is Status.ARCHIVED:
            continue
        if not OPAQUE.match(person.id):
            yield Problem("consent-id", sight.place(entry, "id"), {"id": person.id})
        for lang, version in entry.versions.items():
            if version.slug:
                place = key_place(sight.document(entry, lang).front, ("slug",))
                yield Problem("consent-slug", place, {"slug": version.slug})


def refused_profiles(sight: Sight) -> Iterator[Problem]:
    """Why a profile is not published: the consent gate's own words."""
    for entry in sight.entries:
        person = entry.reference
        refusal = None if person.status is Status.ARCHIVED else person.refusal(sight.today)
        if refusal:
            code, *path = _said(person, refusal)
            moment = "died" if getattr(person, "died", None) else "born"
            place = sight.place(entry, *(path or (moment, "year")))
            yield Problem(code, place, _details(person, path[-1] if path else moment))


def telling_references(sight: Sight) -> Iterator[Problem]:
    """How to reach somebody, where only the name of a file is meant: archived or not, anybody reads the repository."""
    for entry in sight.entries:
        consent = getattr(entry.reference, "consent", None)
        for field in ("reference", "guardian_reference") if isinstance(consent, Consent) else ():
            if _NUMBER_OR_ADDRESS.search(getattr(consent, field) or ""):
                yield Problem("consent-reference", sight.place(entry, "consent", field), {"field": field})


def _said(person: Content, refusal: Refusal) -> tuple[str, ...]:
    """The problem and the field; of whoever has no year of birth to go by, that nobody said whether they are of age."""
    if refusal is Refusal.AGE_UNTOLD and getattr(person, "born", None) is None:
        return ("consent-age-unsaid", "consent", "minor")
    return _SAID[refusal]


def _details(person: Content, field: str) -> dict[str, object]:
    """The year of the life, and the day of the consent, that a sentence may name."""
    moment = (person.died or person.born) if isinstance(person, Ambassador) else None
    day = getattr(getattr(person, "consent", None), field, None)
    return {"year": moment.year if moment else "", "date": in_words(day) if isinstance(day, date) else ""}


def unknown_people(sight: Sight) -> Iterator[Problem]:
    """A sidecar names people by the ids of their profiles, which alone tell whether they may be shown."""
    people = [entry for entry in sight.entries if entry.kind in PEOPLE]
    names = {entry.reference.title: entry.id for entry in people}
    ids = frozenset(entry.id for entry in people)
    known = ids | sight.ids_with_mistakes
    for media in {item.stem: item for item in sight.records.media.values()}.values():
        for index, person in enumerate(media.sidecar.people):
            if person not in known:
                meant = _id_meant(person, ids) or names.get(closest(person, names) or "")
                place = place_of(sight.records.sources.sidecars[media.sidecar_path], ("people", index))
                values = {"written": person, "fixed": meant, "known": ", ".join(sorted(ids)) or "—"}
                yield Problem("unknown-person" if meant else "unknown-person-id", place, values)


def _id_meant(written: str, ids: Collection[str]) -> str | None:
    """Ids of living people tell nothing, and so are alike: only a slip of one sign is no profile that was deleted."""
    if OPAQUE.match(written):
        return next(iter(get_close_matches(written, sorted(ids), n=1, cutoff=_ONE_SIGN)), None)
    return closest(written, ids)
