"""Free pages: about, legal, accessibility, the partners' door."""

from enum import StrEnum

from site_builder.model.entry import Content


class Door(StrEnum):
    """The two front doors; a page belongs to one, or stands before both."""

    WELCOME = "welcome"
    PARTNERS = "partners"
    BOTH = "both"


class Page(Content):
    """A page that is only prose."""

    door: Door = Door.BOTH
