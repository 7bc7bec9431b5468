"""What ends: perks and events leave the site by themselves, and whoever wrote them is told; hours that never come."""

from collections.abc import Iterator
from datetime import timedelta
from zoneinfo import ZoneInfo

from site_builder.check.sight import Sight
from site_builder.model.event import Event
from site_builder.model.perk import Perk
from site_builder.model.when import DayOrHour
from site_builder.problems import Problem

SOON = timedelta(days=30)


def ending_perks(sight: Sight) -> Iterator[Problem]:
    """Perks that are over and no longer published, and those that will be within a month."""
    for entry in sight.entries:
        perk = entry.reference
        if not isinstance(perk, Perk) or not entry.published:
            continue
        place, values = sight.place(entry, "expires_on"), {"date": perk.expires_on.isoformat()}
        if not perk.shown(sight.today):
            yield Problem("perk-over", place, values)
        elif perk.expires_on - sight.today <= SOON:
            yield Problem("expires-soon", place, values)


def past_events(sight: Sight) -> Iterator[Problem]:
    """Events that are over and no longer published."""
    for entry in sight.entries:
        event = entry.reference
        if isinstance(event, Event) and entry.published and not event.shown(sight.today):
            place = sight.place(entry, "ends" if event.ends else "starts")
            yield Problem("event-over", place, {"date": event.last_day.isoformat()})


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
