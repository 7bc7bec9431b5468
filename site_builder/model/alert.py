"""An alert (fire, flood, strike…): what readers of some pages are told above everything else, until an hour."""

from datetime import date, datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from pydantic import ValidationInfo, field_validator

from site_builder.model.values import Code, Frozen, Localized, Slug, Source
from site_builder.model.when import DayOrHour, When, day_after, ended_after


class AlertKind(StrEnum):
    """What happens."""

    FIRE = "fire"
    FLOOD = "flood"
    WEATHER = "weather"
    HEALTH = "health"
    STRIKE = "strike"
    OTHER = "other"


class Alert(Frozen):
    """Without ``territory`` it is for every page. The day of ``ends`` is included; its hour is not.

    It always ends: nobody believes a portal that still warns of last summer's fire.
    """

    id: Slug
    kind: AlertKind
    title: Localized
    text: Localized
    territory: Code | None = None
    starts: When
    ends: When
    source: Source

    @field_validator("ends")
    @classmethod
    def _after_its_beginning(cls, ends: DayOrHour, info: ValidationInfo) -> DayOrHour:
        starts: DayOrHour | None = info.data.get("starts")
        return ends if starts is None else ended_after(starts, ends)

    def begins(self, zone: ZoneInfo) -> datetime:
        """From when it is shown."""
        return self.starts.moment(zone)

    def over(self, zone: ZoneInfo) -> datetime:
        """From when it is no longer shown."""
        return (self.ends if self.ends.hour else DayOrHour(day_after(self.ends.day))).moment(zone)

    def is_over(self, today: date) -> bool:
        """Whether it ended before that day; what ends on that day may still be needed."""
        return self.ends.day < today
