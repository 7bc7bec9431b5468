"""What nobody can check: contacts that say neither where they come from nor when they were checked; entries that say
nothing at all, or lack what readers come for."""

from collections.abc import Iterator

from site_builder.check.sight import Sight
from site_builder.model.block import Block, Mode
from site_builder.model.proof import Proof
from site_builder.problems import Problem


def unsourced_contacts(sight: Sight) -> Iterator[Problem]:
    """A contact has its source, or the day when a person checked it. Those of the open data have theirs."""
    for placed in sight.records.data.contacts:
        if placed.record.source is None and placed.record.verified_on is None:
            values = {"id": placed.record.id, "today": sight.today.isoformat()}
            yield Problem("contact-unsourced", placed.place("id"), values)


def empty_entries(sight: Sight) -> Iterator[Problem]:
    """A published entry without its text, or with a title alone. A block that hides another needs none."""
    for entry in sight.entries:
        content = entry.reference
        hides = isinstance(content, Block) and content.mode is Mode.HIDE
        if not entry.published or content.body.strip() or hides:
            continue
        if content.NEEDS_TEXT and content.summary:
            yield Problem("text-missing", sight.place(entry, "title"))
        elif not content.summary and not isinstance(content, Proof):  # its title is the claim
            yield Problem("entry-empty", sight.place(entry, "title"))
