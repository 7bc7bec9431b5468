"""What data/guide.yml names under ``partner_work`` exists."""

from collections.abc import Iterator

from site_builder.check.references import unknown_word
from site_builder.check.sight import Sight
from site_builder.model.block import Block
from site_builder.model.values import pick
from site_builder.problems import Problem

GUIDE = "data/guide.yml"


def unknown_partner_work(sight: Sight) -> Iterator[Problem]:
    """A block, a role or a kind of organisations that the portal does not have."""
    frame = sight.portal.frame.partner_work
    if frame is None:
        return
    reference = sight.portal.reference_lang
    blocks = {entry.id: entry.reference.title for entry in sight.entries if isinstance(entry.reference, Block)}
    roles = {role.id: pick(role.title, reference, reference).text for role in sight.portal.frame.roles}
    kinds = {placed.record.kind: placed.record.kind for placed in sight.records.data.organisations}
    for field, code, written, known in (
        ("blocks", "block-unknown", frame.blocks, {**blocks, **dict.fromkeys(sight.ids_with_mistakes, "")}),
        ("roles", "unknown-role", frame.roles, roles),
        ("organisation_kinds", "unknown-organisation-kind", frame.organisation_kinds, kinds),
    ):
        named = blocks if field == "blocks" else known
        for index, word in enumerate(written):
            if word not in known:
                yield unknown_word(code, word, named, sight.data_place(GUIDE, "partner_work", field, index))
