"""Which texts are to be checked again, and since when: what their owners said of them."""

from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import MAXYEAR, date, timedelta

from site_builder.model.entry import Content, Entry

_MONTHS = {"month": 1, "year": 12}


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """A published entry that is to be checked again. ``due``: since when; None where nobody ever checked it."""

    entry: Entry[Content]
    due: date | None

    @property
    def owner(self) -> str | None:
        return self.entry.reference.owner

    @property
    def order_key(self) -> tuple[bool, date, str]:
        """The oldest first; what nobody ever checked comes last."""
        return self.due is None, self.due or date.max, self.entry.path


def verifications_due(entries: Iterable[Entry[Content]], today: date) -> Iterator[Verification]:
    """Published texts whose ``review_every`` has passed since somebody checked them, or that nobody ever checked."""
    for entry in entries:
        content = entry.reference
        if not entry.published or content.review_every is None:
            continue
        due = due_on(content)
        if due is None or due < today:
            yield Verification(entry=entry, due=due)


def due_on(content: Content) -> date | None:
    """The day by which it is to be checked again; None where nothing asks for that, or nobody ever checked it."""
    if content.review_every is None or content.verified_on is None:
        return None
    return later(content.verified_on, content.review_every)


def later(day: date, period: str) -> date:
    """``day`` and ``6 months``; the 31st becomes the last day of a shorter month, and what never comes the last day."""
    number, unit = period.removesuffix("s").split()
    try:
        if unit == "day":
            return day + timedelta(days=int(number))
        year, month = divmod(day.year * 12 + day.month - 1 + int(number) * _MONTHS[unit], 12)
        return day.replace(year=year, month=month + 1, day=min(day.day, monthrange(year, month + 1)[1]))
    except (ValueError, OverflowError):
        return date(MAXYEAR, 12, 31)
