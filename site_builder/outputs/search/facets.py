"""What results may be narrowed by, as addresses call it (`site_builder/render/views/facets.py`)."""

from site_builder.model.block import Block
from site_builder.model.easy import EasyText
from site_builder.model.entry import Content, Entry
from site_builder.model.step import JourneyStep
from site_builder.render.scene import Scene
from site_builder.render.views.common import audience_slugs
from site_builder.render.views.facets import entry_places, heading_slug, keywords_of, places_of


class Facets:
    """The places, themes and audiences of entries."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        blocks = scene.portal.entries.get("block", ())
        self._of_block = {piece.id: self._section(piece.reference) for piece in blocks}

    def places_of(self, version: Content) -> tuple[str, ...]:
        """The same, of an entry."""
        return entry_places(self._scene, version)

    def places(self, code: str | None) -> tuple[str, ...]:
        """The territories just below the portal's own in which something is; none for all of the portal."""
        return places_of(self._scene, code)

    def audiences(self, ids: tuple[str, ...]) -> tuple[str, ...]:
        """Whom it is for; none for everybody."""
        return audience_slugs(self._scene, ids)

    def themes(self, entry: Entry[Content], version: Content) -> tuple[str, ...]:
        """Its section of the guide, or its heading; then its keywords."""
        heading = heading_slug(self._scene, entry.kind, version.group) if version.group else self._section(version)
        return tuple(dict.fromkeys(theme for theme in (heading, *keywords_of(version)) if theme))

    def _section(self, version: Content) -> str:
        if isinstance(version, Block):
            above = self._scene.portal.by_key.get(f"block:{version.overrides}")
            return self._section(above.reference) if above else version.section or ""
        of_block = version.block if isinstance(version, EasyText | JourneyStep) else None
        return self._of_block.get(of_block or "", "")
