"""Proofs (F18): what the portal says of the territory, where that comes from, of when, and until when it holds."""

import re
from datetime import date
from typing import Annotated, ClassVar

from pydantic import AfterValidator, Field, field_validator
from pydantic_core import PydanticCustomError

from site_builder.model.entry import Content, Needed
from site_builder.model.values import Day, Frozen, Localized, Source

_WRITTEN = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")


def _source_date(written: str) -> str:
    whole = f"{written}-01-01"[:10] if len(written) < 7 else f"{written}-01"[:10]
    try:
        if _WRITTEN.fullmatch(written):
            date.fromisoformat(whole)
            return written
    except ValueError:
        pass
    raise PydanticCustomError("bad_source_date", "not a year, a month or a day", {"value": written})


SourceDate = Annotated[str, AfterValidator(_source_date)]
"""``2021``, ``2021-03`` or ``2021-03-16``: as much as the source says of itself."""


class Figure(Frozen):
    """A number that the claim rests on, written without signs between thousands, and what it counts."""

    value: Annotated[float, Field(allow_inf_nan=False)]
    label: Localized


class Proof(Content):
    """A claim in words (``title``) and its sources. It has no page of its own, but a part of the page "our proofs".

    ``valid_until`` is the last day on which nobody need look at it again, and there is always one. The day after, the
    texts that rely on it tell their readers.
    """

    SCHEMA_TYPE: ClassVar[str] = "Claim"
    NEEDS_TEXT: ClassVar[bool] = False

    sources: Annotated[tuple[Source, ...], Field(min_length=1), Needed("proof-without-source")]
    dated: Annotated[SourceDate, Needed("proof-without-date")]
    valid_until: Annotated[Day, Needed("proof-without-end")]
    figures: tuple[Figure, ...] = ()

    @field_validator("image", "summary", "slug", "website", "proofs")
    @classmethod
    def _shown_nowhere(cls, value: object) -> object:
        """What every entry may have, and the page "our proofs" does not show."""
        if value:
            raise PydanticCustomError("proof_field", "a proof does not show it", {})
        return value

    def is_outdated(self, today: date) -> bool:
        """Whether somebody should have looked at it again by that day."""
        return self.valid_until < today
