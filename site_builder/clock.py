"""The only clock: dates are the portal's time zone's."""

from datetime import date, datetime
from zoneinfo import ZoneInfo


def today_in(time_zone: str) -> date:
    """Today's date where the portal is (an IANA name). Raises ZoneInfoNotFoundError."""
    return datetime.now(ZoneInfo(time_zone)).date()
