"""Ambassadors: the region's human heritage. Without a year of death a person is living, and consent is needed."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Annotated, Any, ClassVar

from pydantic import Field

from site_builder.model.consent import Consent, Refusal, Scope
from site_builder.model.entry import Content, Translated, Until
from site_builder.model.values import Frozen, Line, Moment

_MAJORITY = 18
"""Years; the age under which a guardian consents."""


class Theme(StrEnum):
    """The six themes of human heritage."""

    LEARNING = "learning"
    VOLUNTARY_WORK = "voluntary-work"
    SPORT = "sport"
    CULTURE = "culture"
    PROFESSIONAL_LIFE = "professional-life"
    PUBLIC_LIFE = "public-life"


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
    TERRITORY_TERM: ClassVar[str] = ""  # schema.org has none that fits

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

    @property
    def last_days(self) -> Mapping[Until, date]:
        agreed = {Until.CONSENT: self.consent.expires_on} if self.living and self.consent else {}
        return {**super().last_days, **agreed}

    def refusal(self, today: date) -> Refusal | None:
        """The consent gate: the dead may be told of, the living only within what they agreed to.

        What is over comes first: it takes the page away, while a mistake to mend keeps the site as it is.
        """
        over = self.consent.over(today) if self.living and self.consent else None
        if over or not self.possible_years(today):
            return over or Refusal.IMPOSSIBLE_YEARS
        return self._lack(today) if self.living else None

    def _lack(self, today: date) -> Refusal | None:
        """What a living person's consent does not say, or not yet."""
        if self.consent is None:
            return Refusal.NO_CONSENT
        return self.consent.lack(today) if self.age_is_told(today) else Refusal.AGE_UNTOLD

    def possible_years(self, today: date) -> bool:
        """Birth before death, and neither in the future: a wrong year would make a living person dead."""
        years = [moment.year for moment in (self.born, self.died) if moment]
        return years == sorted(years) and all(year <= today.year for year in years)

    def age_is_told(self, today: date) -> bool:
        """Whoever may be under 18, as far as a year of birth tells, is said to be a minor or not to be one.

        Born 18 years ago, a person may be 17 or 18; later than that, nobody can say ``minor: false``. Of whoever has
        no year of birth, somebody must say it.
        """
        if self.consent is None:
            return True
        if self.born is None:
            return self.consent.minor is not None
        if today.year - self.born.year > _MAJORITY:
            return True
        certain = today.year - self.born.year < _MAJORITY
        return self.consent.minor is True or (self.consent.minor is False and not certain)

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


def may_be_passed_on(version: Content) -> bool:
    """Whether others are handed what speaks of it: of a living person, only where they agreed to appear elsewhere."""
    if not version.living:
        return True
    consent = version.consent if isinstance(version, Ambassador) else None
    return consent is not None and Scope.SOCIAL in consent.scope
