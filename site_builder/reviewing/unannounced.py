"""Events that a proposal moves without telling the calendars that have them already."""

from collections.abc import Iterator
from dataclasses import dataclass

from site_builder.model.entry import Content
from site_builder.model.event import Event
from site_builder.problems import Place
from site_builder.reading import PortalRead


@dataclass(frozen=True, slots=True, kw_only=True)
class Unannounced:
    """An event with another hour or place under the same number; ``place`` is where ``fixed``, its line, may stand."""

    title: str
    place: Place
    fixed: str


def unannounced(was: PortalRead, now: PortalRead) -> tuple[Unannounced, ...]:
    """Of two editions of an event a program keeps the one of the higher number (RFC 5546 §2.1.4)."""
    if was.planned is None or now.planned is None:
        return ()
    former = {entry.key: entry.reference for entry in was.planned.portal.entries.get("event", ())}
    return tuple(_told(now, former))


def _told(now: PortalRead, former: dict[str, Content]) -> Iterator[Unannounced]:
    assert now.planned
    assert now.sight
    for entry in now.planned.portal.entries.get("event", ()):
        before, event = former.get(entry.key), entry.reference
        if not isinstance(before, Event) or not isinstance(event, Event):
            continue
        if event.sequence <= before.sequence and _where_and_when(event) != _where_and_when(before):
            front = now.sight.document(entry).front
            place = next(front.keys[key] for key in ("revision", "starts") if key in front.keys)
            yield Unannounced(title=event.title, place=place, fixed=f"revision: {before.revision + 1}")


def _where_and_when(event: Event) -> tuple[object, ...]:
    return event.starts, event.ends, event.place, event.position, event.territory, event.cancelled
