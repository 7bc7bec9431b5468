"""News of the territory, and what changes on the portal (F36, F37), so that everybody who welcomes knows the same."""

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field, field_validator
from pydantic_core import PydanticCustomError

from site_builder.model.entry import Content
from site_builder.model.values import Day, Slug


class NewsKind(StrEnum):
    """What it is news of; each has a feed."""

    NEWS = "news"
    CHANGE = "change"


class News(Content):
    """It has no page of its own, but a part of the page "what's new". ``publish_on`` is its date.

    ``people``: the ids of those whom it names. It is shown while all of them are.
    """

    SCHEMA_TYPE: ClassVar[str] = "NewsArticle"
    NEEDS_TEXT: ClassVar[bool] = False

    kind: NewsKind
    publish_on: Day
    people: Annotated[tuple[Slug, ...], Field(examples=[["p-7c2f91d4"]])] = ()

    @field_validator("image", "slug", "proofs")
    @classmethod
    def _shown_nowhere(cls, value: object) -> object:
        """What every entry may have, and the page "what's new" does not show."""
        if value:
            raise PydanticCustomError("news_field", "news do not show it", {})
        return value

    @property
    def order_key(self) -> tuple[int, str]:
        """The newest first."""
        return (-self.publish_on.toordinal(), self.id)

    @property
    def named(self) -> tuple[str, ...]:
        return self.people
