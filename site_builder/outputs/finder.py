"""The data of the commune finder: every place by name, postal code and official code, in one file per language."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, partial

from site_builder.model.slugs import fold
from site_builder.model.territory import Territory
from site_builder.model.values import Lang
from site_builder.output import Output
from site_builder.plan.files import finder_file
from site_builder.render.scene import Scene
from site_builder.resolve.territories import Territories

COLUMNS = ("name", "context", "slug", "postal_codes", "code", "population")


def finder(scene: Scene, lang: Lang) -> Output:
    """Places of the nearest level, then wider ones, the most populous first: the first match is the likeliest one."""
    rows = _Rows.of(scene, lang)
    data = {
        "columns": COLUMNS,
        "places": [rows.row(territory) for territory in sorted(rows.territories, key=rows.order)],
    }
    return Output(finder_file(lang), json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode())


@dataclass(frozen=True, slots=True)
class _Rows:
    """What the rows of one language are made of; ``contexts`` by the codes above a place, which many places share."""

    territories: Territories
    populations: Mapping[str, int]
    slugs: Mapping[str, str]
    name: Callable[[str], str]
    levels: Mapping[str, str]
    contexts: Callable[[tuple[str, ...]], str]

    @classmethod
    def of(cls, scene: Scene, lang: Lang) -> "_Rows":
        portal, names, label = scene.portal, scene.portal.names, scene.words[lang].label

        def name(code: str) -> str:
            return names.get(code, lang).short

        return cls(
            territories=portal.territories,
            populations=portal.populations,
            slugs=portal.slugs,
            name=name,
            levels={level.id: label(level.name).text for level in portal.settings.levels},
            contexts=cache(partial(_context, portal.territories, name)),
        )

    def order(self, territory: Territory) -> tuple[bool, int, str]:
        wider = not self.territories.is_nearest(territory)
        return (wider, -(self.populations.get(territory.code) or 0), territory.code)

    def row(self, territory: Territory) -> list[str | int]:
        code, name = territory.code, self.name(territory.code)
        nearest = self.territories.is_nearest(territory)
        return [
            name,
            self.contexts(self.territories.chain(code)[:-1]) if nearest else self.levels[territory.level],
            _unless_named(self.slugs[code], name),
            " ".join(territory.postal_codes),
            code,
            self.populations.get(code) or 0,
        ]


def _unless_named(slug: str, name: str) -> str:
    """Nothing where the finder makes the slug of the name (nine in ten, and a third of the file): it reads ``St`` as
    Saint, and digits as one number."""
    words = fold(name).split()
    plain = not {"st", "ste"}.intersection(words) and not any(word[0].isdigit() for word in words)
    return "" if plain and "-".join(words) == slug else slug


def _context(territories: Territories, name: Callable[[str], str], above: tuple[str, ...]) -> str:
    """What tells a place from its homonyms: its widest parent below the root. A wider one says what it is instead."""
    return next((name(code) for code in above if territories[code].parents), "")
