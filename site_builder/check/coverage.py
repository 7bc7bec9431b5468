"""Who covers no territory is on no page."""

from collections.abc import Iterator
from typing import Any

from site_builder.check.sight import Sight
from site_builder.problems import Problem
from site_builder.validate.data_files import Placed


def covering_nobody(sight: Sight) -> Iterator[Problem]:
    """A list ``covers`` without any territory. An organisation may say in its ``coverage_note`` why it has none."""
    data = sight.records.data
    unsaid = (placed for placed in data.organisations if placed.record.coverage_note is None)
    lists: tuple[Placed[Any], ...] = (*unsaid, *data.sectors, *data.contacts, *data.absences)
    for placed in lists:
        if not placed.record.covers:
            fixed = f'covers: ["{sight.portal.settings.territory}"]'
            yield Problem("covers-nobody", placed.place("covers"), {"fixed": fixed})
