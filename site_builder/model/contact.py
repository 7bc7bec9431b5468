"""Contacts by role, and the honest absence of one."""

from site_builder.model.values import (
    Code,
    Day,
    Email,
    Flag,
    Frozen,
    Line,
    Name,
    Position,
    Slug,
    Source,
    Telephone,
    WebAddress,
)


class Contact(Frozen):
    """Who answers for a role in some territories. ``verified_on`` only when a person checked it."""

    id: Slug
    role: Line
    covers: tuple[Code, ...]
    name: Name
    address: str | None = None
    telephone: Telephone | None = None
    email: Email | None = None
    website: WebAddress | None = None
    opening_hours: str | None = None
    languages: tuple[str, ...] = ()
    position: Position | None = None
    wheelchair: Flag | None = None
    source: Source | None = None
    verified_on: Day | None = None


class Absence(Frozen):
    """Somebody checked that a role has no contact in these territories: by whom, and when."""

    role: Line
    covers: tuple[Code, ...]
    checked_by: Name
    checked_on: Day
