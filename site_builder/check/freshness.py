"""What was true when it was written: texts to read again, and adaptations of a text that has changed since."""

from collections.abc import Iterator

from site_builder.check.sight import Sight
from site_builder.model.block import Block, Part
from site_builder.problems import Problem, Worded
from site_builder.problems.catalogue import PARTS
from site_builder.resolve import verifications
from site_builder.validate.days import in_words

ASKED = "new"
"""What an editor without a terminal writes under ``against`` to be told the word to put there."""


def verifications_due(sight: Sight) -> Iterator[Problem]:
    """A published text whose ``review_every`` has passed since somebody checked it, or that nobody ever checked."""
    for each in verifications.verifications_due(sight.entries, sight.today):
        values = {"today": sight.today.isoformat(), "owner": f" ({each.owner})" if each.owner else ""}
        if each.due is None:
            yield Problem("review-undated", sight.place(each.entry, "review_every"), values)
        else:
            place = sight.place(each.entry, "verified_on")
            yield Problem("review-due", place, {**values, "due": in_words(each.due)})


def stale_overrides(sight: Sight) -> Iterator[Problem]:
    """An adaptation that was read beside another edition of the block above than today's."""
    blocks = {entry.id: (entry, entry.reference) for entry in sight.entries if isinstance(entry.reference, Block)}
    for entry, block in blocks.values():
        original, above = blocks.get(block.overrides or "", (None, None)) if entry.published else (None, None)
        if original and above and block.against not in {None, above.edition}:
            values = {"id": above.id, "edition": above.edition}
            place = sight.place(entry, "against")
            if block.against == ASKED:
                yield Problem("override-new", place, values)
            else:
                parts = _named(above.changed_since(block.against or ""))
                changed = {"parts": parts, "above": sight.document(original).place}
                yield Problem("override-stale", place, {**values, **changed})


def _named(parts: tuple[Part, ...]) -> Worded:
    """`` (titre, texte)``; nothing where it is not known what has changed."""
    if not parts:
        return Worded(fr="", en="")
    french, english = zip(*(PARTS[part] for part in parts), strict=True)
    return Worded(fr=f" ({', '.join(french)})", en=f" ({', '.join(english)})")
