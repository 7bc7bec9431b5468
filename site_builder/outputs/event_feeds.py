"""Feeds of events, beside their calendars: of all, of each territory and theme that has a calendar of its own.

The next one comes first, and what is over leaves. The day of an event is in its title: the dates of items are those of
what is written of it, so that a reader finds what is new. A cancelled one stays until its day, and says so.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime, time
from functools import partial
from zoneinfo import ZoneInfo

from site_builder.model.entry import Content, Entry
from site_builder.model.event import Event
from site_builder.model.values import Lang
from site_builder.output import Output
from site_builder.outputs.feed_formats import FeedItem, Occurrence, feed_files
from site_builder.plan.files import permanent_path
from site_builder.plan.pages import PagePlan
from site_builder.plan.subscribed import standing_page
from site_builder.render.calendar_plans import EVENT, EVENTS, CalendarPlan, calendar_path, calendar_plans
from site_builder.render.feeds import event_feed_title
from site_builder.render.last_days import last_moment
from site_builder.render.scene import Scene
from site_builder.render.views.welcome.days import days

MOST_ITEMS = 50
"""In a feed: what is further away comes in as the days pass."""


def event_feeds(scene: Scene) -> Iterator[Output]:
    """In each language and both formats; none without the site's address."""
    if not scene.links.origin:
        return
    plans = [plan for plan in scene.once(calendar_plans).values() if not plan.is_another_s]
    listed = (standing_page(scene.portal, scene.site, EVENTS, lang) for lang in scene.portal.languages)
    for page in filter(None, listed):
        item = _Items(scene, page.lang)
        every = scene.portal.entries.get(EVENT, ())
        yield from _written(scene, None, page, item.of(every))
        for plan in plans:
            yield from _written(scene, plan, page, item.of(plan.events))


def _written(scene: Scene, plan: CalendarPlan | None, page: PagePlan, items: tuple[FeedItem, ...]) -> Iterator[Output]:
    return feed_files(
        scene.links,
        page,
        partial(calendar_path, scene, plan, page),
        title=event_feed_title(scene, plan, page),
        description=scene.words[page.lang].t("event.feed_why"),
        items=items,
    )


class _Items:
    """The items of one language: an event is in several feeds, and made once for all of them."""

    def __init__(self, scene: Scene, lang: Lang) -> None:
        self._scene = scene
        self._lang = lang
        self._made: dict[str, FeedItem] = {}

    def of(self, entries: Iterable[Entry[Content]]) -> tuple[FeedItem, ...]:
        """Of the soonest of ``entries``, which are in that order."""
        return tuple(self._item(entry) for entry in [*entries][:MOST_ITEMS])

    def _item(self, entry: Entry[Content]) -> FeedItem:
        if entry.key not in self._made:
            self._made[entry.key] = _item(self._scene, entry, self._lang)
        return self._made[entry.key]


def _item(scene: Scene, entry: Entry[Content], lang: Lang) -> FeedItem:
    """Known by its permanent address: it stays the same whatever the event is called."""
    version, own = entry.pick(lang)
    assert isinstance(version, Event)
    words, zone = scene.words[own], ZoneInfo(scene.portal.settings.time_zone)
    page = scene.page(entry.key, lang)
    cancelled = (words.t("event.cancelled"), words.t("event.cancelled_why")) if version.cancelled else ("", "")
    title = " · ".join(filter(None, (cancelled[0], days(scene, version, own), version.title)))
    said = version.summary or scene.html(entry, lang).text.striptags()
    permanent = scene.links.absolute(permanent_path(version.id))
    return FeedItem(
        guid=permanent,
        url=scene.links.absolute(page.path) if page else permanent,
        title=title,
        text="\n".join(filter(None, (cancelled[1], version.place, said))) or title,
        lang=own,
        published=datetime.combine(version.publish_on, time.min, zone) if version.publish_on else None,
        changed=last_moment(scene, entry),
        tags=version.themes,
        is_link=True,
        occurrence=Occurrence(
            starts=version.starts.in_zone(zone),
            ends=version.ends.in_zone(zone) if version.ends else "",
            place=version.place or "",
            cancelled=version.cancelled,
        ),
    )
