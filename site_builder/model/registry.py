"""The content types and the data files, read top to bottom. A new content type is one line here."""

from dataclasses import dataclass
from typing import Literal

from site_builder.model.ambassador import Ambassador, Theme
from site_builder.model.asset import Angle, Asset
from site_builder.model.block import Block
from site_builder.model.child import ChildBlock
from site_builder.model.easy import EasyText
from site_builder.model.entry import Content
from site_builder.model.event import Event
from site_builder.model.guideline import Guideline, Part
from site_builder.model.house import House
from site_builder.model.news import News
from site_builder.model.page import Door, Page
from site_builder.model.perk import Perk
from site_builder.model.proof import Proof
from site_builder.model.relay import Relay
from site_builder.model.step import JourneyStep
from site_builder.model.testimonial import Testimonial
from site_builder.model.trail import Trail

Family = Literal["asset", "people", "carnet"]
"""What pages look like: each family has its colour, and people their initials."""


@dataclass(frozen=True, slots=True)
class UnderHeadings:
    """A list page that the header names: every entry under one of these headings, in order."""

    groups: tuple[str, ...]
    family: Family = "carnet"


@dataclass(frozen=True, slots=True)
class Beside:
    """A list page without headings, as soon as it has an entry; that of another kind leads to it, not the header."""

    kind: str
    family: Family = "carnet"


@dataclass(frozen=True, slots=True)
class Directory:
    """A list page by territory, which guides lead to; they show what concerns theirs, the soonest first if asked."""

    soonest_first: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentType:
    """One kind of content: its model, its folder under content/, its door, its list page if it has one.

    ``title_level`` is the level of the heading that an entry's title is: 1 on a page of its own; deeper for what only
    stands on pages that show several (blocks live in guides). ``plural`` names its entries in the open data, where
    that is not the kind with an s: it is part of addresses that others use, and never changes.
    """

    kind: str
    model: type[Content]
    folder: str
    door: Door
    listing: UnderHeadings | Beside | Directory | None = None
    title_level: int = 1
    plural: str = ""

    @property
    def collection(self) -> str:
        """What its entries are called in the open data."""
        return self.plural or f"{self.kind}s"

    @property
    def paged(self) -> bool:
        """Whether each entry has a page of its own."""
        return self.title_level == 1

    @property
    def groups(self) -> tuple[str, ...]:
        """The headings of its list page, if it has any."""
        return self.listing.groups if isinstance(self.listing, UnderHeadings) else ()


CONTENT_TYPES = (
    ContentType(kind="block", model=Block, folder="welcome", door=Door.WELCOME, title_level=3),
    ContentType(kind="step", model=JourneyStep, folder="steps", door=Door.WELCOME, title_level=3),
    ContentType(kind="easy", model=EasyText, folder="easy", door=Door.WELCOME, title_level=2, plural="easy-texts"),
    ContentType(
        kind="child", model=ChildBlock, folder="children", door=Door.WELCOME, title_level=2, plural="children-blocks"
    ),
    ContentType(
        kind="asset",
        model=Asset,
        folder="assets",
        door=Door.WELCOME,
        listing=UnderHeadings(tuple(Angle), family="asset"),
    ),
    ContentType(kind="trail", model=Trail, folder="trails", door=Door.WELCOME, listing=Beside("asset", family="asset")),
    ContentType(
        kind="ambassador",
        model=Ambassador,
        folder="ambassadors",
        door=Door.WELCOME,
        listing=UnderHeadings(tuple(Theme), family="people"),
    ),
    ContentType(kind="house", model=House, folder="houses", door=Door.WELCOME, listing=Directory()),
    ContentType(kind="perk", model=Perk, folder="perks", door=Door.WELCOME, listing=Directory()),
    ContentType(kind="event", model=Event, folder="events", door=Door.WELCOME, listing=Directory(soonest_first=True)),
    ContentType(kind="relay", model=Relay, folder="relays", door=Door.WELCOME, listing=Directory()),
    ContentType(
        kind="testimonial",
        model=Testimonial,
        folder="testimonials",
        door=Door.WELCOME,
        listing=Directory(),
        title_level=3,
    ),
    ContentType(
        kind="guideline", model=Guideline, folder="carnet", door=Door.PARTNERS, listing=UnderHeadings(tuple(Part))
    ),
    ContentType(kind="proof", model=Proof, folder="proofs", door=Door.BOTH, title_level=3),
    ContentType(kind="news", model=News, folder="news", door=Door.BOTH, title_level=3, plural="news"),
    ContentType(kind="page", model=Page, folder="pages", door=Door.BOTH),
)

BY_KIND = {content_type.kind: content_type for content_type in CONTENT_TYPES}
DIRECTORIES = tuple(content_type for content_type in CONTENT_TYPES if isinstance(content_type.listing, Directory))
PEOPLE = tuple(content_type.kind for content_type in CONTENT_TYPES if "consent" in content_type.model.model_fields)
"""The kinds that speak of one person, whose consent is asked for."""
FOLDERS_OF_PEOPLE = tuple(f"content/{each.folder}/" for each in CONTENT_TYPES if each.kind in PEOPLE)
"""Where their files are."""
