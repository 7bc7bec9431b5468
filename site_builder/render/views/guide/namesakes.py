"""Places of the nearest level that bear the name of a wider territory: Landes is a commune, and a département."""

from collections.abc import Mapping

from site_builder.model.values import Lang
from site_builder.plan.pages import guide_key
from site_builder.render.scene import Scene
from site_builder.render.views.common import LinkView


def namesakes(scene: Scene, lang: Lang) -> Mapping[str, LinkView]:
    """By code of the place, the wider territory that its reader may have looked for."""
    territories, names, words = scene.portal.territories, scene.portal.names, scene.words[lang]
    wider = {names.get(t.code, lang).short: t for t in territories if not territories.is_nearest(t)}
    found = {}
    for place in territories:
        other = wider.get(names.get(place.code, lang).short) if territories.is_nearest(place) else None
        if other:
            name = names.get(other.code, lang)
            level = words.said(scene.portal.settings.level(other.level).name)
            title = words.say("guide.namesake", name=name.name, of=name.of, to=name.to, level=level)
            found[place.code] = LinkView(title=title, url=scene.url(guide_key(other.code), lang))
    return found
