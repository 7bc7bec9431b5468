"""Testimonials of residents (F01): in their own words, with their recorded agreement."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated

from pydantic import Field, field_validator
from pydantic_core import PydanticCustomError

from site_builder.model.consent import Consent, Refusal
from site_builder.model.entry import Content, Translated, Until
from site_builder.model.values import IN_DIGITS, Code, Line


class Testimonial(Content):
    """What somebody who settled here says of it. The text is what they said; the title, a few words of it.

    They have no page of their own: when they withdraw, no address is left that was theirs.
    """

    territory: Code
    display_name: Line
    arrived: Annotated[int | None, Field(ge=1900, le=2999), IN_DIGITS] = None
    from_place: Annotated[Line | None, Translated] = None
    consent: Consent

    @field_validator("image", "summary", "website")
    @classmethod
    def _shown_nowhere(cls, value: str | None) -> str | None:
        """What every entry may have, and words without a page do not show."""
        if value is not None:
            raise PydanticCustomError("testimonial_field", "a testimonial does not show it", {})
        return value

    @property
    def living(self) -> bool:
        return True

    @property
    def last_days(self) -> Mapping[Until, date]:
        return {**super().last_days, Until.CONSENT: self.consent.expires_on}

    def refusal(self, today: date) -> Refusal | None:
        """The consent gate. What is over comes first, as for ambassadors.

        Nothing but the consent can tell a minor: it must say whether this is one.
        """
        over = self.consent.over(today)
        if over or self.consent.minor is None:
            return over or Refusal.AGE_UNTOLD
        return self.consent.lack(today)
