"""Ambassadors: the region's human heritage. Without a year of death a person is living, and consent is needed."""

from datetime import date
from enum import StrEnum
from typing import Annotated, Any, ClassVar

from pydantic import Field

from site_builder.model.entry import Content, Translated
from site_builder.model.values import Day, Flag, Frozen, Line, Moment


class Theme(StrEnum):
    """The six themes of human heritage."""

    LEARNING = "learning"
    VOLUNTARY_WORK = "voluntary-work"
    SPORT = "sport"
    CULTURE = "culture"
    PROFESSIONAL_LIFE = "professional-life"
    PUBLIC_LIFE = "public-life"


class Consent(Frozen):
    """A living person's recorded agreement. The document itself stays outside the repository."""

    scope: tuple[str, ...]
    granted_on: Day
    expires_on: Day
    reference: Line
    minor: Flag = False
    guardian_reference: str | None = None
    withdrawn_on: Day | None = None


class Quote(Frozen):
    """The person's own words, and where they stand."""

    text: Line
    source: Line


class Step(Frozen):
    """One date of a career."""

    year: Line
    text: Line


class Ambassador(Content):
    """A person whose life speaks of the place."""

    SCHEMA_TYPE: ClassVar[str] = "Person"

    theme: Theme
    occupation: Annotated[str | None, Translated] = None
    born: Moment | None = None
    died: Moment | None = None
    cohort: Annotated[int | None, Field(ge=1900, le=2999)] = None
    quote: Annotated[Quote | None, Translated] = None
    career: Annotated[tuple[Step, ...], Translated] = ()
    consent: Consent | None = None

    @property
    def group(self) -> str:
        return self.theme.value

    @property
    def living(self) -> bool:
        """A profile without a year of death is of a living person."""
        return self.died is None

    def may_be_published(self, today: date) -> bool:
        """The consent gate: the dead may be told of; the living only within what they agreed to."""
        if not self.living:
            return True
        consent = self.consent
        if consent is None or consent.withdrawn_on is not None:
            return False
        if consent.minor and consent.guardian_reference is None:
            return False
        return consent.granted_on <= today < consent.expires_on

    def schema_org(self) -> dict[str, Any]:
        known: dict[str, Any] = {"@type": "Person"}
        if self.occupation:
            known["jobTitle"] = self.occupation
        for key, moment in (("birth", self.born), ("death", self.died)):
            if moment:
                known[f"{key}Date"] = f"{moment.year:04d}"
                if moment.place:
                    known[f"{key}Place"] = {"@type": "Place", "name": moment.place}
        return known
