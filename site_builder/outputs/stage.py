"""The outputs stage: every file that is not a page or a map, in order."""

from collections.abc import Iterator

from site_builder.output import SITE_MARK, Output
from site_builder.outputs.calendars import calendars
from site_builder.outputs.finder import finder
from site_builder.outputs.manifest import manifests
from site_builder.outputs.nearby import nearby
from site_builder.outputs.sitemaps import sitemaps
from site_builder.render.scene import Scene


def outputs(scene: Scene) -> Iterator[Output]:
    """Small files made in one go."""
    for lang in scene.portal.languages:
        yield finder(scene, lang)
    yield from nearby(scene)
    yield from manifests(scene)
    yield from sitemaps(scene.site, scene.links)
    yield from calendars(scene)
    yield SITE_MARK
    yield Output(".nojekyll", b"")
    domain = scene.portal.settings.custom_domain
    if domain:
        yield Output("CNAME", f"{domain}\n".encode())
