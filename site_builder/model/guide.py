"""The frame of the welcome guide: sections, audiences, contact roles and emergency numbers."""

from site_builder.model.values import Flag, Frozen, Line, Localized, Name, Slug, Source, WebAddress


class Section(Frozen):
    """A part of every guide."""

    id: Slug
    title: Localized
    intro: Localized | None = None


class Audience(Frozen):
    """Somebody a block is meant for."""

    id: Slug
    title: Localized


class Directory(Frozen):
    """The national directory where one looks when nothing was recorded."""

    name: Name
    url: WebAddress


class Role(Frozen):
    """A function that a contact answers for: town hall, childcare, housing advice…"""

    id: Slug
    title: Localized
    directory: Directory | None = None


class EmergencyNumber(Frozen):
    """A number to call, or to text, when it cannot wait."""

    number: Line
    title: Localized
    detail: Localized | None = None
    text_only: Flag = False
    source: Source | None = None


class GuideFrame(Frozen):
    """data/guide.yml."""

    sections: tuple[Section, ...]
    audiences: tuple[Audience, ...] = ()
    roles: tuple[Role, ...] = ()
    emergency: tuple[EmergencyNumber, ...] = ()
    source: Source | None = None

    def section(self, section_id: str) -> Section:
        """The section of that id. Raises KeyError."""
        return {section.id: section for section in self.sections}[section_id]
