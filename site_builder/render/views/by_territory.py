"""Entries under the territories of a directory: the portal's own first, then those just below it, by name."""

from collections.abc import Iterable, Mapping

from site_builder.model.entry import Content, Entry
from site_builder.model.slugs import fold
from site_builder.model.values import Lang
from site_builder.render.scene import Scene
from site_builder.render.views.doors.places import first_level


def by_first_level(
    scene: Scene, entries: Iterable[Entry[Content]], lang: Lang
) -> Mapping[str, tuple[Entry[Content], ...]]:
    """The entries by the code of the territory that they stand under, in its order; none is empty."""
    names = scene.portal.names
    root = scene.portal.settings.territory
    below = sorted((t.code for t in first_level(scene)), key=lambda code: fold(names.get(code, lang).name))
    found: dict[str, list[Entry[Content]]] = {code: [] for code in (root, *below)}
    for entry in entries:
        for code in _headings(scene, entry, frozenset(below)):
            found[code].append(entry)
    return {code: tuple(those) for code, those in found.items() if those}


def _headings(scene: Scene, entry: Entry[Content], below: frozenset[str]) -> tuple[str, ...]:
    """The territories of ``below`` that the entry's lies in, all of them where it lies over a border; else the root."""
    root = scene.portal.settings.territory
    code = entry.reference.territory
    chain = scene.portal.territories.chain(code) if code in scene.portal.territories and code else ()
    return tuple(above for above in chain if above in below) or (root,)
