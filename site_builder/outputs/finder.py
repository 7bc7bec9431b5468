"""The data of the commune finder: every place by name, postal code and official code, in one file per language."""

import json
from functools import partial

from site_builder.model.slugs import fold
from site_builder.model.territory import Territory
from site_builder.model.values import Lang
from site_builder.output import Output
from site_builder.plan.files import finder_file
from site_builder.render.scene import Scene

COLUMNS = ("name", "context", "slug", "postal_codes", "code", "population")


def finder(scene: Scene, lang: Lang) -> Output:
    """Places of the nearest level, then wider ones, the most populous first: the first match is the likeliest one."""
    territories = sorted(scene.portal.territories, key=partial(_order, scene))
    places = [_row(scene, territory, lang) for territory in territories]
    data = {"columns": COLUMNS, "places": places}
    return Output(finder_file(lang), json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode())


def _order(scene: Scene, territory: Territory) -> tuple[bool, int, str]:
    wider = not scene.portal.territories.is_nearest(territory)
    return (wider, -(scene.portal.populations.get(territory.code) or 0), territory.code)


def _row(scene: Scene, territory: Territory, lang: Lang) -> list[str | int]:
    return [
        scene.portal.names.get(territory.code, lang).short,
        _context(scene, territory, lang),
        _unless_named(scene.portal.slugs[territory.code], scene.portal.names.get(territory.code, lang).short),
        " ".join(territory.postal_codes),
        territory.code,
        scene.portal.populations.get(territory.code) or 0,
    ]


def _unless_named(slug: str, name: str) -> str:
    """Nothing where the finder makes the slug of the name (nine in ten, and a third of the file): it reads ``St`` as
    Saint, and digits as one number."""
    words = fold(name).split()
    plain = not {"st", "ste"}.intersection(words) and not any(word[0].isdigit() for word in words)
    return "" if plain and "-".join(words) == slug else slug


def _context(scene: Scene, territory: Territory, lang: Lang) -> str:
    """What tells a place from its homonyms: its widest parent below the root, or what it is."""
    if not scene.portal.territories.is_nearest(territory):
        level = scene.portal.settings.level(territory.level)
        return scene.words[lang].label(level.name).text
    wider = [a for a in scene.portal.territories.ancestors(territory.code) if a.parents]
    return scene.portal.names.get(wider[0].code, lang).short if wider else ""
