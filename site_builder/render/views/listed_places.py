"""Places as tables list them, beside many others: the same on every page that does."""

from dataclasses import dataclass

from site_builder.model.values import Lang, Text
from site_builder.plan.pages import guide_key
from site_builder.render.said import Said, filled, mark
from site_builder.render.scene import Scene


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class PlaceView:
    """A place, its guide, and how many live there, in words; empty where that is not known."""

    name: Said
    url: str
    population: str


def place_view(scene: Scene, code: str, lang: Lang) -> PlaceView:
    """Asked for with `Scene.once`: a place stands in the tables of a dozen pages."""
    population = scene.portal.populations.get(code)
    return PlaceView(
        name=listed_name(scene, code, lang),
        url=scene.url(guide_key(code), lang),
        population=scene.words[lang].number(population) if population is not None else "",
    )


def listed_name(scene: Scene, code: str, lang: Lang) -> Said:
    """``Saint-Sauveur (Gironde)``: namesakes may stand in one list."""
    names = scene.portal.names
    name, distinction = names.get(code, lang).short, names.distinction(code, lang)
    if not distinction:
        return name
    apart = scene.words[lang].shown(Text(text=distinction, lang=names.distinction_lang(code, lang)))
    return filled(f"{name.partition(' (')[0]} ({mark(0)})", (apart,))
