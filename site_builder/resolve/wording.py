"""The words of a portal's pages: the engine's, with the portal's own over them."""

from pathlib import Path

from site_builder.incremental.parts import Holder, Memory, by_value
from site_builder.interface import Interface, interface_of, texts_for_level
from site_builder.load.sources import Sources
from site_builder.load.words import engine_texts, texts_by_language
from site_builder.resolve.portal import Portal


class Wording(Holder):
    """What ``theme``, the engine's, says, and what the portal says instead."""

    def __init__(self, memory: Memory, sources: Sources, portal: Portal, theme: Path) -> None:
        super().__init__(memory, "wording")
        self._sources = sources
        self._portal = portal
        self._theme = theme

    @by_value
    def interface(self) -> Interface:
        """The words in every language that pages may need."""
        portal = self._portal
        engine = texts_for_level(engine_texts(self._theme), portal.territories.nearest_level)
        own = texts_by_language(self._sources.strings)
        return interface_of(own, engine, portal.languages, portal.reference_lang)
