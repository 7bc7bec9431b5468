"""Calendars of the events (RFC 5545): one beside each event's page, one of all beside the page that lists them.

Nothing in them depends on the hour of the build or on the site's address, but for the links they hold: a calendar that
somebody subscribed to years ago still knows its events.
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, Timezone, TimezoneDaylight, TimezoneStandard

from site_builder.model import event as model
from site_builder.model.entry import Content, Entry
from site_builder.model.values import Lang
from site_builder.model.when import DayOrHour, day_after
from site_builder.output import Output
from site_builder.plan.files import event_file, events_file
from site_builder.plan.pages import list_key
from site_builder.render.scene import Scene

PRODUCT = "-//Portail//Portail//FR"
NO_TIME = timedelta(0)
UNDATED = date(2000, 1, 1)
"""The day of an event that nobody says to have checked: an early one, since no stamp may be in the future."""


def calendars(scene: Scene) -> Iterator[Output]:
    """The calendar of every event, in each language that has its page, then that of all events in every language."""
    entries = scene.portal.entries.get("event", ())
    for entry in entries:
        for page in scene.site.versions(entry.key):
            yield Output(event_file(page), calendar(scene, [entry], page.lang, page.title))
    for page in scene.site.versions(list_key("event")):
        name = scene.words[page.lang].t("route.calendar")
        yield Output(events_file(page, name), calendar(scene, entries, page.lang, page.title))


def calendar(scene: Scene, entries: Iterable[Entry[Content]], lang: Lang, name: str) -> bytes:
    """``entries`` for readers of ``lang``, who see the calendar under ``name``."""
    made = Calendar()
    made.add("prodid", PRODUCT)
    made.add("version", "2.0")
    made.add("name", name, parameters={"LANGUAGE": lang})  # RFC 7986 §5.1; most programs read the next one
    made.add("x-wr-calname", name)
    events = [(entry, version) for entry in entries if isinstance(version := entry.reference, model.Event)]
    zone = scene.portal.settings.time_zone
    hours = [day for _, event in events for day in (event.starts, event.ends) if day and day.hour]
    if hours or not events:  # a calendar holds one component at least (RFC 5545 §3.6)
        years = {hour.day.year for hour in hours} or {scene.today.year}
        made.add_component(time_zone(zone, years))
    for entry, _ in events:
        made.add_component(_event(scene, entry, lang))
    return bytes(made.to_ical())


def _event(scene: Scene, entry: Entry[Content], lang: Lang) -> Event:
    version, version_lang = entry.pick(lang)
    assert isinstance(version, model.Event)
    made, zone = Event(), ZoneInfo(scene.portal.settings.time_zone)
    made.add("uid", f"event-{version.id}@{scene.portal.settings.territory.lower()}.portail")
    made.add("dtstamp", datetime.combine(version.verified_on or UNDATED, time.min, UTC))
    made.add("dtstart", _value(version.starts, zone))
    end = _end(version, zone)
    if end:
        made.add("dtend", end)
    made.add("status", "CANCELLED" if version.cancelled else "CONFIRMED")
    sequence = 2 * version.revision + version.cancelled
    if sequence:  # of two editions of an event the higher one wins (RFC 5546 §2.1.4)
        made.add("sequence", sequence)
    for name, text, language in _texts(scene, version, version_lang):
        if text:
            made.add(name, text, parameters={"LANGUAGE": language})
    if version.position:
        made.add("geo", (version.position.latitude, version.position.longitude))
    page = scene.page(entry.key, lang)
    if page and scene.links.origin:
        made.add("url", scene.links.absolute(page.path))
    return made


def _texts(scene: Scene, event: model.Event, lang: Lang) -> Iterator[tuple[str, str, Lang]]:
    """What is said of the event, and the language it is said in; only its title and summary are translated."""
    title, reference = event.title, scene.portal.reference_lang
    if event.cancelled:  # many programs show a status nowhere
        title = scene.words[lang].t("event.cancelled_title", title=title)
    yield "summary", title, lang
    yield "description", event.summary or "", lang
    yield "location", event.place or "", reference
    yield "contact", _contact(event), reference


def _value(when: DayOrHour, zone: ZoneInfo) -> date | datetime:
    return when.moment(zone) if when.hour else when.day


def _end(event: model.Event, zone: ZoneInfo) -> date | datetime | None:
    """The hour that it ends at; of whole days, the day after the last (RFC 5545 §3.6.1: the end is not included)."""
    if event.starts.hour:
        return _value(event.ends, zone) if event.ends else None
    after = day_after(event.last_day)
    return after if after > event.starts.day else None


def _contact(event: model.Event) -> str:
    """Who holds it, and where to register."""
    ways = event.registration
    return ", ".join(filter(None, (event.organiser, *((ways.website, ways.telephone, ways.email) if ways else ()))))


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
