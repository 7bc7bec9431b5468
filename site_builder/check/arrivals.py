"""The steps of an arrival, the blocks said in easy words, the houses that receive: what they name exists."""

import re
from collections.abc import Iterator

from site_builder.check.references import unknown_word
from site_builder.check.sight import Sight
from site_builder.load.nodes import place_of
from site_builder.model.block import Block
from site_builder.model.easy import EasyText
from site_builder.model.house import House
from site_builder.model.step import JourneyStep
from site_builder.model.values import pick
from site_builder.problems import Place, Problem
from site_builder.validate.closest import closest

_A_ROLE = re.compile(r"^[a-z0-9]+(-[a-z0-9]+)+$")
"""As the ids of roles are written; one word alone may be French for somebody."""


def unknown_blocks(sight: Sight) -> Iterator[Problem]:
    """A block that a step sends to, or that a text says in easy words."""
    blocks = {entry.id: entry.reference.title for entry in sight.entries if isinstance(entry.reference, Block)}
    known = blocks.keys() | sight.ids_with_mistakes  # a block with mistakes exists all the same
    for entry in sight.entries:
        version = entry.reference
        if isinstance(version, JourneyStep | EasyText) and version.block and version.block not in known:
            yield unknown_word("block-unknown", version.block, blocks, sight.place(entry, "block"), "block")


def easy_texts_of_one_block(sight: Sight) -> Iterator[Problem]:
    """A block said twice in easy words: its guide could lead to one of the two only."""
    first: dict[str, Place] = {}
    for entry in sight.entries:
        version = entry.reference
        if isinstance(version, EasyText) and entry.published:
            place = sight.place(entry, "block")
            other = first.setdefault(version.block, place)
            if other is not place:
                yield Problem("easy-twice", place, {"id": version.block, "other": other})


def easy_texts_of_no_guide(sight: Sight) -> Iterator[Problem]:
    """A text in easy words that no guide leads to: the block that it says stands in none, whatever its dates."""
    blocks = {e.id for e in sight.entries if isinstance(e.reference, Block) and e.reference.shown(sight.today)}
    for entry in sight.entries:
        version = entry.reference
        if not isinstance(version, EasyText) or not entry.published or version.block not in blocks:
            continue
        if sight.tree_is_whole and not sight.portal.guides.shows(version.block):
            yield Problem("easy-alone", sight.place(entry, "block"), {"id": version.block})


def unknown_step_roles(sight: Sight) -> Iterator[Problem]:
    """Somebody to see whom guide.yml does not have."""
    roles = _roles(sight)
    if roles is None:
        return
    for entry in sight.entries:
        version = entry.reference
        if isinstance(version, JourneyStep) and version.role and version.role not in roles:
            yield unknown_word("unknown-role", version.role, roles, sight.place(entry, "role"), "role")


def misspelt_roles(sight: Sight) -> Iterator[Problem]:
    """Who does what a house does not, written almost as a role: in words, it would be nobody's name."""
    roles = _roles(sight) or {}
    for entry, lang, version in sight.versions():
        for index, row in enumerate(version.elsewhere if isinstance(version, House) else ()):
            if row.who not in roles and _A_ROLE.match(row.who) and closest(row.who, roles):
                place = place_of(sight.document(entry, lang).front, ("elsewhere", index, "who"))
                yield unknown_word("unknown-role", row.who, roles, place, "who")


def _roles(sight: Sight) -> dict[str, str] | None:
    """The titles of guide.yml's roles; None where its own problems are told."""
    if sight.records.data.guide is None:
        return None
    reference = sight.portal.reference_lang
    return {role.id: pick(role.title, reference, reference).text for role in sight.portal.frame.roles}
