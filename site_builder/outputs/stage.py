"""The outputs stage: every file that is not a page or a map, in order."""

from collections.abc import Iterator

from site_builder.output import SITE_MARK, Output
from site_builder.outputs.calendars import calendars
from site_builder.outputs.finder import finder
from site_builder.outputs.nearby import nearby
from site_builder.outputs.pictures import bare
from site_builder.outputs.sitemaps import sitemaps
from site_builder.render.scene import Scene


def outputs(scene: Scene) -> Iterator[Output]:
    """Small files made in one go."""
    for lang in scene.portal.languages:
        yield finder(scene, lang)
    yield from nearby(scene)
    yield from sitemaps(scene.site, scene.links)
    yield from calendars(scene)
    yield from _media(scene)
    yield SITE_MARK
    yield Output(".nojekyll", b"")
    domain = scene.portal.settings.custom_domain
    if domain:
        yield Output("CNAME", f"{domain}\n".encode())


def _media(scene: Scene) -> Iterator[Output]:
    for path, media in scene.portal.media.items():
        yield Output(path, bare(media.file.read_bytes()))
