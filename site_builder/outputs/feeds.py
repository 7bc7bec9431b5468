"""Feeds of news (RSS 2.0 and JSON Feed 1.1), beside the page that shows them: those of each kind, in each language.

Nothing in them depends on the hour of the build. What an item is known by holds no address, title or name: it stays the
same when the site, the page or the title changes.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, time
from email.utils import format_datetime
from html import escape
from typing import Any
from uuid import NAMESPACE_URL, uuid5
from zoneinfo import ZoneInfo

from site_builder.model.entry import Content, Entry
from site_builder.model.news import News, NewsKind
from site_builder.model.values import Lang
from site_builder.output import Output
from site_builder.plan.pages import NEWS, PagePlan
from site_builder.plan.subscribed import standing_page
from site_builder.render.scene import Scene
from site_builder.render.views.entries.news import feed_path, feed_title, news_of

MOST_ITEMS = 30
"""In a feed: programs keep what they have seen; the page has them all."""
ATOM = "http://www.w3.org/2005/Atom"
DUBLIN_CORE = "http://purl.org/dc/elements/1.1/"


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedItem:
    """``guid``: what programs know it by; ``text``: its summary, else what it says, without markup."""

    guid: str
    url: str
    title: str
    text: str
    lang: Lang
    published: datetime
    tags: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """What both formats say. ``url``: its own address in each, by the ending of the file."""

    title: str
    description: str
    lang: Lang
    home: str
    url: Mapping[str, str]
    items: tuple[FeedItem, ...]


def feeds(scene: Scene) -> Iterator[Output]:
    """The feeds of all kinds, as soon as there are news of one, and then for good; none without the site's address."""
    if not scene.links.origin:
        return
    for lang in scene.portal.languages:
        page = standing_page(scene.portal, scene.site, NEWS, lang)
        yield from _of_all_kinds(scene, page) if page else ()


def _of_all_kinds(scene: Scene, page: PagePlan) -> Iterator[Output]:
    for kind in NewsKind:
        paths = {ending: feed_path(scene, kind, page, ending) for ending in WRITERS}
        feed = _feed(scene, kind, page, paths)
        yield from (Output(paths[ending], write(feed)) for ending, write in WRITERS.items())


def _feed(scene: Scene, kind: NewsKind, page: PagePlan, paths: Mapping[str, str]) -> Feed:
    newest = news_of(scene, kind)[:MOST_ITEMS]
    return Feed(
        title=feed_title(scene, kind, page.lang),
        description=scene.words[page.lang].t(f"news.why.{kind.value}"),
        lang=page.lang,
        home=scene.links.absolute(page.path),
        url={ending: scene.links.absolute(path) for ending, path in paths.items()},
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


def rss(feed: Feed) -> bytes:
    """RSS 2.0, with what its profile recommends: the feed's own address, and the language of what is not translated."""
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<rss version="2.0" xmlns:atom="{ATOM}" xmlns:dc="{DUBLIN_CORE}">\n<channel>\n'
        f"{_elements(title=feed.title, link=feed.home, description=feed.description, language=feed.lang)}"
        f'<atom:link href="{escape(feed.url["rss"])}" rel="self" type="application/rss+xml"/>\n'
        f"{''.join(_rss_item(feed, item) for item in feed.items)}</channel>\n</rss>\n"
    ).encode()


def _rss_item(feed: Feed, item: FeedItem) -> str:
    return (
        f"<item>\n{_elements(title=item.title, link=item.url, description=item.text)}"
        f'<guid isPermaLink="false">{item.guid}</guid>\n'
        f"{_elements(pubDate=format_datetime(item.published))}"
        f"{''.join(_elements(category=tag) for tag in item.tags)}"
        f"{_elements(**{'dc:language': item.lang}) if item.lang != feed.lang else ''}</item>\n"
    )


def _elements(**texts: str) -> str:
    return "".join(f"<{name}>{escape(text, quote=False)}</{name}>\n" for name, text in texts.items())


def json_feed(feed: Feed) -> bytes:
    """JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/)."""
    said: dict[str, Any] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": feed.home,
        "feed_url": feed.url["json"],
        "description": feed.description,
        "language": feed.lang,
        "items": [_json_item(feed, item) for item in feed.items],
    }
    return f"{json.dumps(said, ensure_ascii=False, indent=1)}\n".encode()


def _json_item(feed: Feed, item: FeedItem) -> dict[str, Any]:
    said: dict[str, Any] = {
        "id": item.guid,
        "url": item.url,
        "title": item.title,
        "content_text": item.text,
        "date_published": item.published.isoformat(),
    }
    if item.tags:
        said["tags"] = list(item.tags)
    return {**said, "language": item.lang} if item.lang != feed.lang else said


WRITERS: Mapping[str, Callable[[Feed], bytes]] = {"rss": rss, "json": json_feed}
"""By the ending of the file."""
