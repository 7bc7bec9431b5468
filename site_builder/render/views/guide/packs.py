"""What is printed, as a page links to it: made before pages, so that each says its size."""

from collections.abc import Mapping
from dataclasses import dataclass

from site_builder.model.values import Lang
from site_builder.plan.files import printed_file
from site_builder.plan.pages import PagePlan, guide_key
from site_builder.render.scene import Scene
from site_builder.render.views.common import LinkView


@dataclass(frozen=True, slots=True)
class PackFile:
    """How heavy a printed file is, in bytes, and how long, in pages."""

    size: int
    pages: int


PackFiles = Mapping[tuple[str, Lang], PackFile]
"""By the key of the page and its language; what was not printed is not in it."""


def pack_of(which: tuple[str, Lang]) -> str:
    """What is asked for by who looks for a printed file."""
    return f"printed {' '.join(which)}"


BYTES = 1000
"""In a kilobyte, as the SI and browsers count."""


def pack_link(scene: Scene, packs: PackFiles, code: str, lang: Lang) -> LinkView | None:
    """The printed guide of a territory, or that of its nearest parent that has one; the note says how heavy it is."""
    for ancestor in reversed(scene.portal.territories.chain(code)) if packs else ():
        pack = packs.get((guide_key(ancestor), lang))
        page = scene.site.get(guide_key(ancestor), lang) if pack else None
        if pack and page:
            words = scene.words[lang]
            return LinkView(
                title=words.t("guide.pack", name=scene.portal.names.get(ancestor, lang).short),
                url=scene.links.file(printed_file(page.key, lang)),
                note=_note(scene, pack, lang),
            )
    return None


def booklet_link(scene: Scene, packs: PackFiles, page: PagePlan) -> LinkView | None:
    """The children's edition on paper, for the page that says the same."""
    return _of_page(scene, packs, page, "children.booklet")


def leaflet_link(scene: Scene, packs: PackFiles, page: PagePlan) -> LinkView | None:
    """The counter leaflet of a territory, for its kit: at an address made of its code, for it is passed on."""
    return _of_page(scene, packs, page, "kit.leaflet.link")


def _of_page(scene: Scene, packs: PackFiles, page: PagePlan, title: str) -> LinkView | None:
    """What is printed of a page itself. ``title``: the key of its words."""
    pack, lang = packs.get((page.key, page.lang)), page.lang
    if pack is None:
        return None
    url = scene.links.file(printed_file(page.key, lang))
    return LinkView(title=scene.words[lang].t(title), url=url, note=_note(scene, pack, lang))


def _note(scene: Scene, pack: PackFile, lang: Lang) -> str:
    words = scene.words[lang]
    return words.t("guide.pack_note", n=pack.pages, size=words.number(round(pack.size / BYTES)))
