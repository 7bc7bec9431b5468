"""What lists and the search may be narrowed by: one vocabulary for addresses, for cards and for the search's catalogue.

``?ou=departement-landes&theme=health&pour=famille``. To narrow leaves out what names another value. What names none is
of every one, so that a text for the whole region is found in each of its départements, and a text for everybody by
every reader; a list shows what is of the whole region apart then, and no place counts it. A place is named by the
territories just below the portal's own in which it lies, or that it is; a theme by the section of the guide, by the
heading of a list, or by a keyword; a reader as in filtered guides.
`theme/assets/js/list.js` and `search/` narrow so; the search shows first what names the chosen place or theme.

All values are what addresses call them, in the reference language: a choice goes along from a list to the search, and
to the other languages.
"""

from site_builder.model.entry import Content, Entry
from site_builder.model.slugs import slugify
from site_builder.model.trail import Trail
from site_builder.model.values import Lang
from site_builder.render.itinerary import halts
from site_builder.render.said import Said
from site_builder.render.scene import Scene
from site_builder.render.views.common import Facet, audience_slugs
from site_builder.render.views.doors.places import first_level

PLACE, THEME, AUDIENCE = "ou", "theme", "pour"
"""What they are called in an address. Not ``lieu``, which is the reader’s own place on other pages."""


def facets_of(scene: Scene, entry: Entry[Content], lang: Lang) -> tuple[Facet, ...]:
    """What a list finds one entry by; its heading is where it stands."""
    version, _ = entry.pick(lang)
    found = (
        (PLACE, entry_places(scene, version)),
        (THEME, keywords_of(version)),
        (AUDIENCE, audience_slugs(scene, version.audiences)),
    )
    return tuple((name, values) for name, values in found if values)


def places_of(scene: Scene, code: str | None) -> tuple[str, ...]:
    """The slugs of the territories just below the root that a territory lies in, or that it is."""
    if code is None or code not in scene.portal.territories:
        return ()
    chain = scene.portal.territories.chain(code)
    return tuple(scene.portal.slugs[below.code] for below in first_level(scene) if below.code in chain)


def entry_places(scene: Scene, version: Content) -> tuple[str, ...]:
    """Those of its territory; a trail is in those of its stops as well, wherever it is drawn."""
    found = places_of(scene, version.territory)
    if isinstance(version, Trail):
        stops = (halt.asset for halt in halts(scene.portal, scene.geography, version))
        codes = (asset.reference.territory for asset in stops if asset)
        found = (*found, *(slug for code in codes for slug in places_of(scene, code)))
    return tuple(dict.fromkeys(found))


def place_titles(scene: Scene, lang: Lang) -> dict[str, Said]:
    """The names of these territories, by their slugs."""
    names, slugs = scene.portal.names, scene.portal.slugs
    return {slugs[below.code]: names.get(below.code, lang).short for below in first_level(scene)}


def keywords_of(version: Content) -> tuple[str, ...]:
    """Its keywords, as addresses write them."""
    return tuple(filter(None, map(slugify, version.themes)))


def keyword_title(scene: Scene, keyword: str, lang: Lang) -> Said:
    """What readers call a keyword."""
    words = scene.words[lang]
    return words.shown(words.keyword("theme", keyword))


def heading_slug(scene: Scene, kind: str, group: str) -> str:
    """What the address of a heading's page ends in."""
    return scene.words[scene.portal.reference_lang].t(f"route.group.{kind}.{group}")
