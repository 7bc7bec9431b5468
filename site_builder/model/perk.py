"""A welcome perk (F05): something given to whoever settles, under conditions, until a day."""

from enum import StrEnum
from typing import Annotated, Any, ClassVar, Self

from pydantic import Field, ValidationError, model_validator
from pydantic_core import InitErrorDetails, PydanticCustomError

from site_builder.model.entry import Content, Needed, Translated
from site_builder.model.values import Code, Day, Line
from site_builder.model.when import last_day_after


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
    NEEDS_TEXT: ClassVar[bool] = False

    territory: Code
    kind: PerkKind
    offered_by: Line
    conditions: Annotated[tuple[Line, ...], Field(min_length=1), Translated]
    how: Annotated[Line, Translated]
    valid_from: Day | None = None
    expires_on: Annotated[Day, Needed("perk-without-end")]

    @model_validator(mode="after")
    def _holds_before_its_end(self) -> Self:
        """Told of its end, which is read before its beginning: fields of every content type come first."""
        try:
            last_day_after(self.valid_from, self.expires_on)
        except PydanticCustomError as error:
            details = InitErrorDetails(type=error, loc=("expires_on",), input=self.expires_on.isoformat())
            raise ValidationError.from_exception_data(type(self).__name__, [details]) from None
        return self

    def schema_org(self) -> dict[str, Any]:
        known: dict[str, Any] = {
            "@type": self.SCHEMA_TYPE,
            "offeredBy": {"@type": "Organization", "name": self.offered_by},
        }
        if self.valid_from:
            known["validFrom"] = self.valid_from.isoformat()
        return {**known, "validThrough": self.expires_on.isoformat()}
