"""Feeds of news (RSS 2.0 and JSON Feed 1.1), beside the page that shows them: those of each kind, in each language.

Nothing in them depends on the hour of the build. What an item is known by holds no address, title or name: it stays the
same when the site, the page or the title changes.
"""

from collections.abc import Iterator
from datetime import datetime, time
from functools import partial
from uuid import NAMESPACE_URL, uuid5
from zoneinfo import ZoneInfo

from site_builder.model.entry import Content, Entry
from site_builder.model.news import News, NewsKind
from site_builder.output import Output
from site_builder.outputs.feed_formats import FeedItem, feed_files
from site_builder.plan.pages import NEWS, PagePlan
from site_builder.plan.subscribed import standing_page
from site_builder.render.scene import Scene
from site_builder.render.views.entries.news import feed_path, feed_title, news_of

MOST_ITEMS = 30
"""In a feed: programs keep what they have seen; the page has them all."""


def feeds(scene: Scene) -> Iterator[Output]:
    """The feeds of all kinds, as soon as there are news of one, and then for good; none without the site's address."""
    if not scene.links.origin:
        return
    for lang in scene.portal.languages:
        page = standing_page(scene.portal, scene.site, NEWS, lang)
        yield from _of_all_kinds(scene, page) if page else ()


def _of_all_kinds(scene: Scene, page: PagePlan) -> Iterator[Output]:
    for kind in NewsKind:
        newest = news_of(scene, kind)[:MOST_ITEMS]
        yield from feed_files(
            scene.links,
            page,
            partial(feed_path, scene, kind, page),
            title=feed_title(scene, kind, page.lang),
            description=scene.words[page.lang].t(f"news.why.{kind.value}"),
            items=tuple(_item(scene, entry, page) for entry in newest),
        )


def _item(scene: Scene, entry: Entry[Content], page: PagePlan) -> FeedItem:
    version, lang = entry.pick(page.lang)
    assert isinstance(version, News)
    settings = scene.portal.settings
    known_by = uuid5(NAMESPACE_URL, f"news-{version.id}@{settings.territory.lower()}.portail")
    body = scene.html(entry, page.lang).text
    return FeedItem(
        guid=known_by.urn,
        url=f"{scene.links.absolute(page.path)}#{version.id}",
        title=version.title,
        text=version.summary or body.striptags() or version.title,
        lang=lang,
        published=datetime.combine(version.publish_on, time.min, ZoneInfo(settings.time_zone)),
        tags=version.themes,
    )
