"""A territorial asset: something the place has, seen under one of six angles, with its position."""

from enum import StrEnum
from typing import Annotated, Any

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

from site_builder.model.entry import Content, Translated
from site_builder.model.values import Flag, Position


class Angle(StrEnum):
    """The six angles under which a territory is shown."""

    PUBLIC_SERVICES = "public-services"
    ASSOCIATIONS_CULTURE = "associations-culture"
    ECONOMY = "economy"
    NATURAL_HERITAGE = "natural-heritage"
    HISTORICAL_HERITAGE = "historical-heritage"
    HEALTH = "health"


def _not_a_person(value: str) -> str:
    if value.rpartition("/")[2].rpartition(":")[2].lower() == "person":
        raise PydanticCustomError("asset_person", "a person is not an asset", {"value": value})
    return value


_ORGANISATIONS = frozenset(
    "Airline Consortium Cooperative Corporation DanceGroup GovernmentOrganization MusicGroup NGO "
    "NewsMediaOrganization Organization PerformingGroup Project ResearchOrganization SportsOrganization SportsTeam "
    "TheaterGroup WorkersUnion".split()
)
_EVENTS = frozenset({"Festival", "Hackathon"})


def is_place(kind: str) -> bool:
    """Whether schema.org gives things of this type a position of their own, as it does places.

    What organises something, and what happens, is somewhere instead.
    """
    return kind not in _ORGANISATIONS and kind not in _EVENTS and not kind.endswith("Event")


def is_public_service(version: Content) -> bool:
    """Whether it is there to serve, more than to be seen."""
    return isinstance(version, Asset) and version.angle is Angle.PUBLIC_SERVICES


def is_place_of_memory(version: Content) -> bool:
    """Whether the dead are remembered there."""
    return isinstance(version, Asset) and version.place_of_memory


class Asset(Content):
    """A place, an institution or a trade worth going to see."""

    angle: Angle
    position: Position | None = None
    kind: Annotated[str, AfterValidator(_not_a_person)] = "Place"
    """People have profiles, which ask for their consent."""
    see: Annotated[str | None, Translated] = None
    place_of_memory: Flag = False
    """Where one comes to remember the dead: never among the sights, and its page says "before you visit"."""

    @property
    def group(self) -> str:
        return self.angle.value

    @property
    def territory_term(self) -> str:
        return "containedInPlace" if is_place(self.kind) else "location"

    def schema_org(self) -> dict[str, Any]:
        known: dict[str, Any] = {"@type": self.kind}
        if self.position is None:
            return known
        geo = self.position.schema_org()
        return {**known, **({"geo": geo} if is_place(self.kind) else {"location": {"@type": "Place", "geo": geo}})}
