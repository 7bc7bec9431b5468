"""Territories, the organisations that cover several of them, and the sectors of the Carnet."""

from typing import Annotated

from pydantic import Field, StringConstraints

from site_builder.model.values import IN_DIGITS, Code, Frozen, Line, Localized, Name, Position, Slug, Source, WebAddress


class Territory(Frozen):
    """A place with a level and its parents. ``parents`` in the order of precedence: the first one's word wins."""

    code: Annotated[str, StringConstraints(pattern=r"^[0-9A-Za-z]+([_-][0-9A-Za-z]+)*$", max_length=20)]
    siren: Annotated[str, StringConstraints(pattern=r"^[0-9]{9}$"), Field(examples=["200012345"])] | None = None
    """Its number in the national register, where the code is another one."""
    level: Line
    name: Annotated[Line, StringConstraints(max_length=120)]
    kind: str | None = None
    """Legal form, where the level has several: CC, CA, CU, METRO."""
    parents: tuple[Code, ...] = ()
    slug: Slug | None = None
    postal_codes: tuple[Annotated[str, StringConstraints(pattern=r"^[0-9A-Z -]{3,10}$")], ...] = ()
    population: Annotated[int, Field(ge=0, le=10_000_000_000), IN_DIGITS] | None = None
    seat: Code | None = None
    members_outside: tuple[Code, ...] = ()
    names: dict[str, "PlaceForms"] = Field(default_factory=dict)

    @property
    def numbers(self) -> tuple[str, ...]:
        """What names it anywhere: its code, and its SIREN where that is another one."""
        return (self.code,) if self.siren in {None, self.code} else (self.code, str(self.siren))


class PlaceForms(Frozen):
    """Forms of a place's name in one language that no rule gives: "dans les Landes", "in the Landes"."""

    name: str | None = None
    short: str | None = None
    at: str | None = None
    of: str | None = None
    to: str | None = None


class Organisation(Frozen):
    """A body that fits no level of the tree (PETR, Maison de l'emploi, network) and covers some territories."""

    id: Slug
    name: Name
    kind: Slug
    summary: Localized | None = None
    covers: tuple[Code, ...]
    coverage_note: Localized | None = None
    website: WebAddress | None = None
    position: Position | None = None
    sources: tuple[Source, ...] = ()


class Sector(Frozen):
    """A part of the territory with an identity and products of its own."""

    id: Slug
    name: Localized
    covers: tuple[Code, ...]
