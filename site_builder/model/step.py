"""A step of the journey of an arrival: what to do, by when, with which papers, and whom to see (F12)."""

from enum import StrEnum
from typing import Annotated

from pydantic import ValidationInfo, field_validator
from pydantic_core import PydanticCustomError

from site_builder.model.entry import Content, Translated
from site_builder.model.values import Line, Slug


class Stage(StrEnum):
    """The four stages of an arrival; each has the days from the arrival that belong to it."""

    BEFORE = "before"
    FIRST_WEEK = "first-week"
    FIRST_MONTH = "first-month"
    FIRST_THREE_MONTHS = "first-three-months"

    @property
    def days(self) -> range:
        """Days from the day of arrival, which is 0."""
        return _DAYS[self]


_DAYS = {
    Stage.BEFORE: range(-366, 0),
    Stage.FIRST_WEEK: range(8),
    Stage.FIRST_MONTH: range(8, 32),
    Stage.FIRST_THREE_MONTHS: range(32, 93),
}


class JourneyStep(Content):
    """One step. ``day``: days from the arrival by which to have done it; ``block``: the text that says more."""

    stage: Stage
    day: int
    role: Line | None = None
    documents: Annotated[tuple[Line, ...], Translated] = ()
    block: Slug | None = None

    @field_validator("day")
    @classmethod
    def _day_of_its_stage(cls, day: int, info: ValidationInfo) -> int:
        stage = info.data.get("stage")
        if stage is not None and day not in stage.days:
            first, last = stage.days[0], stage.days[-1]
            context = {"stage": stage.value, "first": first, "last": last, "nearest": max(first, min(day, last))}
            raise PydanticCustomError("step_day", "a day of another stage", context)
        return day

    @property
    def order_key(self) -> tuple[int, str]:
        return (self.day, self.id)
