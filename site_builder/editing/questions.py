"""What has to be known of a new entry: what a question is, and how its answer is given."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

TEXT_FIELD = "body"
"""The text below the front matter."""
GIVEN = "consent.given"
LIVING = "living"
NOT_WRITTEN = frozenset({GIVEN, LIVING})
"""What is asked, and goes into no file."""


class Form(StrEnum):
    """How an answer is given and written."""

    LINE = "line"
    CODE = "code"
    WORD = "word"
    LIST = "list"
    STOPS = "stops"
    SOURCES = "sources"
    YES_NO = "yes-no"
    TEXT = "text"


class FromPortal(StrEnum):
    """What of the portal an answer names."""

    TERRITORY = "territory"
    SECTION = "section"
    BLOCK = "block"
    ASSETS = "assets"


@dataclass(frozen=True, slots=True)
class Said:
    """The same words in the tool's languages."""

    fr: str
    en: str

    def in_language(self, lang: str) -> str:
        """The words in ``lang`` (``fr`` or ``en``)."""
        return self.fr if lang == "fr" else self.en


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What is asked of one field. ``name``: ``consent.granted_on`` for one inside another.

    ``needed``: an empty answer is none; ``example``: valid as it is, the portal's own where it names something of it.
    """

    name: str
    label: Said
    example: str = ""
    form: Form = Form.LINE
    needed: bool = True
    from_portal: FromPortal | None = None
    choices: Mapping[str, Said] = field(default_factory=dict)

    @property
    def key(self) -> str:
        """The key of the front matter that holds it."""
        return self.name.partition(".")[0]
