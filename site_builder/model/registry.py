"""The content types and the data files, read top to bottom. A new content type is one line here."""

from dataclasses import dataclass

from site_builder.model.ambassador import Ambassador, Theme
from site_builder.model.asset import Angle, Asset
from site_builder.model.block import Block
from site_builder.model.child import ChildBlock
from site_builder.model.easy import EasyText
from site_builder.model.entry import Content
from site_builder.model.guideline import Guideline, Part
from site_builder.model.page import Door, Page
from site_builder.model.step import JourneyStep


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentType:
    """One kind of content: its model, its folder under content/, its door, and how it is listed.

    ``groups`` are the headings of the list page, in order; None for types without a list page. ``paged`` is false
    for content that has no page of its own (blocks live in guides).
    """

    kind: str
    model: type[Content]
    folder: str
    door: Door
    groups: tuple[str, ...] | None = None
    paged: bool = True

    @property
    def listed(self) -> bool:
        return self.groups is not None


CONTENT_TYPES = (
    ContentType(kind="block", model=Block, folder="welcome", door=Door.WELCOME, paged=False),
    ContentType(kind="step", model=JourneyStep, folder="steps", door=Door.WELCOME, paged=False),
    ContentType(kind="easy", model=EasyText, folder="easy", door=Door.WELCOME, paged=False),
    ContentType(kind="child", model=ChildBlock, folder="children", door=Door.WELCOME, paged=False),
    ContentType(kind="asset", model=Asset, folder="assets", door=Door.WELCOME, groups=tuple(Angle)),
    ContentType(kind="ambassador", model=Ambassador, folder="ambassadors", door=Door.WELCOME, groups=tuple(Theme)),
    ContentType(kind="guideline", model=Guideline, folder="carnet", door=Door.PARTNERS, groups=tuple(Part)),
    ContentType(kind="page", model=Page, folder="pages", door=Door.BOTH),
)

BY_KIND = {content_type.kind: content_type for content_type in CONTENT_TYPES}
