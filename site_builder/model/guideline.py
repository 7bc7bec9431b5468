"""The Carnet d'inspirations: how to speak of the place, in six typed parts."""

from enum import StrEnum
from typing import Annotated, ClassVar

from site_builder.model.entry import Content, Translated
from site_builder.model.slugs import fold
from site_builder.model.values import Frozen, Line


class Part(StrEnum):
    """The six parts of the Carnet."""

    VALUES = "values"
    IDENTITIES = "identities"
    PRODUCTS = "products"
    HOW_TO = "how-to"
    SPEAKING = "speaking"
    EXAMPLES = "examples"


class Wording(Frozen):
    """What to say, what to avoid, and why."""

    say: Line
    avoid: Line
    why: Line


class Guideline(Content):
    """One page of the Carnet."""

    SCHEMA_TYPE: ClassVar[str] = "CreativeWork"

    part: Part
    sector: Line | None = None
    order: int = 100
    uses: tuple[str, ...] = ()
    channels: tuple[str, ...] = ()
    wording: Annotated[tuple[Wording, ...], Translated] = ()

    @property
    def group(self) -> str:
        return self.part.value

    @property
    def order_key(self) -> tuple[int, str]:
        return (self.order, fold(self.title))
