"""The frame of the welcome guide: sections, audiences, contact roles and emergency numbers."""

from enum import StrEnum

from site_builder.model.page import Door
from site_builder.model.values import (
    Flag,
    Frozen,
    Lang,
    Line,
    Localized,
    LocalizedSlug,
    Name,
    Slug,
    Source,
    WebAddress,
    pick,
)


class Section(Frozen):
    """A part of every guide. ``safety``: its blocks are for everyone, whatever an audience filters (F03)."""

    id: Slug
    title: Localized
    intro: Localized | None = None
    safety: Flag = False


class Audience(Frozen):
    """Somebody a block is meant for. ``slug``: its name in addresses; ``children``: some of them come along.

    ``title`` is their own words, ``people`` what those who welcome them call them.
    """

    id: Slug
    title: Localized
    people: Localized | None = None
    slug: LocalizedSlug | None = None
    children: Flag = False

    def address(self, lang: Lang, reference: Lang) -> str:
        """What names it in the addresses of a language."""
        return pick(self.slug, lang, reference).text if self.slug else self.id

    def called(self, door: Door) -> Localized:
        """What the pages of a door call them."""
        return self.people if self.people and door is Door.PARTNERS else self.title


class Directory(Frozen):
    """The national directory where one looks when nothing was recorded."""

    name: Name
    url: WebAddress


class Listed(StrEnum):
    """The kinds of content whose entries are themselves whom to reach."""

    HOUSE = "house"
    RELAY = "relay"


class Role(Frozen):
    """A function that a contact answers for: town hall, childcare, housing advice…

    ``kind``: entries of that kind answer too, where no contact is recorded.
    """

    id: Slug
    title: Localized
    kind: Listed | None = None
    directory: Directory | None = None


class EmergencyNumber(Frozen):
    """A number to call, or to text, when it cannot wait."""

    number: Line
    title: Localized
    detail: Localized | None = None
    text_only: Flag = False
    children: Flag = False
    source: Source | None = None


class PartnerWork(Frozen):
    """What helps a newcomer's partner to find work: blocks of the guide, contact roles, kinds of organisations."""

    blocks: tuple[Slug, ...] = ()
    roles: tuple[Slug, ...] = ()
    organisation_kinds: tuple[Slug, ...] = ()


class GuideFrame(Frozen):
    """data/guide.yml."""

    sections: tuple[Section, ...]
    audiences: tuple[Audience, ...] = ()
    roles: tuple[Role, ...] = ()
    emergency: tuple[EmergencyNumber, ...] = ()
    partner_work: PartnerWork | None = None
    source: Source | None = None

    def section(self, section_id: str) -> Section:
        """The section of that id. Raises KeyError."""
        return {section.id: section for section in self.sections}[section_id]
