"""Free pages: about, legal, accessibility, the partners' door."""

from enum import StrEnum

from site_builder.model.entry import Content

EXCHANGES_PAGE = "exchanges"
"""The id of the page that says who to ask; it shows where a mistake is reported."""
ABOUT_PAGE = "about"
"""The id of the page that says what the portal is, and where its data come from."""
FOOTER_PAGES = (ABOUT_PAGE, "accessibility", "legal", "privacy", EXCHANGES_PAGE)
"""Ids of the pages that the footer leads to, where a portal has them; content-model.yml says so to editors."""
ACCESSIBILITY_PAGE = "accessibility"
"""The id of the accessibility statement, which the page of the criteria stands beside."""
DOOR_PAGE = "partners"
"""The id of the page behind the partners' door."""


class Door(StrEnum):
    """The two front doors; a page belongs to one, or stands before both."""

    WELCOME = "welcome"
    PARTNERS = "partners"
    BOTH = "both"


class Page(Content):
    """A page that is only prose."""

    door: Door = Door.BOTH
