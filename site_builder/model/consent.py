"""The recorded agreement of a living person to appear, and why what speaks of them is not published (F22)."""

import re
from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import Field, ValidationInfo, field_validator

from site_builder.model.values import Day, Flag, Frozen, Line
from site_builder.model.when import last_day_after

OPAQUE = re.compile(r"^p-[0-9a-f]{8}$")
"""An id that tells nothing of the person, as the address of a living one must be."""


class Scope(StrEnum):
    """Where a person agreed to appear. The portal publishes only what says ``site``."""

    SITE = "site"
    PRINT = "print"
    SOCIAL = "social"


class Refusal(StrEnum):
    """Why what speaks of a person is not published."""

    WITHDRAWN = "withdrawn"
    NOT_FOR_THE_SITE = "not-for-the-site"
    EXPIRED = "expired"
    IMPOSSIBLE_YEARS = "impossible-years"
    NO_CONSENT = "no-consent"
    NO_GUARDIAN = "no-guardian"
    AGE_UNTOLD = "age-untold"
    NOT_YET = "not-yet"


GONE = frozenset({Refusal.WITHDRAWN, Refusal.NOT_FOR_THE_SITE, Refusal.EXPIRED})
"""What ends a consent that there was."""


class Consent(Frozen):
    """A living person's recorded agreement. The document itself stays outside the repository.

    ``expires_on`` is the last day on which it holds. ``minor`` has three states: a person who may be under age must
    be said to be so, or not to be.
    """

    scope: Annotated[tuple[Scope, ...], Field(min_length=1)]
    granted_on: Day
    expires_on: Day
    reference: Line
    minor: Annotated[Flag | None, Field(examples=[False])] = None
    guardian_reference: Line | None = None
    withdrawn_on: Day | None = None

    @field_validator("expires_on")
    @classmethod
    def _after_its_grant(cls, last: date, info: ValidationInfo) -> date:
        return last_day_after(info.data.get("granted_on"), last)

    def over(self, today: date) -> Refusal | None:
        """Why it allows no page of this site any more, if so."""
        if self.withdrawn_on is not None:
            return Refusal.WITHDRAWN
        if Scope.SITE not in self.scope:
            return Refusal.NOT_FOR_THE_SITE
        return Refusal.EXPIRED if self.expires_on < today else None

    def lack(self, today: date) -> Refusal | None:
        """What it does not say, or not yet."""
        if self.minor and self.guardian_reference is None:
            return Refusal.NO_GUARDIAN
        return Refusal.NOT_YET if self.granted_on > today else None
