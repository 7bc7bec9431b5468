"""A territorial asset: something the place has, seen under one of six angles, with its position."""

from enum import StrEnum
from typing import Annotated, Any

from site_builder.model.entry import Content, Translated
from site_builder.model.values import Position


class Angle(StrEnum):
    """The six angles under which a territory is shown."""

    PUBLIC_SERVICES = "public-services"
    ASSOCIATIONS_CULTURE = "associations-culture"
    ECONOMY = "economy"
    NATURAL_HERITAGE = "natural-heritage"
    HISTORICAL_HERITAGE = "historical-heritage"
    HEALTH = "health"


class Asset(Content):
    """A place, an institution or a trade worth going to see."""

    angle: Angle
    position: Position | None = None
    kind: str = "Place"
    see: Annotated[str | None, Translated] = None

    @property
    def group(self) -> str:
        return self.angle.value

    def schema_org(self) -> dict[str, Any]:
        known: dict[str, Any] = {"@type": self.kind}
        if self.position:
            known["geo"] = {
                "@type": "GeoCoordinates",
                "latitude": self.position.latitude,
                "longitude": self.position.longitude,
            }
        return known
