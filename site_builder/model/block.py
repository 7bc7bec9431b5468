"""A block of the welcome guide: written at one territory, inherited below it, refined by overrides."""

from enum import StrEnum
from hashlib import sha256
from typing import Annotated, Any, Self

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


class Block(Content):
    """One short text of a guide's section, ending in something to go and see."""

    section: Line | None = None
    order: int = 100
    needs: tuple[Line, ...] = ()
    see: Annotated[str | None, Translated] = None
    overrides: Line | None = None
    mode: Mode | None = None
    against: Line | None = None

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
        said = "\0".join(" ".join(text.split()) for text in (self.title, self.body, self.see or ""))
        return f"v{sha256(said.encode()).hexdigest()[:8]}"

    def schema_org(self) -> dict[str, Any]:
        return {"@type": "WebPageElement"}
