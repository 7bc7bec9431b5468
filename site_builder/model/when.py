"""A day, or a day and an hour, as an event says when it begins and ends. The hour is the portal's time zone's."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import total_ordering
from typing import Annotated, Any
from zoneinfo import ZoneInfo

from pydantic import BeforeValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

_WRITTEN = re.compile(r"(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}))?")


@total_ordering
@dataclass(frozen=True, slots=True)
class DayOrHour:
    """``2027-01-16``, or ``2027-01-16T18:30``."""

    day: date
    hour: time | None = None

    def __lt__(self, other: "DayOrHour") -> bool:
        return (self.day, self.hour or time.min) < (other.day, other.hour or time.min)

    def __str__(self) -> str:
        return f"{self.day.isoformat()}T{self.hour:%H:%M}" if self.hour else self.day.isoformat()

    def moment(self, zone: ZoneInfo) -> datetime:
        """The hour in ``zone``; of a whole day, its first one. Of an hour that comes twice in autumn, the first."""
        return datetime.combine(self.day, self.hour or time.min, zone)

    def on_the_clock(self, zone: ZoneInfo) -> "DayOrHour":
        """What the clocks of ``zone`` show at that moment: an hour later where they skip it in spring."""
        shown = self.moment(zone).astimezone(UTC).astimezone(zone)
        return DayOrHour(shown.date(), shown.time()) if self.hour else self

    def in_zone(self, zone: ZoneInfo) -> str:
        """As schema.org takes it (ISO 8601): ``2027-01-16``, ``2027-01-16T18:30:00+01:00``."""
        return self.moment(zone).isoformat() if self.hour else self.day.isoformat()


def first_moment(day: date, time_zone: str) -> str:
    """When the day begins in the time zone, as scripts read it (ISO 8601): ``2027-01-16T00:00:00+01:00``."""
    return DayOrHour(day).moment(ZoneInfo(time_zone)).isoformat()


def day_after(day: date) -> date:
    """The next day; the last one that there is has none."""
    return day if day == date.max else day + timedelta(days=1)


def last_day_after(first: date | None, last: date) -> date:
    """``last``, of something that begins on ``first``. Raises PydanticCustomError: it would be over before."""
    if first is not None and last < first:
        raise PydanticCustomError("ends_early", "ends before it begins", {"starts": first.isoformat(), "nearest": "…"})
    return last


def ended_after(starts: DayOrHour, ends: DayOrHour) -> DayOrHour:
    """``ends``, of something that starts then. Raises PydanticCustomError: it is too early, or only one has an hour."""
    if (ends.hour is None) is not (starts.hour is None):
        day = ends.day.isoformat()
        context = {"starts": str(starts), "nearest": day if ends.hour else f"{day}T…"}
        raise PydanticCustomError("ends_otherwise", "one has an hour, the other none", context)
    if ends < starts or (ends == starts and ends.hour):
        past_midnight = DayOrHour(day_after(ends.day), ends.hour)
        context = {"starts": str(starts), "nearest": str(past_midnight) if ends.day == starts.day else "…"}
        raise PydanticCustomError("ends_early", "ends before it begins", context)
    return ends


def read_when(written: str) -> DayOrHour:
    """``2027-01-16`` or ``2027-01-16T18:30``. Raises ValueError."""
    match = _WRITTEN.fullmatch(written)
    if not match:
        raise ValueError(written)
    day, hour = match.groups()
    return DayOrHour(date.fromisoformat(day), time.fromisoformat(hour) if hour else None)


def _when(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    try:
        return read_when(value)
    except ValueError as error:
        raise PydanticCustomError("bad_when", "not a day, nor a day and an hour", {"value": value}) from error


_PATTERN = f"^{_WRITTEN.pattern}$"
When = Annotated[DayOrHour, BeforeValidator(_when), WithJsonSchema({"type": "string", "pattern": _PATTERN})]
