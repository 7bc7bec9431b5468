"""Dates are the portal's, not the machine's."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfoNotFoundError

import pytest

from site_builder.clock import today_in


@pytest.mark.parametrize("time_zone", ["Europe/Paris", "Pacific/Kiritimati", "Pacific/Pago_Pago"])
def test_today_is_within_a_day_of_utc(time_zone: str) -> None:
    before = datetime.now(UTC)
    assert abs(today_in(time_zone) - before.date()) <= timedelta(days=1)


def test_two_ends_of_the_world_are_never_on_the_same_day() -> None:
    """UTC+14 and UTC−11: 25 hours apart."""
    assert today_in("Pacific/Kiritimati") > today_in("Pacific/Pago_Pago")


def test_a_time_zone_that_does_not_exist() -> None:
    with pytest.raises(ZoneInfoNotFoundError):
        today_in("Europe/Atlantis")
