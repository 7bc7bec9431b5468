"""What results may be narrowed by, in the words of readers."""

from site_builder.model.block import Block
from site_builder.model.easy import EasyText
from site_builder.model.entry import Content, Entry
from site_builder.model.step import JourneyStep
from site_builder.model.values import Lang
from site_builder.render.scene import Scene
from site_builder.render.views.common import audience_slugs
from site_builder.render.views.search import place_below_root


class Facets:
    """The places, themes and audiences of entries, in one language."""

    def __init__(self, scene: Scene, lang: Lang) -> None:
        self._scene, self._lang = scene, lang
        frame = scene.portal.frame
        self._everybody = audience_slugs(scene, tuple(audience.id for audience in frame.audiences))
        self._sections = {section.id: scene.words[lang].label(section.title).text for section in frame.sections}
        blocks = scene.portal.entries.get("block", ())
        self._of_block = {piece.id: self._section(piece.reference) for piece in blocks}

    def place(self, code: str | None) -> str:
        """The widest territory below the portal's own in which something is; empty for all of the portal."""
        return place_below_root(self._scene, code, self._lang)

    def audiences(self, ids: tuple[str, ...]) -> tuple[str, ...]:
        """Whom it is for: all when it names none."""
        return audience_slugs(self._scene, ids) or self._everybody

    def themes(self, entry: Entry[Content], written: Lang) -> tuple[str, ...]:
        """Its section of the guide, or its heading; then its keywords."""
        version, words = entry.pick(written)[0], self._scene.words[self._lang]
        section = self._section(version)
        heading = words.t(f"group.{entry.kind}.{version.group}") if version.group else section
        keywords = (words.keyword("theme", theme).text for theme in version.themes)
        return tuple(dict.fromkeys(theme for theme in (heading, *keywords) if theme))

    def _section(self, version: Content) -> str:
        if isinstance(version, Block):
            above = self._scene.portal.by_key.get(f"block:{version.overrides}")
            return self._section(above.reference) if above else self._sections.get(version.section or "", "")
        of_block = version.block if isinstance(version, EasyText | JourneyStep) else None
        return self._of_block.get(of_block or "", "")
