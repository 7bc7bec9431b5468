"""Days, and days with an hour."""

from datetime import date, time
from zoneinfo import ZoneInfo

import pytest

from site_builder.model.when import DayOrHour, day_after, read_when

PARIS = ZoneInfo("Europe/Paris")


@pytest.mark.parametrize(
    ("written", "when", "in_paris"),
    [
        ("2027-01-16", DayOrHour(date(2027, 1, 16)), "2027-01-16"),
        ("2027-01-16T18:30", DayOrHour(date(2027, 1, 16), time(18, 30)), "2027-01-16T18:30:00+01:00"),
        ("2027-07-16T18:30", DayOrHour(date(2027, 7, 16), time(18, 30)), "2027-07-16T18:30:00+02:00"),
        ("2027-01-16T00:00", DayOrHour(date(2027, 1, 16), time(0)), "2027-01-16T00:00:00+01:00"),
        ("2026-10-25T02:30", DayOrHour(date(2026, 10, 25), time(2, 30)), "2026-10-25T02:30:00+02:00"),  # comes twice
    ],
)
def test_a_day_or_an_hour(written: str, when: DayOrHour, in_paris: str) -> None:
    assert read_when(written) == when
    assert str(when) == written
    assert when.in_zone(PARIS) == in_paris


@pytest.mark.parametrize(
    "written",
    [
        *(" ", "2027", "2027-01", "2027-1-16", "16/01/2027", "2027-02-29", "2027-01-16 18:30", "2027-01-16T18"),
        *("2027-01-16T24:00", "2027-01-16T18:60", "2027-01-16T18:30:00", "2027-01-16T18:30Z", "2027-01-16T18:30\n"),
        "٢٠٢٧-٠١-١٦",
    ],
)
def test_what_is_neither(written: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        read_when(written)


def test_what_comes_first() -> None:
    ordered = ["2027-01-15T23:59", "2027-01-16T08:00", "2027-01-16T18:30", "2027-01-17"]
    assert [str(when) for when in sorted(read_when(written) for written in reversed(ordered))] == ordered


@pytest.mark.parametrize(
    ("day", "after"),
    [(date(2026, 12, 31), date(2027, 1, 1)), (date(2028, 2, 28), date(2028, 2, 29)), (date.max, date.max)],
)
def test_the_day_after(day: date, after: date) -> None:
    assert day_after(day) == after
