"""A welcome perk (F05): something given to whoever settles, under conditions, until a day."""

from datetime import date
from enum import StrEnum
from typing import Annotated, Any, ClassVar

from pydantic import Field, ValidationInfo, field_validator
from pydantic_core import PydanticCustomError

from site_builder.model.entry import Content, Needed, Translated
from site_builder.model.values import Code, Day, Line
from site_builder.model.when import day_after


class PerkKind(StrEnum):
    """What is given."""

    GIFT = "gift"
    VOUCHER = "voucher"
    MEMBERSHIP = "membership"
    MAP = "map"
    CIRCUIT = "circuit"


class Perk(Content):
    """``expires_on`` is the last day, and there is always one: an offer that nobody looks at again is a false promise.

    What lasts is written until the day when somebody looks again whether it still does.
    """

    SCHEMA_TYPE: ClassVar[str] = "Offer"
    TERRITORY_TERM: ClassVar[str] = "areaServed"

    territory: Code
    kind: PerkKind
    offered_by: Line
    conditions: Annotated[tuple[Line, ...], Field(min_length=1), Translated]
    how: Annotated[Line, Translated]
    valid_from: Day | None = None
    expires_on: Annotated[Day, Needed("perk-without-end")]

    @field_validator("expires_on")
    @classmethod
    def _after_its_beginning(cls, last: date, info: ValidationInfo) -> date:
        first = info.data.get("valid_from")
        if first is not None and last < first:
            context = {"starts": first.isoformat(), "nearest": "…"}
            raise PydanticCustomError("ends_early", "ends before it begins", context)
        return last

    @property
    def over_on(self) -> date | None:
        return day_after(self.expires_on)

    def schema_org(self) -> dict[str, Any]:
        known: dict[str, Any] = {
            "@type": self.SCHEMA_TYPE,
            "offeredBy": {"@type": "Organization", "name": self.offered_by},
        }
        if self.valid_from:
            known["validFrom"] = self.valid_from.isoformat()
        return {**known, "validThrough": self.expires_on.isoformat()}
