"""What ends leaves the site by itself, and whoever wrote it is told, before and after; hours that never come."""

from collections.abc import Iterator
from zoneinfo import ZoneInfo

from site_builder.check.sight import Sight
from site_builder.model.event import Event
from site_builder.model.when import DayOrHour
from site_builder.problems import Problem
from site_builder.resolve.expiring import SOON, Why, expiring
from site_builder.validate.days import in_words

_SOON = {Why.EXPIRES_ON: ("expires-soon", "expires_on"), Why.CONSENT: ("consent-ends-soon", "consent", "expires_on")}
"""The problem and the field of each end that can be put off."""


def ending_soon(sight: Sight) -> Iterator[Problem]:
    """Entries and consents that end within a month."""
    for each in expiring(sight.entries, sight.today, SOON):
        if each.why in _SOON:
            code, *path = _SOON[each.why]
            yield Problem(code, sight.place(each.entry, *path), {"date": in_words(each.day)})


def ended(sight: Sight) -> Iterator[Problem]:
    """Entries whose last day has passed, and which are no longer published."""
    for entry in sight.entries:
        last = entry.reference.expires_on
        if entry.published and last and last < sight.today:
            yield Problem("entry-over", sight.place(entry, "expires_on"), {"date": in_words(last)})


def past_events(sight: Sight) -> Iterator[Problem]:
    """Events that are over and no longer published."""
    for entry in sight.entries:
        event = entry.reference
        if isinstance(event, Event) and entry.published and event.last_day < sight.today:
            place = sight.place(entry, "ends" if event.ends else "starts")
            yield Problem("event-over", place, {"date": in_words(event.last_day)})


def skipped_hours(sight: Sight) -> Iterator[Problem]:
    """An hour of an event that the clocks skip on that day, in the portal's time zone."""
    zone = ZoneInfo(sight.portal.settings.time_zone)
    for entry in sight.entries:
        event = entry.reference
        for field in ("starts", "ends") if isinstance(event, Event) else ():
            written: DayOrHour | None = getattr(event, field)
            meant = written.on_the_clock(zone) if written else None
            if meant != written:
                values = {"written": str(written), "zone": zone.key, "fixed": f"{field}: {meant}"}
                yield Problem("hour-skipped", sight.place(entry, field), values)
