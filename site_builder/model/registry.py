"""The content types and the data files, read top to bottom. A new content type is one line here."""

from dataclasses import dataclass

from site_builder.model.ambassador import Ambassador, Theme
from site_builder.model.asset import Angle, Asset
from site_builder.model.block import Block
from site_builder.model.child import ChildBlock
from site_builder.model.easy import EasyText
from site_builder.model.entry import Content
from site_builder.model.event import Event
from site_builder.model.guideline import Guideline, Part
from site_builder.model.house import House
from site_builder.model.page import Door, Page
from site_builder.model.perk import Perk
from site_builder.model.relay import Relay
from site_builder.model.step import JourneyStep
from site_builder.model.testimonial import Testimonial


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentType:
    """One kind of content: its model, its folder under content/, its door, and how it is listed.

    ``groups`` are the headings of the list page, in order; None for types without a list page. ``paged`` is false
    for content that has no page of its own (blocks live in guides). A *directory* (``by_place``) is listed by
    territory instead, and shown in the guides, the soonest first where it is ``by_date``; ``menu`` is false for
    lists that the header does not name.
    """

    kind: str
    model: type[Content]
    folder: str
    door: Door
    groups: tuple[str, ...] | None = None
    paged: bool = True
    by_place: bool = False
    by_date: bool = False
    menu: bool = True

    @property
    def listed(self) -> bool:
        return self.groups is not None or self.by_place


CONTENT_TYPES = (
    ContentType(kind="block", model=Block, folder="welcome", door=Door.WELCOME, paged=False),
    ContentType(kind="step", model=JourneyStep, folder="steps", door=Door.WELCOME, paged=False),
    ContentType(kind="easy", model=EasyText, folder="easy", door=Door.WELCOME, paged=False),
    ContentType(kind="child", model=ChildBlock, folder="children", door=Door.WELCOME, paged=False),
    ContentType(kind="asset", model=Asset, folder="assets", door=Door.WELCOME, groups=tuple(Angle)),
    ContentType(kind="ambassador", model=Ambassador, folder="ambassadors", door=Door.WELCOME, groups=tuple(Theme)),
    ContentType(kind="house", model=House, folder="houses", door=Door.WELCOME, by_place=True, menu=False),
    ContentType(kind="perk", model=Perk, folder="perks", door=Door.WELCOME, by_place=True, menu=False),
    ContentType(kind="event", model=Event, folder="events", door=Door.WELCOME, by_place=True, by_date=True, menu=False),
    ContentType(kind="relay", model=Relay, folder="relays", door=Door.WELCOME, by_place=True, menu=False),
    ContentType(
        kind="testimonial",
        model=Testimonial,
        folder="testimonials",
        door=Door.WELCOME,
        paged=False,
        by_place=True,
        menu=False,
    ),
    ContentType(kind="guideline", model=Guideline, folder="carnet", door=Door.PARTNERS, groups=tuple(Part)),
    ContentType(kind="page", model=Page, folder="pages", door=Door.BOTH),
)

BY_KIND = {content_type.kind: content_type for content_type in CONTENT_TYPES}
DIRECTORIES = tuple(content_type for content_type in CONTENT_TYPES if content_type.by_place)
PEOPLE = tuple(content_type.kind for content_type in CONTENT_TYPES if "consent" in content_type.model.model_fields)
"""The kinds that speak of one person, whose consent is asked for."""
