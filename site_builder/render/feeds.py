"""The formats of feeds; how programs find those of the events, which stand beside their calendars."""

from types import MappingProxyType

from markupsafe import Markup

from site_builder.model.values import Lang
from site_builder.plan.pages import HOME, PagePlan
from site_builder.render.calendar_plans import EVENT, EVENTS, CalendarPlan, calendar_path, calendar_title, events_title
from site_builder.render.scene import Scene

FORMATS = MappingProxyType({"rss": "application/rss+xml", "json": "application/feed+json"})
"""What feeds are written in, by the ending of their files, with the media type that tells programs."""
FORMAT_NAMES = MappingProxyType({"rss": "RSS", "json": "JSON Feed"})
NOTHING = Markup("")


def event_feed_title(scene: Scene, plan: CalendarPlan | None, page: PagePlan) -> str:
    """What programs call the feed of these events; None: of all. ``page``: the one that lists them."""
    return f"{events_title(scene, page)} – {calendar_title(scene, plan, page.lang)}"


def event_feed_links(scene: Scene, page: PagePlan) -> Markup:
    """What leads programs to the feeds of all events: from each event, from their list, and from where one begins."""
    if page.kind != EVENT and page.key not in {EVENTS, HOME}:
        return NOTHING
    return scene.once(_links, page.lang) if page.key != HOME or scene.portal.entries.get(EVENT) else NOTHING


def _links(scene: Scene, lang: Lang) -> Markup:
    listing = scene.site.get(EVENTS, lang)
    if listing is None or not scene.links.origin:
        return NOTHING
    line = Markup('<link rel=alternate type="{}" title="{}" href="{}">')
    title = event_feed_title(scene, None, listing)
    found = ((media_type, calendar_path(scene, None, listing, ending)) for ending, media_type in FORMATS.items())
    return NOTHING.join(line.format(media_type, title, scene.links.file(path)) for media_type, path in found)
