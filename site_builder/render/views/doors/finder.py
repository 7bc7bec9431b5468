"""The commune finder."""

from dataclasses import dataclass

from site_builder.model.values import Lang
from site_builder.plan.files import finder_file
from site_builder.plan.pages import PLACES
from site_builder.render.scene import Scene


@dataclass(frozen=True, slots=True, kw_only=True)
class FinderView:
    """The commune finder: a form that works without script, the data that enhances it, and what one may type.

    ``at``: where its places are ("en Nouvelle-Aquitaine"), for the reader who looks for one that is elsewhere.
    """

    action: str
    data_url: str
    example: str
    postal_code: str
    at: str


def finder(scene: Scene, lang: Lang) -> FinderView:
    """Where the form goes without script, and where the script finds the places."""
    territories = scene.portal.territories
    towns = (t for t in territories if territories.is_nearest(t))
    root = scene.portal.settings.territory
    largest = max(towns, key=lambda t: t.population or 0, default=territories[root])
    return FinderView(
        action=scene.url(PLACES, lang),
        data_url=scene.links.file(finder_file(lang)),
        example=scene.portal.names.get(largest.code, lang).name,
        postal_code=largest.postal_codes[0] if largest.postal_codes else "",
        at=scene.portal.names.get(root, lang).at,
    )
