"""What was true when it was written: texts to read again, and adaptations of a text that has changed since."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import MAXYEAR, date, timedelta

from site_builder.check.sight import Sight
from site_builder.model.block import Block, Part
from site_builder.problems import Problem, Worded
from site_builder.problems.catalogue import PARTS

ASKED = "new"
"""What an editor without a terminal writes under ``against`` to be told the word to put there."""
_MONTHS = {"months": 1, "years": 12}


def reviews_due(sight: Sight) -> Iterator[Problem]:
    """A published text whose ``review_every`` has passed since somebody checked it, or that nobody ever checked."""
    for entry in sight.entries:
        content = entry.reference
        if not entry.published or content.review_every is None:
            continue
        values = {"today": sight.today.isoformat(), "owner": f" ({content.owner})" if content.owner else ""}
        if content.verified_on is None:
            yield Problem("review-undated", sight.place(entry, "review_every"), values)
            continue
        due = _later(content.verified_on, content.review_every)
        if due < sight.today:
            yield Problem("review-due", sight.place(entry, "verified_on"), {**values, "due": due.isoformat()})


def stale_overrides(sight: Sight) -> Iterator[Problem]:
    """An adaptation that was read beside another edition of the block above than today's."""
    blocks = {entry.id: entry.reference for entry in sight.entries if isinstance(entry.reference, Block)}
    for entry in sight.entries:
        block = blocks.get(entry.id)
        above = blocks.get(block.overrides or "") if block and entry.published else None
        if block and above and block.against not in {None, above.edition}:
            values = {"id": above.id, "edition": above.edition}
            place = sight.place(entry, "against")
            if block.against == ASKED:
                yield Problem("override-new", place, values)
            else:
                parts = _named(above.changed_since(block.against or ""))
                yield Problem("override-stale", place, {**values, "parts": parts})


def _named(parts: tuple[Part, ...]) -> Worded:
    """`` (titre, texte)``; nothing where it is not known what has changed."""
    if not parts:
        return Worded(fr="", en="")
    french, english = zip(*(PARTS[part] for part in parts), strict=True)
    return Worded(fr=f" ({', '.join(french)})", en=f" ({', '.join(english)})")


def _later(day: date, period: str) -> date:
    """``day`` and ``6 months``; the 31st becomes the last day of a shorter month, and what never comes the last day."""
    number, unit = period.split()
    try:
        if unit == "days":
            return day + timedelta(days=int(number))
        year, month = divmod(day.year * 12 + day.month - 1 + int(number) * _MONTHS[unit], 12)
        return day.replace(year=year, month=month + 1, day=min(day.day, monthrange(year, month + 1)[1]))
    except (ValueError, OverflowError):
        return date(MAXYEAR, 12, 31)
