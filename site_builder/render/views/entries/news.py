"""The page "what's new": news of the territory, and what changes on the portal, each with its feeds."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from site_builder.model.entry import Content, Entry
from site_builder.model.news import News, NewsKind
from site_builder.model.values import Lang
from site_builder.plan.files import feed_file
from site_builder.plan.pages import NEWS, PagePlan
from site_builder.render.feeds import FORMAT_NAMES, FORMATS
from site_builder.render.raised import Line
from site_builder.render.scene import Scene
from site_builder.render.views.common import LinkView, SourceView, language_note, place_link, sources
from site_builder.render.views.shared import Shared


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsItemView:
    """``lang`` and ``note`` are set where it is not in the page's language; ``until``: from when it is not shown."""

    id: str
    title: Line
    lang: Lang | None
    note: str
    day: str
    date: Line
    summary: Line
    body: Markup
    place: LinkView | None
    website: str
    sources: tuple[SourceView, ...]
    until: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsGroupView:
    """The news of one kind, the newest first."""

    id: str
    title: str
    why: str
    items: tuple[NewsItemView, ...]
    feeds: tuple[LinkView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsView:
    """What pages/news.html prints. ``is_fed``: there are feeds, which need the site's address."""

    title: str
    summary: str
    groups: tuple[NewsGroupView, ...]
    is_fed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedView:
    """A feed, for programs that look for one in the head of a page."""

    title: str
    media_type: str
    url: str


def news(scene: Scene, shared: Shared, page: PagePlan) -> NewsView:
    """All news; a kind of which there are none has its feeds all the same, for those who follow them."""
    groups = tuple(_group(scene, kind, page) for kind in NewsKind)
    return NewsView(
        title=page.title,
        summary=page.description,
        groups=tuple(group for group in groups if group.items),
        is_fed=bool(scene.links.origin),
    )


def news_of(scene: Scene, kind: NewsKind) -> tuple[Entry[Content], ...]:
    """The news of one kind that are shown, the newest first."""
    entries = scene.portal.entries.get("news", ())
    return tuple(entry for entry in entries if isinstance(entry.reference, News) and entry.reference.kind is kind)


def feed_path(scene: Scene, kind: NewsKind, page: PagePlan, ending: str) -> str:
    """Where a feed of a kind stands, below the page "what's new"."""
    return feed_file(page, scene.words[page.lang].t(f"route.feed.{kind.value}"), ending)


def feed_title(scene: Scene, kind: NewsKind, lang: Lang) -> str:
    """What programs call a feed: ``Nouvelles – Portail``."""
    words = scene.words[lang]
    return f"{words.t(f'news.kind.{kind.value}')} – {words.said(scene.portal.settings.name)}"


def feeds(scene: Scene, lang: Lang) -> Iterator[FeedView]:
    """All feeds in a language; none without the site's address, which they are full of."""
    page = scene.site.get(NEWS, lang)
    if page and scene.links.origin:
        for kind in NewsKind:
            for ending, media_type in FORMATS.items():
                url = scene.links.file(feed_path(scene, kind, page, ending))
                yield FeedView(title=feed_title(scene, kind, lang), media_type=media_type, url=url)


def _group(scene: Scene, kind: NewsKind, page: PagePlan) -> NewsGroupView:
    words = scene.words[page.lang]
    links = (
        LinkView(title=FORMAT_NAMES[ending], url=scene.links.file(feed_path(scene, kind, page, ending)))
        for ending in FORMATS
    )
    return NewsGroupView(
        id=kind.value,
        title=words.t(f"news.kind.{kind.value}"),
        why=words.t(f"news.why.{kind.value}"),
        items=tuple(_item(scene, entry, page.lang) for entry in news_of(scene, kind)),
        feeds=tuple(links) if scene.links.origin else (),
    )


def _item(scene: Scene, entry: Entry[Content], lang: Lang) -> NewsItemView:
    version, own = entry.pick(lang)
    assert isinstance(version, News)
    words = scene.words[lang]
    return NewsItemView(
        id=version.id,
        title=scene.words[own].raised(version.title),
        lang=words.foreign(own),
        note=language_note(scene, own, lang),
        day=version.publish_on.isoformat(),
        date=words.raised(words.date(version.publish_on)),
        summary=scene.words[own].raised(version.summary or ""),
        body=scene.html(entry, lang).body,
        place=place_link(scene, version.territory, lang),
        website=version.website or "",
        sources=sources(scene, version, lang),
        until=scene.until(entry),
    )
