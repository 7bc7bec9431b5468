"""A welcome ceremony or another event for newcomers (F09): when, where, whose, and how to register."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Annotated, Any, ClassVar

from pydantic import Field, ValidationInfo, field_validator

from site_builder.model.entry import Content, Until
from site_builder.model.values import IN_DIGITS, Code, Email, Flag, Frozen, Lang, Line, Position, Telephone, WebAddress
from site_builder.model.when import DayOrHour, When, ended_after


class EventKind(StrEnum):
    """What one comes to."""

    CEREMONY = "ceremony"
    MEETING = "meeting"
    VISIT = "visit"
    WORKSHOP = "workshop"


class Registration(Frozen):
    """Where to say that one comes."""

    website: WebAddress | None = None
    telephone: Telephone | None = None
    email: Email | None = None


class Event(Content):
    """Without ``ends``, it is over when its day is. A cancelled event stays until then, and says so.

    ``revision`` counts the changes of its hour or place: calendars that hold an older one take the new one over.
    """

    SCHEMA_TYPE: ClassVar[str] = "Event"
    TERRITORY_TERM: ClassVar[str] = "location"
    NEEDS_TEXT: ClassVar[bool] = False

    territory: Code
    kind: EventKind
    starts: When
    ends: When | None = None
    place: Line | None = None
    position: Position | None = None
    organiser: Line | None = None
    registration: Registration | None = None
    cancelled: Flag = False
    revision: Annotated[int, Field(ge=0, le=9999), IN_DIGITS] = 0
    languages: tuple[Lang, ...] = ()

    @field_validator("ends")
    @classmethod
    def _after_its_beginning(cls, ends: DayOrHour | None, info: ValidationInfo) -> DayOrHour | None:
        starts: DayOrHour | None = info.data.get("starts")
        if ends is None or starts is None:
            return ends
        return ended_after(starts, ends)

    @property
    def sequence(self) -> int:
        """The number of this edition for calendars (RFC 5545 §3.8.7.4): to cancel it is to make another."""
        return 2 * self.revision + self.cancelled

    @property
    def last_day(self) -> date:
        return (self.ends or self.starts).day

    @property
    def last_days(self) -> Mapping[Until, date]:
        return {**super().last_days, Until.EVENT: self.last_day}

    @property
    def order_key(self) -> tuple[int, str]:
        """Soonest first; of one day, the whole day's before the hours'."""
        return (self.starts.day.toordinal(), f"{str(self.starts)[10:]} {self.id}")

    def schema_org(self) -> dict[str, Any]:
        """All but the dates, which need the portal's time zone (`render/structured_data.py`)."""
        status = "EventCancelled" if self.cancelled else "EventScheduled"
        known: dict[str, Any] = {"@type": self.SCHEMA_TYPE, "eventStatus": f"https://schema.org/{status}"}
        if self.languages:
            known["inLanguage"] = list(self.languages)
        if self.organiser:
            known["organizer"] = {"@type": "Organization", "name": self.organiser}
        return {**known, "location": self._location()} if self.place or self.position else known

    def _location(self) -> dict[str, Any]:
        known: dict[str, Any] = {"@type": "Place"}
        if self.place:
            known["address"] = self.place
        if self.position:
            known["geo"] = self.position.schema_org()
        return known
