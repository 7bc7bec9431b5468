"""What an entry says of itself in a word or two: whom it is for, where it may serve, its themes, its site."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from site_builder.model.ambassador import Ambassador
from site_builder.model.entry import Content
from site_builder.model.guideline import Guideline
from site_builder.model.page import Door, Page
from site_builder.model.values import Lang, Text
from site_builder.model.welcoming import Welcoming
from site_builder.render.itinerary import TrailsByAsset
from site_builder.render.said import Said
from site_builder.render.scene import Scene


@dataclass(frozen=True, slots=True, kw_only=True)
class WordView:
    """A word or two, and where they lead."""

    text: Said
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DetailView:
    """A row of an entry's details."""

    label: str
    words: tuple[WordView, ...]


def details(scene: Scene, version: Content, lang: Lang) -> tuple[DetailView, ...]:
    """The rows that the entry has something to say in."""
    rows = _rows(scene, version, lang)
    return tuple(DetailView(label=scene.words[lang].t(key), words=words) for key, words in rows if words)


def themes(scene: Scene, version: Content, lang: Lang) -> tuple[WordView, ...]:
    """The entry's keywords."""
    return _keywords(scene, "theme", version.themes, lang)


def _rows(scene: Scene, version: Content, lang: Lang) -> Iterator[tuple[str, tuple[WordView, ...]]]:
    if isinstance(version, Ambassador) and version.cohort:
        yield "ambassador.cohort", (WordView(text=str(version.cohort)),)
    yield "entry.audiences", _audiences(scene, version, lang)
    if isinstance(version, Guideline):
        yield "guideline.uses", _keywords(scene, "use", version.uses, lang)
        yield "guideline.channels", _keywords(scene, "channel", version.channels, lang)
    if version.website and not isinstance(version, Welcoming):  # among the ways to reach it
        yield "entry.website", (WordView(text=version.website, url=version.website),)


def _audiences(scene: Scene, version: Content, lang: Lang) -> tuple[WordView, ...]:
    door = version.door if isinstance(version, Page) else Door.PARTNERS if isinstance(version, Guideline) else Door.BOTH
    titles = {audience.id: audience.called(door) for audience in scene.portal.frame.audiences}
    known = (titles[audience] for audience in version.audiences if audience in titles)
    return _views(scene.words[lang].said(title) for title in known)


def _keywords(scene: Scene, family: str, values: Iterable[str], lang: Lang) -> tuple[WordView, ...]:
    words = scene.words[lang]
    return _views(words.shown(words.keyword(family, value)) for value in values)


def _views(texts: Iterable[Said]) -> tuple[WordView, ...]:
    return tuple(WordView(text=text) for text in texts)


def trails_through(scene: Scene, trails: TrailsByAsset, asset: str, lang: Lang) -> tuple[DetailView, ...]:
    """A row for the trails that an asset is a stop of, if there are any."""
    words, found = scene.words[lang], trails.get(asset, ())
    picked = ((trail.pick(lang), scene.url(trail.key, lang)) for trail in found)
    links = tuple(
        WordView(text=words.shown(Text(text=version.title, lang=own)), url=url) for (version, own), url in picked
    )
    return (DetailView(label=words.t("trail.on"), words=links),) if links else ()
