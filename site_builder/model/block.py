"""A block of the welcome guide: written at one territory, inherited below it, refined by overrides."""

import re
from enum import StrEnum
from hashlib import sha256
from typing import Annotated, Self

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from site_builder.model.entry import Content, Translated
from site_builder.model.values import Line


class Mode(StrEnum):
    """What an override does to the block it names."""

    REPLACE = "replace"
    APPEND = "append"
    PREPEND = "prepend"
    HIDE = "hide"


class Part(StrEnum):
    """What of a block its edition tells of, each by a fingerprint of its own."""

    TITLE = "title"
    TEXT = "text"
    SEE = "see"


_DIGITS = 6
"""Of the fingerprint of a part: a change that stays unseen is one in sixteen million."""
_EDITION = re.compile("v" + "-".join(f"(?P<{part.value}>[0-9a-f]{{{_DIGITS}}})" for part in Part))


def edition_of(title: str, text: str, see: str) -> str:
    """``v1a2b3c-4d5e6f-7a8b9c``: fingerprints of the title, the text and the line "to see".

    Whatever the spaces in their lines, and the number of empty lines between two; where a line ends does count.
    """
    return "v" + "-".join(sha256(_as_read(part).encode()).hexdigest()[:_DIGITS] for part in (title, text, see))


def _as_read(part: str) -> str:
    lines = "\n".join(" ".join(line.split()) for line in part.splitlines())
    return re.sub(r"\n{3,}", "\n\n", lines).strip()


class Block(Content):
    """One short text of a guide's section, ending in something to go and see."""

    section: Line | None = None
    order: int = 100
    overrides: Line | None = None
    mode: Mode | None = None
    against: Line | None = None
    needs: tuple[Line, ...] = ()
    see: Annotated[str | None, Translated] = None

    @model_validator(mode="after")
    def _section_or_override(self) -> Self:
        if self.overrides is None and self.section is None:
            raise PydanticCustomError("block_section", "a block needs a section", {"field": "section"})
        if (self.overrides is None) != (self.mode is None):
            raise PydanticCustomError("block_mode", "overrides and mode go together", {"field": "mode"})
        return self

    @property
    def edition(self) -> str:
        """Names what the block says: another word when its title, its text or its outing changes, not its spacing.

        What an adaptation writes under ``against`` once it has been read beside this text.
        """
        return edition_of(self.title, self.body, self.see or "")

    def changed_since(self, edition: str) -> tuple[Part, ...]:
        """The parts that have changed since ``edition``; none where that is not told (``new``, a word of one part)."""
        then, now = _EDITION.fullmatch(edition), _EDITION.fullmatch(self.edition)
        return tuple(part for part in Part if then and now and then[part.value] != now[part.value])


def hides(content: Content) -> bool:
    """Whether it is a block that only keeps another one from a guide: nothing of it is shown."""
    return isinstance(content, Block) and content.mode is Mode.HIDE
