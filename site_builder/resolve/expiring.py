"""What leaves the site by itself within some days, and what is to be checked again."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from site_builder.model.entry import Content, Entry, Until
from site_builder.resolve.verifications import due_on

SOON = 30
"""Days: what ends within so many is told to whoever answers for it, in the check, in proposals and every week."""


class Why(StrEnum):
    """Why somebody has to look at an entry by a day."""

    EXPIRES_ON = Until.EXPIRES_ON.value
    CONSENT = Until.CONSENT.value
    EVENT = Until.EVENT.value
    VERIFICATION = "verification"


@dataclass(frozen=True, slots=True, kw_only=True)
class Expiring:
    """``day``: the last one on which the entry is shown; of a verification, the one by which it is due."""

    entry: Entry[Content]
    day: date
    why: Why


def expiring(entries: Iterable[Entry[Content]], today: date, days: int) -> tuple[Expiring, ...]:
    """What is shown today and has a day to come within so many, the soonest first: an entry may have several."""
    found = (each for entry in entries if entry.published and entry.reference.shown(today) for each in _days(entry))
    near = (each for each in found if timedelta() <= each.day - today <= timedelta(days=days))
    return tuple(sorted(near, key=lambda each: (each.day, each.entry.path)))


def _days(entry: Entry[Content]) -> Iterator[Expiring]:
    for until, day in entry.reference.last_days.items():
        yield Expiring(entry=entry, day=day, why=Why(until.value))
    due = due_on(entry.reference)
    if due:
        yield Expiring(entry=entry, day=due, why=Why.VERIFICATION)
