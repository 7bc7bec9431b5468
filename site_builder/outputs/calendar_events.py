"""An event as calendars know it: a component of RFC 5545, the same bytes in every calendar that holds it."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from icalendar import Event

from site_builder.model import event as model
from site_builder.model.entry import Content, Entry
from site_builder.model.values import Lang
from site_builder.model.when import DayOrHour, day_after
from site_builder.render.last_days import last_moment
from site_builder.render.scene import Scene

UNDATED = date(2000, 1, 1)
"""The day of an event that nobody says to have checked: an early one, since no stamp may be in the future."""


def calendar_event(scene: Scene, entry: Entry[Content], lang: Lang) -> Event:
    """``entry``, an event, for readers of ``lang``."""
    version, version_lang = entry.pick(lang)
    assert isinstance(version, model.Event)
    made, zone = Event(), ZoneInfo(scene.portal.settings.time_zone)
    made.add("uid", f"event-{version.id}@{scene.portal.settings.territory.lower()}.portail")
    changed = last_moment(scene, entry)
    made.add("dtstamp", changed or datetime.combine(version.verified_on or UNDATED, time.min, UTC))
    if changed:
        made.add("last-modified", changed)
    made.add("dtstart", _value(version.starts, zone))
    end = _end(version, zone)
    if end:
        made.add("dtend", end)
    made.add("status", "CANCELLED" if version.cancelled else "CONFIRMED")
    if version.sequence:  # of two editions of an event the higher one wins (RFC 5546 §2.1.4)
        made.add("sequence", version.sequence)
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
