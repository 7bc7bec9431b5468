"""The outputs stage: every file that is not a page or a map, in order."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from types import MappingProxyType

from site_builder.output import SITE_MARK, Output
from site_builder.outputs.event_feeds import event_feeds
from site_builder.outputs.feeds import feeds
from site_builder.outputs.finder import finder
from site_builder.outputs.manifest import manifests
from site_builder.outputs.nearby import nearby
from site_builder.outputs.oembed import oembed
from site_builder.outputs.open_data.stage import open_data, open_data_of_contacts
from site_builder.outputs.permanent import permanent
from site_builder.outputs.redirects import redirects
from site_builder.outputs.sitemaps import sitemaps
from site_builder.render.last_days import last_day
from site_builder.render.scene import Scene


def _calendars(scene: Scene) -> Iterable[Output]:
    """They need a library that takes a tenth of all imports' time, and stand as they are after most edits."""
    from site_builder.outputs.calendars import calendars  # noqa: PLC0415

    return calendars(scene)


def _admin(scene: Scene) -> Iterable[Output]:
    """The form, which few portals have."""
    if scene.portal.settings.admin is None:
        return ()
    from site_builder.outputs.admin.stage import admin  # noqa: PLC0415

    return admin(scene)


def _open_data(scene: Scene) -> Iterable[Output]:
    """Where the words of the portal have a licence: what has none, nobody may use again."""
    return open_data(scene) if scene.portal.settings.licence else ()


def _open_data_of_contacts(scene: Scene) -> Iterable[Output]:
    return open_data_of_contacts(scene) if scene.portal.settings.licence else ()


OUTPUTS: Mapping[str, Callable[[Scene], Iterable[Output]]] = MappingProxyType(
    {
        "finder": lambda scene: (finder(scene, lang) for lang in scene.portal.languages),
        "nearby": nearby,
        "manifests": manifests,
        "sitemaps": lambda scene: sitemaps(scene.site, scene.links, partial(last_day, scene)),
        "calendars": _calendars,
        "feeds": feeds,
        "feeds/events": event_feeds,
        "redirects": redirects,
        "open_data": _open_data,
        "open_data/contacts": _open_data_of_contacts,
        "permanent": permanent,
        "oembed": oembed,
        "admin": _admin,
        "marks": lambda scene: _marks(scene.portal.settings.custom_domain),
    }
)
"""Each with the name under which it is counted (benchmarks/budget.yml), in the order in which they are made."""


def _marks(domain: str | None) -> Iterator[Output]:
    yield SITE_MARK
    yield Output(".nojekyll", b"")
    if domain:
        yield Output("CNAME", f"{domain}\n".encode())
