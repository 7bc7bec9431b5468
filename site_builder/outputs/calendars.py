"""Calendars of the events (RFC 5545): of each, of all, of territories and of themes, below the page that lists them.

Nothing in them depends on the hour of the build or on the site's address, but for the links they hold: a calendar that
somebody subscribed to years ago still knows its events.
"""

from collections.abc import Iterable, Iterator
from datetime import timedelta

from icalendar import Calendar, vText

from site_builder.model.entry import Content, Entry
from site_builder.model.event import Event
from site_builder.model.values import Lang
from site_builder.model.when import DayOrHour
from site_builder.output import Output
from site_builder.outputs.calendar_events import calendar_event
from site_builder.outputs.time_zones import time_zone
from site_builder.plan.leading_on import taken_ids
from site_builder.plan.subscribed import standing_page
from site_builder.render.calendar_plans import (
    EVENT,
    EVENTS,
    calendar_path,
    calendar_plans,
    calendar_title,
    event_path,
    events_title,
)
from site_builder.render.scene import Scene

PRODUCT = "-//Portail//Portail//FR"
END = b"END:VCALENDAR\r\n"
ASKED_AGAIN = timedelta(days=1)
"""After how long programs should ask again: the site is built every night."""


def calendars(scene: Scene) -> Iterator[Output]:
    """The calendar of every event, and those of several, in every language."""
    entries = scene.portal.entries.get(EVENT, ())
    plans = scene.once(calendar_plans)
    for lang in scene.portal.languages:
        writer = CalendarWriter(scene, lang)
        page = standing_page(scene.portal, scene.site, EVENTS, lang)
        if page:
            for entry in entries:
                made = writer.calendar([entry], entry.pick(lang)[0].title)
                yield from (Output(event_path(scene, name, page), made) for name in (entry.id, *taken_ids(entry)))
            title = events_title(scene, page)
            yield Output(calendar_path(scene, None, page), writer.subscribed(entries, title))
            written: dict[str, bytes] = {}
            for plan in plans.values():
                subject = plan.territory or plan.name
                if subject not in written:  # that of a wider territory comes before the places in it
                    name = f"{title} – {calendar_title(scene, plan, lang)}"
                    written[subject] = writer.subscribed(plan.events, name)
                yield Output(calendar_path(scene, plan, page), written[subject])


class CalendarWriter:
    """Calendars in one language: each event, and what the clocks do, is written once for all of them."""

    def __init__(self, scene: Scene, lang: Lang) -> None:
        self._scene = scene
        self._lang = lang
        self._components: dict[str, bytes] = {}
        self._zones: dict[frozenset[int], bytes] = {}

    def calendar(self, entries: Iterable[Entry[Content]], name: str) -> bytes:
        """``entries`` for readers of the language, who see the calendar under ``name``."""
        return self._written(self._head(name), entries)

    def subscribed(self, entries: Iterable[Entry[Content]], name: str) -> bytes:
        """The same for programs that ask for it again and again."""
        made = self._head(name)
        made.add("refresh-interval", ASKED_AGAIN, parameters={"VALUE": "DURATION"})  # RFC 7986 §5.7; Outlook: the next
        made.add("x-published-ttl", "P1D")
        return self._written(made, entries)

    def _head(self, name: str) -> Calendar:
        made = Calendar()
        made.add("prodid", PRODUCT)
        made.add("version", "2.0")
        # Both are to be told to be texts, to be escaped. RFC 7986 §5.1; most programs read the second.
        made.add("name", vText(name), parameters={"LANGUAGE": self._lang})
        made.add("x-wr-calname", vText(name))
        return made

    def _written(self, head: Calendar, entries: Iterable[Entry[Content]]) -> bytes:
        events = [entry for entry in entries if isinstance(entry.reference, Event)]
        hours = [day for entry in events for day in _days(entry.reference) if day.hour]
        parts = [bytes(head.to_ical()).removesuffix(END)]
        if hours or not events:  # a calendar holds one component at least (RFC 5545 §3.6)
            parts.append(self._zone(frozenset(hour.day.year for hour in hours) or frozenset({self._scene.today.year})))
        parts += [self._event(entry) for entry in events]
        return b"".join((*parts, END))

    def _event(self, entry: Entry[Content]) -> bytes:
        if entry.key not in self._components:
            self._components[entry.key] = bytes(calendar_event(self._scene, entry, self._lang).to_ical())
        return self._components[entry.key]

    def _zone(self, years: frozenset[int]) -> bytes:
        if years not in self._zones:
            self._zones[years] = bytes(time_zone(self._scene.portal.settings.time_zone, years).to_ical())
        return self._zones[years]


def _days(event: Content) -> Iterator[DayOrHour]:
    assert isinstance(event, Event)
    yield event.starts
    if event.ends:
        yield event.ends
