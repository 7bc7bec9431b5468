"""Alerts leave the pages by themselves; whoever wrote them is told, and warned of one that would last too long."""

from collections.abc import Iterator
from datetime import timedelta

from site_builder.check.sight import Sight
from site_builder.problems import Problem
from site_builder.validate.days import in_words

LONGEST = timedelta(days=60)
"""What lasts longer is no alert: it belongs in a block of the guide."""


def ending_alerts(sight: Sight) -> Iterator[Problem]:
    """Alerts that are over, and those that last more than two months."""
    for placed in sight.records.data.alerts:
        alert = placed.record
        place, values = placed.place("ends"), {"date": in_words(alert.ends.day)}
        if alert.is_over(sight.today):
            yield Problem("alert-over", place, values)
        elif alert.ends.day - alert.starts.day > LONGEST:
            yield Problem("alert-long", place, {**values, "days": LONGEST.days})
