"""Where every place of the nearest level is: what nearby.js makes its list from, for a place without a page of it."""

import json

from site_builder.output import Output
from site_builder.plan.files import nearby_file
from site_builder.plan.pages import WORKPLACES
from site_builder.render.scene import Scene
from site_builder.render.views.listed_places import listed_name

DECIMALS = 3
"""Of a degree: about a hundred metres."""


def nearby(scene: Scene) -> tuple[Output, ...]:
    """One file for all languages; ``names``: by language and slug, the names that differ. None without its page."""
    if not scene.site.versions(WORKPLACES):
        return ()
    territories = scene.portal.territories
    codes = [territory.code for territory in territories if territories.is_nearest(territory)]
    reference, *others = scene.portal.languages
    data = {
        "places": [_row(scene, code) for code in sorted(codes)],
        "names": {
            lang: {
                scene.portal.slugs[code]: name
                for code in sorted(codes)
                if (name := str(listed_name(scene, code, lang))) != str(listed_name(scene, code, reference))
            }
            for lang in others
        },
    }
    return (Output(nearby_file(), json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()),)


def _row(scene: Scene, code: str) -> list[str | float | None]:
    """Slug, name, latitude, longitude, inhabitants.

    ``null`` where nobody knows where the place is, or how many live there.
    """
    position = scene.geography.positions.get(code)
    longitude, latitude = (round(degrees, DECIMALS) for degrees in position) if position else (None, None)
    return [
        scene.portal.slugs[code],
        str(listed_name(scene, code, scene.portal.reference_lang)),
        latitude,
        longitude,
        scene.portal.populations.get(code),
    ]
