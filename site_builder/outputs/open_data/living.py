"""Living persons agreed to be on this site, and not to be copied from it."""

from site_builder.model.entry import Content, entry_key
from site_builder.model.registry import CONTENT_TYPES, PEOPLE
from site_builder.resolve.portal import Portal

MAY_TELL = frozenset(PEOPLE).union(each.kind for each in CONTENT_TYPES if "people" in each.model.model_fields)
"""The kinds whose entries may be a living person's, or name one."""


def tells_of_the_living(portal: Portal, version: Content) -> bool:
    """Whether an entry is a living person's, or names one."""
    return version.living or any(lives(portal, person) for person in version.named)


def lives(portal: Portal, person: str) -> bool:
    """Whether somebody of that id has a profile that is shown, and no year of death."""
    found = (portal.by_key.get(entry_key(kind, person)) for kind in PEOPLE)
    return any(entry.reference.living for entry in found if entry)
