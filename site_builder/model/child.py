"""The children's edition: blocks of its own, in a tone of its own (F03)."""

from typing import Annotated

from site_builder.model.entry import Content, Translated
from site_builder.model.slugs import fold


class ChildBlock(Content):
    """A short text for readers of seven to eleven, ending in something to see or do."""

    order: int = 100
    see: Annotated[str | None, Translated] = None

    @property
    def order_key(self) -> tuple[int, str]:
        return (self.order, fold(self.title))
