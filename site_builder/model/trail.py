"""Discovery trails (F16): places to see one after the other, each with what there is to see."""

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field

from site_builder.model.entry import Content
from site_builder.model.values import IN_DIGITS, Frozen, Localized, Position, ProperName, Slug, Source


class Means(StrEnum):
    """How one goes from a stop to the next."""

    FOOT = "foot"
    BICYCLE = "bicycle"
    TRAIN = "train"
    CAR = "car"


class Duration(Frozen):
    """How long the whole trail takes, as somebody says who is named: nothing here works it out."""

    by: Means
    minutes: Annotated[int, Field(ge=1, le=99999), IN_DIGITS]
    source: Source


class Stop(Frozen):
    """An asset of the portal, by its id; or a place with its name, its position and where these come from.

    ``text`` says in a sentence what to see there; without it, the asset's own summary does.
    """

    asset: Slug | None = None
    name: Annotated[Localized | None, ProperName] = None
    position: Position | None = None
    source: Source | None = None
    text: Localized | None = None


class Trail(Content):
    """Stops in the order in which one sees them: two at least (`check/trails.py`)."""

    SCHEMA_TYPE: ClassVar[str] = "TouristTrip"
    TERRITORY_TERM: ClassVar[str] = ""  # schema.org has none that fits
    NEEDS_TEXT: ClassVar[bool] = False

    stops: Annotated[tuple[Stop, ...], Field(examples=[[{"asset": "first-asset"}, {"asset": "second-asset"}]])]
    durations: tuple[Duration, ...] = ()
