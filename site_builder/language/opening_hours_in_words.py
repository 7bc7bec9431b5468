"""Opening hours in words: "Du lundi au jeudi : de 8 h 30 à 12 h 30 et de 14 h à 17 h"."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import time
from functools import cache, lru_cache
from itertools import groupby
from operator import itemgetter
from types import MappingProxyType

from site_builder.language.locales import UnknownLanguageError, locale_of
from site_builder.language.numbers import join_list
from site_builder.language.opening_hours import DAYS
from site_builder.language.schedule import MIDNIGHT, Day, Period, WeeklySchedule, When
from site_builder.language.times import time_in_words

WORDS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "fr": MappingProxyType(
            {
                "line": "{days}\u00a0: {hours}",
                "period": "de\u00a0{start}\u00a0à\u00a0{end}",
                "day_range": "du {first} au {last}",
                "day_beside_range": "le {day}",
                "month_range": "{first} à {last}",
                "nth_day": "{ranks} {day} du mois",
                "first": "1er",
                "second": "2e",
                "third": "3e",
                "fourth": "4e",
                "fifth": "5e",
                "last": "dernier",
                "odd_weeks": "semaines impaires",
                "even_weeks": "semaines paires",
                "school_holidays": "vacances scolaires",
                "public_holidays": "jours fériés",
                "closed": "fermé",
                "all_day": "24\u00a0h sur 24",
                "always": "24\u00a0h sur 24, 7\u00a0jours sur 7",
            }
        ),
        "en": MappingProxyType(
            {
                "line": "{days}: {hours}",
                "period": "{start} to {end}",
                "day_range": "{first} to {last}",
                "day_beside_range": "{day}",
                "month_range": "{first} to {last}",
                "nth_day": "{ranks} {day} of the month",
                "first": "first",
                "second": "second",
                "third": "third",
                "fourth": "fourth",
                "fifth": "fifth",
                "last": "last",
                "odd_weeks": "odd weeks",
                "even_weeks": "even weeks",
                "school_holidays": "school holidays",
                "public_holidays": "public holidays",
                "closed": "closed",
                "all_day": "24 hours",
                "always": "24 hours a day, 7 days a week",
            }
        ),
    }
)
"""The interface strings of this module. A third language may bring a mapping with the same keys."""

_PUNCTUATION = MappingProxyType(
    {
        "line": "{days}: {hours}",
        "period": "{start} – {end}",
        "day_range": "{first} – {last}",
        "day_beside_range": "{day}",
        "month_range": "{first} – {last}",
    }
)
_ALL_DAY = Period(0, MIDNIGHT)
_ALWAYS = When()
_RANKS = {1: "first", 2: "second", 3: "third", 4: "fourth", 5: "fifth", -1: "last"}


def in_words(
    schedule: WeeklySchedule,
    lang: str,
    strings: Mapping[str, str] | None = None,
    *,
    reference: str | None = None,
) -> tuple[str, ...]:
    """One line for the days which share the same hours, then the closed days, public holidays and notes.

    `strings` are the interface strings of the language, with keys of WORDS; French and English have theirs.
    Names of days and months, "and" and times come from CLDR, which is enough for ordinary weeks in any
    language it knows: only the line of closed days is left out. A schedule that needs a missing word ("odd
    weeks") is written wholly in `reference`: two languages in a line would be worse. Notes stay as written.

    Raises ValueError when `lang` cannot say it and there is no other `reference`.
    """
    try:
        writer = _writer(lang) if strings is None else _Writer(lang, strings)
        return tuple(line[0].upper() + line[1:] for line in writer.lines(schedule))
    except (KeyError, UnknownLanguageError) as missing:
        if reference is None or reference == lang:
            raise ValueError(f"opening hours cannot be said in {lang!r}: {missing}") from missing
    return in_words(schedule, reference)


def as_published(raw: str, lang: str) -> str:
    """`raw` as it is, less its English abbreviations: "lundi 08:00–12:00, 13:00–17:00 · vendredi 00:00–12:00".

    For hours that are not understood: nothing is put right or left out. A text in words is given back untouched.
    """
    if not _NOTATION.fullmatch(raw):
        return raw
    try:
        names = dict(zip(DAYS, _day_names(lang), strict=True))
    except UnknownLanguageError:
        return raw
    spelled = _DAY.sub(lambda day: names[day[0]], raw)
    rules = (", ".join(part.strip() for part in rule.split(",")) for rule in spelled.split(";") if rule.strip())
    return " · ".join(rules).replace("-", "–")


_DAY = re.compile("|".join(DAYS))
_NOTATION = re.compile(rf"(?:{_DAY.pattern}|[\d\s:;,-])+")


class _Writer:
    """The words of one language, which says the same days and the same hours again and again."""

    def __init__(self, lang: str, strings: Mapping[str, str] | None = None) -> None:
        """Raises UnknownLanguageError."""
        self.lang = lang
        self.locale = locale_of(lang)
        self.words = {**_PUNCTUATION, **WORDS.get(lang, {}), **(strings or {})}
        self._weekdays: Callable[[tuple[int, ...]], str] = cache(self._name_weekdays)
        self._hours: Callable[[Day], str] = lru_cache(maxsize=1000)(self._tell_hours)

    def lines(self, schedule: WeeklySchedule) -> Iterator[str]:
        if _is_always_open(schedule):
            yield self.words["always"]
        else:
            for week in schedule.weeks:
                for day, numbers in _same_hours(week.days).items():
                    if day.is_closed and week.when == _ALWAYS:
                        continue  # said once, with the days that the text does not name
                    yield self._line(self._days(week.when, numbers), self._hours(day))
            closed = _closed_days(schedule)
            if closed and "closed" in self.words:
                yield self._line(self.words["closed"], self._weekdays(tuple(closed)))
        if schedule.public_holidays is not None:
            yield self._line(self.words["public_holidays"], self._hours(schedule.public_holidays))
        yield from schedule.notes

    def _line(self, days: str, hours: str) -> str:
        return self.words["line"].format(days=days, hours=hours)

    def _join(self, items: Sequence[str]) -> str:
        return join_list(items, self.lang)

    def _days(self, when: When, numbers: Sequence[int]) -> str:
        """The days of a line, after what restricts them: "juillet à août, du lundi au vendredi"."""
        restrictions = []
        if when.months:
            restrictions.append(self._join([self._months(first, last) for first, last in when.months]))
        if when.weeks != "all":
            restrictions.append(self.words[f"{when.weeks}_weeks"])
        if when.school_holidays:
            restrictions.append(self.words["school_holidays"])
        if when.nth:
            ranks = self._join([self.words[_RANKS[rank]] for rank in when.nth])
            days = self._join([self._day_name(number) for number in numbers])
            return ", ".join([*restrictions, self.words["nth_day"].format(ranks=ranks, day=days)])
        return ", ".join([*restrictions, self._weekdays(tuple(numbers))])

    def _name_weekdays(self, numbers: tuple[int, ...]) -> str:
        """As "lundi, mardi et jeudi", or "du lundi au mercredi et le vendredi" from three days in a row."""
        runs = list(_runs(numbers))
        single = self.words["day_beside_range"] if any(first + 1 < last for first, last in runs) else "{day}"
        spoken = []
        for first, last in runs:
            if first + 1 < last:
                names = {"first": self._day_name(first), "last": self._day_name(last)}
                spoken.append(self.words["day_range"].format(**names))
            else:
                spoken += [single.format(day=self._day_name(number)) for number in range(first, last + 1)]
        return self._join(spoken)

    def _months(self, first: int, last: int) -> str:
        names = self.locale.months["stand-alone"]["wide"]
        if first == last:
            return str(names[first])
        return self.words["month_range"].format(first=names[first], last=names[last])

    def _day_name(self, number: int) -> str:
        return _day_names(self.lang)[number]

    def _tell_hours(self, day: Day) -> str:
        if day.is_closed:
            return self.words["closed"]
        periods = self._join([self._period(period) for period in day.periods])
        if periods and day.note:
            return f"{periods} ({day.note})"
        return periods or day.note

    def _period(self, period: Period) -> str:
        if period == _ALL_DAY:
            return self.words["all_day"]
        return self.words["period"].format(start=self._time(period.start), end=self._time(period.end))

    def _time(self, minutes: int) -> str:
        hour, minute = divmod(minutes % MIDNIGHT, 60)
        return time_in_words(time(hour, minute), self.locale)


_writer = cache(_Writer)
"""By language, with its own words."""


@cache
def _day_names(lang: str) -> tuple[str, ...]:
    """Monday first."""
    names = locale_of(lang).days["format"]["wide"]
    return tuple(str(names[number]) for number in range(7))


def _is_always_open(schedule: WeeklySchedule) -> bool:
    if len(schedule.weeks) != 1:
        return False
    always = Day((_ALL_DAY,))
    return schedule.weeks[0].when == _ALWAYS and all(day == always for day in schedule.weeks[0].days)


def _same_hours(days: Sequence[Day | None]) -> dict[Day, list[int]]:
    """The numbers of the days by their hours, in order."""
    groups: dict[Day, list[int]] = {}
    for day, same in groupby(enumerate(days), itemgetter(1)):
        if day is not None:
            groups.setdefault(day, []).extend(number for number, _ in same)
    return groups


def _closed_days(schedule: WeeklySchedule) -> list[int]:
    """The days on which no week opens; where none opens at all, only those which are said to be closed."""
    said = [(week.when, n, day) for week in schedule.weeks for n, day in enumerate(week.days) if day]
    opened = {number for _, number, day in said if not day.is_closed}
    if opened:
        return [number for number in range(7) if number not in opened]
    return [number for when, number, _ in said if when == _ALWAYS]


def _runs(numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The first and last of each row of consecutive numbers."""
    first = previous = numbers[0]
    for number in numbers[1:]:
        if number != previous + 1:
            yield first, previous
            first = number
        previous = number
    yield first, previous
