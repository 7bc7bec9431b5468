"""What a feed says, written as RSS 2.0 and as JSON Feed 1.1."""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from email.utils import format_datetime
from html import escape
from typing import Any

from site_builder.model.values import Lang
from site_builder.output import Output
from site_builder.plan.pages import PagePlan
from site_builder.render.links import Links

ATOM = "http://www.w3.org/2005/Atom"
DUBLIN_CORE = "http://purl.org/dc/elements/1.1/"
RSS_EVENT = "http://purl.org/rss/1.0/modules/event/"
_NO_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML may hold, as a reference neither (XML 1.0 §2.2); Markdown may (``&#12;``)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Occurrence:
    """When and where an event is, for programs: ISO 8601, a day or an hour in its time zone."""

    starts: str
    ends: str
    place: str
    cancelled: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedItem:
    """``guid``: what programs know it by, an address where ``is_link``; ``text``: what it says, without markup.

    ``published`` and ``changed``: of the item, never of what it tells of; None where nobody knows.
    """

    guid: str
    url: str
    title: str
    text: str
    lang: Lang
    published: datetime | None
    tags: tuple[str, ...]
    changed: datetime | None = None
    is_link: bool = False
    occurrence: Occurrence | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """What both formats say. ``url``: its own address in each, by the ending of the file."""

    title: str
    description: str
    lang: Lang
    home: str
    url: Mapping[str, str]
    items: tuple[FeedItem, ...]


def rss(feed: Feed) -> bytes:
    """RSS 2.0, with what its profile recommends: the feed's own address, and the language of what is not translated."""
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<rss version="2.0"{_namespaces(feed)}>\n<channel>\n'
        f"{_elements(title=feed.title, link=feed.home, description=feed.description, language=feed.lang)}"
        f'<atom:link href="{escape(feed.url["rss"])}" rel="self" type="application/rss+xml"/>\n'
        f"{''.join(_rss_item(feed, item) for item in feed.items)}</channel>\n</rss>\n"
    ).encode()


def _namespaces(feed: Feed) -> str:
    used = {"atom": ATOM, "dc": DUBLIN_CORE}
    if any(item.occurrence for item in feed.items):
        used["ev"] = RSS_EVENT
    return "".join(f' xmlns:{prefix}="{name}"' for prefix, name in used.items())


def _rss_item(feed: Feed, item: FeedItem) -> str:
    return (
        f"<item>\n{_elements(title=item.title, link=item.url, description=_as_html(item.text))}"
        f'<guid isPermaLink="{str(item.is_link).lower()}">{escape(item.guid)}</guid>\n'
        f"{''.join(_dates(item))}"
        f"{''.join(_elements(category=tag) for tag in item.tags)}"
        f"{_elements(**{'dc:language': item.lang}) if item.lang != feed.lang else ''}"
        f"{_occurs(item.occurrence) if item.occurrence else ''}</item>\n"
    )


def _as_html(text: str) -> str:
    """Programs read the description of an item as HTML, even one that looks like text (RSS Best Practices Profile)."""
    return escape(text, quote=False).replace("\n", "<br>")


def _dates(item: FeedItem) -> Iterator[str]:
    """Many readers show the first alone: without it, items would be dated by when they were fetched."""
    known = item.published or item.changed
    if known:
        yield _elements(pubDate=format_datetime(known))
    if item.changed:
        yield _elements(**{"atom:updated": item.changed.isoformat()})


def _occurs(occurrence: Occurrence) -> str:
    """As the module for events of RSS has it (https://web.resource.org/rss/1.0/modules/event/)."""
    said = {"startdate": occurrence.starts, "enddate": occurrence.ends, "location": occurrence.place}
    return _elements(**{f"ev:{name}": value for name, value in said.items() if value})


def _elements(**texts: str) -> str:
    return "".join(f"<{name}>{escape(_NO_XML.sub(' ', text), quote=False)}</{name}>\n" for name, text in texts.items())


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
    }
    if item.published:
        said["date_published"] = item.published.isoformat()
    if item.changed:
        said["date_modified"] = item.changed.isoformat()
    if item.occurrence:
        said["_event"] = {name: value for name, value in asdict(item.occurrence).items() if value != ""}
    if item.tags:
        said["tags"] = list(item.tags)
    return {**said, "language": item.lang} if item.lang != feed.lang else said


WRITERS: Mapping[str, Callable[[Feed], bytes]] = {"rss": rss, "json": json_feed}
"""By the ending of the file."""


def feed_files(
    links: Links,
    page: PagePlan,
    path: Callable[[str], str],
    *,
    title: str,
    description: str,
    items: tuple[FeedItem, ...],
) -> Iterator[Output]:
    """A feed of what ``page`` shows, in every format. ``path``: where its file stands, by the ending."""
    paths = {ending: path(ending) for ending in WRITERS}
    feed = Feed(
        title=title,
        description=description,
        lang=page.lang,
        home=links.absolute(page.path),
        url={ending: links.absolute(each) for ending, each in paths.items()},
        items=items,
    )
    yield from (Output(paths[ending], write(feed)) for ending, write in WRITERS.items())
