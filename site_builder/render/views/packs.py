"""The printed guides, as a page links to them: made before pages, so that each says its size."""

from collections.abc import Mapping
from dataclasses import dataclass

from site_builder.model.values import Lang
from site_builder.plan.files import pack_file
from site_builder.plan.pages import guide_key
from site_builder.render.scene import Scene
from site_builder.render.views.common import LinkView


@dataclass(frozen=True, slots=True)
class PackFile:
    """How heavy a printed guide is, in bytes, and how long, in pages."""

    size: int
    pages: int


PackFiles = Mapping[tuple[str, Lang], PackFile]
"""By territory and language; what was not printed is not in it."""

BYTES = 1000
"""In a kilobyte, as the SI and browsers count."""


def pack_link(scene: Scene, packs: PackFiles, code: str, lang: Lang) -> LinkView | None:
    """The printed guide of a territory, or that of its nearest parent that has one; the note says how heavy it is."""
    for ancestor in reversed(scene.portal.territories.chain(code)):
        pack = packs.get((ancestor, lang))
        page = scene.site.get(guide_key(ancestor), lang)
        if pack and page:
            words = scene.words[lang]
            place = scene.portal.names.get(ancestor, lang)
            return LinkView(
                title=words.t("guide.pack", of=place.of, name=place.short),
                url=scene.links.file(pack_file(page)),
                note=words.t("guide.pack_note", n=pack.pages, size=words.number(round(pack.size / BYTES))),
            )
    return None
