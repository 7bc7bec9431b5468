"""The steps of an arrival, and the blocks said in easy words: what they name exists."""

from collections.abc import Iterator

from site_builder.check.references import unknown_word
from site_builder.check.sight import Sight
from site_builder.model.block import Block
from site_builder.model.easy import EasyText
from site_builder.model.step import JourneyStep
from site_builder.model.values import pick
from site_builder.problems import Problem


def unknown_blocks(sight: Sight) -> Iterator[Problem]:
    """A block that a step sends to, or that a text says in easy words."""
    blocks = {entry.id: entry.reference.title for entry in sight.entries if isinstance(entry.reference, Block)}
    for entry in sight.entries:
        version = entry.reference
        if isinstance(version, JourneyStep | EasyText) and version.block and version.block not in sight.written_ids:
            yield unknown_word("block-unknown", version.block, blocks, sight.place(entry, "block"), "block")


def unknown_step_roles(sight: Sight) -> Iterator[Problem]:
    """Somebody to see whom guide.yml does not have."""
    if sight.records.data.guide is None:  # its own problems are told
        return
    reference = sight.portal.reference_lang
    roles = {role.id: pick(role.title, reference, reference).text for role in sight.portal.frame.roles}
    for entry in sight.entries:
        version = entry.reference
        if isinstance(version, JourneyStep) and version.role and version.role not in roles:
            yield unknown_word("unknown-role", version.role, roles, sight.place(entry, "role"), "role")
