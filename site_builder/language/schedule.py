"""What a week of opening hours is, once understood."""

from dataclasses import dataclass
from typing import Literal, NamedTuple, TypeAlias

Weeks: TypeAlias = Literal["all", "odd", "even"]

MIDNIGHT = 24 * 60


class Period(NamedTuple):
    """From `start` to `end`, in minutes after midnight; an `end` before `start` is on the next day."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Day:
    """One day: open during `periods`. Without period and without note, closed."""

    periods: tuple[Period, ...] = ()
    note: str = ""

    @property
    def is_closed(self) -> bool:
        return not self.periods and not self.note


@dataclass(frozen=True, slots=True)
class When:
    """In which part of the year or the month a week applies; by default, always.

    `months` are ranges (6, 8) of month numbers; `nth` are ranks of the weekday in its month, -1 for the last.
    """

    weeks: Weeks = "all"
    months: tuple[tuple[int, int], ...] = ()
    nth: tuple[int, ...] = ()
    school_holidays: bool = False


@dataclass(frozen=True, slots=True)
class Week:
    """Seven days from Monday; None for a day about which nothing is said."""

    when: When
    days: tuple[Day | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WeeklySchedule:
    """The weeks in the order of the text (often one, the ordinary one), and what stands beside them."""

    weeks: tuple[Week, ...]
    public_holidays: Day | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Unparsed:
    """Opening hours that were not understood, as they were written."""

    raw: str
