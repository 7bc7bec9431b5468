"""From OpenStreetMap's `opening_hours` notation to a typed schedule.

The notation is read as far as public desks use it: weekdays, lists and ranges of them, several periods a
day, `off`, months, odd and even weeks, the nth weekday of the month, public and school holidays, comments.
A later rule refines an earlier one ("Mo-Fr 09:00-17:00; We 09:00-12:00"), as the notation says. What is
outside of that, or contradicts itself, is returned as `Unparsed`, so that a page shows the raw text rather
than half of the truth.

Reference: https://wiki.openstreetmap.org/wiki/Key:opening_hours/specification
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache

from site_builder.language.schedule import (
    MIDNIGHT,
    Day,
    Period,
    Unparsed,
    Week,
    WeeklySchedule,
    Weeks,
    When,
)

__all__ = ["Unparsed", "WeeklySchedule", "parse"]

DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_ALWAYS = When()
_EVERY_DAY = tuple(range(7))
_DAY_NUMBER = {name: number for number, name in enumerate(DAYS)}
_MONTH_NUMBER = {name: number for number, name in enumerate(MONTHS, start=1)}
_RANKS = frozenset((1, 2, 3, 4, 5, -1))

_WEEKDAY = rf"(?:{'|'.join(DAYS)})"
_DAY_TOKEN = rf"(?:{_WEEKDAY}(?:-{_WEEKDAY}|\[-?\d(?:,-?\d)*\])?|PH)"
_MONTH_TOKEN = rf"(?:{'|'.join(MONTHS)})(?:-(?:{'|'.join(MONTHS)}))?"
_SPAN = r"\d{1,2}:\d\d-\d{1,2}:\d\d"
_RULE = re.compile(
    rf"""
    (?:week\ (?P<weeks>\d{{1,2}}-\d{{1,2}}/2):?\ )?
    (?:(?P<months>{_MONTH_TOKEN}(?:,{_MONTH_TOKEN})*):?\ ?)?
    (?:(?P<school>SH)\ ?)?
    (?P<days>{_DAY_TOKEN}(?:,\ ?{_DAY_TOKEN})*)?
    \ ?(?:(?P<hours>{_SPAN}(?:,\ ?{_SPAN})*)|(?P<closed>off|closed)|(?P<always>24/7))?
    \ ?(?:"(?P<note>[^"]*)")?
    """,
    re.VERBOSE,
)
_RULE_SEPARATOR = re.compile(r"""\s*;\s*(?=(?:[^"]*"[^"]*")*[^"]*$)""")


class _NotUnderstoodError(Exception):
    """The text is outside of the notation that is read, or contradicts itself."""


def parse(raw: str) -> WeeklySchedule | Unparsed:
    """The schedule written in `raw`, or `Unparsed(raw)`; never an exception."""
    reading = _Reading()
    separated = _RULE_SEPARATOR.split(raw.strip()) if '"' in raw else raw.split(";")
    try:
        for rule in separated:
            stripped = rule.strip()
            if stripped:
                reading.add(stripped)
        return reading.schedule()
    except _NotUnderstoodError:
        return Unparsed(raw)


class _Reading:
    """What has been read so far of one text."""

    __slots__ = ("_holidays", "_notes", "_weeks", "_written")

    def __init__(self) -> None:
        self._weeks: dict[When, list[Day | None]] = {}
        self._written: dict[tuple[When, int], frozenset[int]] = {}
        self._holidays: Day | None = None
        self._notes: list[str] = []

    def schedule(self) -> WeeklySchedule:
        if not self._weeks and self._holidays is None and not self._notes:
            raise _NotUnderstoodError
        return WeeklySchedule(
            weeks=tuple(Week(when, tuple(days)) for when, days in self._weeks.items()),
            public_holidays=self._holidays,
            notes=tuple(self._notes),
        )

    def add(self, rule: str) -> None:
        match = _RULE.fullmatch(rule)
        if not match:
            raise _NotUnderstoodError
        weeks, months, school, days, hours, closed, always, note = match.groups()
        if not (hours or closed or always or note):
            raise _NotUnderstoodError
        if closed and note:
            raise _NotUnderstoodError
        day = Day(_periods(hours, always), note or "")
        if note and not (weeks or months or school or days or hours or always):
            self._notes.append(note)
            return
        when = _when(weeks, months, school) if weeks or months or school else _ALWAYS
        for nth, numbers in _days(days):
            if numbers is None:
                self._holidays = day
            else:
                self._set(replace(when, nth=nth) if nth else when, numbers, day)

    def _set(self, when: When, numbers: tuple[int, ...], day: Day) -> None:
        """Write `day` on these days: each must be new, the same, closed, or refined by a narrower rule."""
        week = self._weeks.setdefault(when, [None] * 7)
        written = frozenset(numbers)
        for number in numbers:
            known = week[number]
            if known not in (None, day) and not day.is_closed and not written < self._written[when, number]:
                raise _NotUnderstoodError
            week[number] = day
            self._written[when, number] = written


def _when(weeks: str | None, months: str | None, school: str | None) -> When:
    return When(
        weeks=_parity(weeks) if weeks else "all",
        months=tuple(_month_ranges(months)) if months else (),
        school_holidays=school is not None,
    )


def _parity(weeks: str) -> Weeks:
    """Every second week of the whole year; of a part of the year, nothing is said in words."""
    first, last = map(int, weeks.removesuffix("/2").split("-"))
    if first > 2 or first < 1 or last < 51:
        raise _NotUnderstoodError
    return "odd" if first == 1 else "even"


def _month_ranges(months: str) -> Iterator[tuple[int, int]]:
    for span in months.split(","):
        first, _, last = span.partition("-")
        yield _MONTH_NUMBER[first], _MONTH_NUMBER[last or first]


def _days(days: str | None) -> Iterable[tuple[tuple[int, ...], tuple[int, ...] | None]]:
    """The weekdays of a rule, by rank in the month (usually none); None stands for public holidays."""
    if days is None:
        return (((), _EVERY_DAY),)
    if len(days) == 2 and days != "PH":
        return (((), (_DAY_NUMBER[days],)),)
    return _several_days(days)


def _several_days(days: str) -> Iterator[tuple[tuple[int, ...], tuple[int, ...] | None]]:
    ordinary: list[int] = []
    for token in re.split(r",\ ?(?![^\[]*\])", days):
        name, separator, rest = token[:2], token[2:3], token[3:]
        if name == "PH":
            yield (), None
        elif separator == "[":
            yield _ranks(rest[:-1]), (_DAY_NUMBER[name],)
        elif separator == "-":
            first = _DAY_NUMBER[name]
            length = (_DAY_NUMBER[rest] - first) % 7
            ordinary += [(first + step) % 7 for step in range(length + 1)]
        else:
            ordinary.append(_DAY_NUMBER[name])
    if ordinary:
        yield (), tuple(ordinary)


def _ranks(ranks: str) -> tuple[int, ...]:
    numbers = tuple(int(rank) for rank in ranks.split(","))
    if not _RANKS.issuperset(numbers):
        raise _NotUnderstoodError
    return numbers


@lru_cache(maxsize=1000)
def _periods(hours: str | None, always: str | None) -> tuple[Period, ...]:
    """The periods of a day in order, those which touch joined; overlapping ones are a contradiction.

    A desk that opens at midnight does so for the whole day: "00:00-12:00" is a slip for some other hour.
    """
    if always:
        return (Period(0, MIDNIGHT),)
    if not hours:
        return ()
    spans = sorted(_span(text) for text in hours.split(","))
    joined = [spans[0]]
    for start, end in spans[1:]:
        previous_start, previous_end = joined[-1]
        if start < previous_end or previous_end <= previous_start:
            raise _NotUnderstoodError
        if start == previous_end:
            joined[-1] = previous_start, end
        else:
            joined.append((start, end))
    if any(start == 0 and end != MIDNIGHT for start, end in joined):
        raise _NotUnderstoodError
    return tuple(Period(start, end) for start, end in joined)


def _span(text: str) -> tuple[int, int]:
    start, end = (_minutes(time) for time in text.strip().split("-"))
    if start in (end, MIDNIGHT):
        raise _NotUnderstoodError
    return start, end


def _minutes(time: str) -> int:
    hour, minute = time.split(":")
    minutes = int(hour) * 60 + int(minute)
    if minutes > MIDNIGHT or minute > "59":
        raise _NotUnderstoodError
    return minutes
