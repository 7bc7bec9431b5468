"""What the clocks of a time zone do, as calendars say it (RFC 5545 §3.6.5)."""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

NO_TIME = timedelta(0)


def time_zone(name: str, years: Iterable[int]) -> Timezone:
    """What the clocks do in each of ``years``: the offset on its first day, then each change.

    Every change is written out: no rule repeats for ever, and icalendar's own component is an hour late in spring.
    """
    made, zone = Timezone(), ZoneInfo(name)
    made.add("tzid", name)
    for year in sorted(set(years)):
        start = datetime(year, 1, 1, tzinfo=zone)
        made.add_component(_observance(start.replace(tzinfo=None), start, start))
        for before, after in _changes(zone, year):
            offset = before.utcoffset() or NO_TIME
            made.add_component(_observance((after.astimezone(UTC) + offset).replace(tzinfo=None), before, after))
    return made


def _observance(onset: datetime, before: datetime, after: datetime) -> TimezoneStandard | TimezoneDaylight:
    """From ``onset``, as the clocks showed it until then, what they show ``after``."""
    made = TimezoneDaylight() if after.dst() else TimezoneStandard()
    made.add("dtstart", onset)
    made.add("tzoffsetfrom", before.utcoffset())
    made.add("tzoffsetto", after.utcoffset())
    made.add("tzname", after.tzname())
    return made


def _changes(zone: ZoneInfo, year: int) -> Iterator[tuple[datetime, datetime]]:
    """The minutes around each change of the clocks of a year."""
    day = datetime(year, 1, 1, 12, tzinfo=UTC)
    while day.date() < date(year, 12, 31):
        next_day = day + timedelta(days=1)
        if day.astimezone(zone).utcoffset() != next_day.astimezone(zone).utcoffset():
            yield _change(zone, day, next_day)
        day = next_day


def _change(zone: ZoneInfo, first: datetime, last: datetime) -> tuple[datetime, datetime]:
    """Between two moments, the last minute of the one offset and the first minute of the other."""
    offset = first.astimezone(zone).utcoffset()
    low, high = 0, int((last - first).total_seconds()) // 60
    while high - low > 1:
        middle = (low + high) // 2
        if (first + timedelta(minutes=middle)).astimezone(zone).utcoffset() == offset:
            low = middle
        else:
            high = middle
    return (first + timedelta(minutes=low)).astimezone(zone), (first + timedelta(minutes=high)).astimezone(zone)
