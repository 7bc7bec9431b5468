"""The page of the search; its form is what the button of the header opens on any other page."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from site_builder.model.registry import CONTENT_TYPES
from site_builder.model.slugs import fold, slugify
from site_builder.model.values import Lang
from site_builder.plan.files import SEARCH_FOLDER, catalogue_file, finder_file, words_file
from site_builder.plan.pages import (
    AUDIENCE,
    CHILDREN,
    DIRECTORY,
    EASY,
    GLOSSARY,
    LIST,
    OFFLINE,
    PLACES,
    PORTRAIT,
    WORDING,
    WORKPLACES,
    PagePlan,
    guide_key,
    journey_key,
)
from site_builder.render.said import Said
from site_builder.render.scene import Scene
from site_builder.render.views.common import LinkView, OptionView, option
from site_builder.render.views.doors.finder import finder
from site_builder.render.views.facets import heading_slug, keyword_title, place_titles, places_of
from site_builder.render.views.shared import Shared
from site_builder.render.views.welcome.audience import title_in_lists

LISTED = frozenset({PLACES, WORKPLACES, AUDIENCE, EASY, CHILDREN, LIST, DIRECTORY, GLOSSARY, WORDING})
"""The parts of the portal that the page leads to without script."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemesView:
    """Themes of one kind, under what they are called together."""

    title: str
    themes: tuple[OptionView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchView:
    """What pages/search.html prints.

    ``engine`` reads the index; ``catalogue``: where results lead; ``words``: what mends a slip;
    ``places_data``: the finder's data; ``at``: where the whole portal is. ``guide`` and
    ``journey``: the widest ones, which results lead to; the reader's own take their place where their own territory
    is known. ``kinds``: what results are called, by kind, in JSON. ``ignored``: words that look for nothing.
    ``offline``: the page of those that devices keep, empty where they keep none.
    """

    title: str
    summary: str
    action: str
    example: str
    engine: str
    catalogue: str
    words: str
    places_data: str
    places_url: str
    at: str
    guide: str
    journey: str
    ignored: str
    kinds: str
    offline: str
    places: tuple[OptionView, ...]
    themes: tuple[ThemesView, ...]
    audiences: tuple[OptionView, ...]
    partners: bool
    parts: tuple[LinkView, ...]


def search(scene: Scene, shared: Shared, page: PagePlan) -> SearchView:
    """The form, what its script has to know, and the parts of the portal for whoever has no script."""
    lang, root = page.lang, scene.portal.settings.territory
    return SearchView(
        title=page.title,
        summary=page.description,
        action=scene.links.to(page),
        example=finder(scene, lang).example,
        engine=scene.links.file(f"{SEARCH_FOLDER}/pagefind.js"),
        catalogue=scene.links.file(catalogue_file(lang)),
        words=scene.links.file(words_file(lang)),
        places_data=scene.links.file(finder_file(lang)),
        places_url=scene.url(PLACES, lang),
        at=scene.portal.names.get(root, lang).at,
        guide=scene.url(guide_key(root), lang),
        journey=scene.url(journey_key(root), lang),
        offline=scene.url(OFFLINE, lang),
        ignored=fold(" ".join(scene.portal.search.of(lang).ignored)),
        kinds=json.dumps(dict(kinds(scene, lang)), ensure_ascii=False),
        places=tuple(_places(scene, lang)),
        themes=tuple(_themes(scene, lang)),
        audiences=tuple(option(each.title, each.slug) for each in shared.filter[lang].audiences),
        partners=any(other.door.value == "partners" for other in scene.site if other.lang == lang),
        parts=tuple(
            LinkView(title=_part(scene, other), url=scene.links.to(other))
            for other in scene.site
            if other.lang == lang and other.kind in LISTED
        ),
    )


def _part(scene: Scene, page: PagePlan) -> Said:
    """What a part of the portal is called beside the others: two guides would have one name."""
    if page.kind == CHILDREN:
        return scene.words[page.lang].say("children.link")
    return title_in_lists(scene, page) if page.kind == AUDIENCE else page.title


OWN_KINDS = ("emergency", "block", "step", "easy", "child", "news", "page", "place", "part", "word")
"""Kinds of results that have a name of their own in the search; the others are called as in the menu."""


def kinds(scene: Scene, lang: Lang) -> Iterator[tuple[str, str]]:
    """Each kind of results, and the heading under which they are shown."""
    words = scene.words[lang]
    for kind in OWN_KINDS:
        yield kind, words.t(f"search.kind.{kind}")
    for content_type in CONTENT_TYPES:
        if content_type.listing:
            yield content_type.kind, words.t(f"menu.{content_type.kind}")


def _places(scene: Scene, lang: Lang) -> Iterator[OptionView]:
    """The places of what is in one, portraits included: a place without anything would only disappoint."""
    located = {entry.reference.territory for entries in scene.portal.entries.values() for entry in entries}
    portrayed = {page.subject for page in scene.site if page.kind == PORTRAIT}
    there = {slug for code in located | portrayed for slug in places_of(scene, code)}
    titles = place_titles(scene, lang)
    yield from (option(titles[slug], slug) for slug in sorted(there, key=lambda slug: fold(str(titles[slug]))))


def _themes(scene: Scene, lang: Lang) -> Iterator[ThemesView]:
    """Each value once: a keyword that is the heading of a list as well stands there."""
    named: set[str] = set()
    for title, themes in _all_themes(scene, lang):
        fresh = {value: said for value, said in themes if value and value not in named}
        named |= fresh.keys()
        if fresh:
            yield ThemesView(title=title, themes=tuple(option(said, value) for value, said in fresh.items()))


def _all_themes(scene: Scene, lang: Lang) -> Iterator[tuple[str, Iterable[tuple[str, Said]]]]:
    """Values and titles under what they are called together: sections of the guide, headings of lists, keywords."""
    words, portal = scene.words[lang], scene.portal
    shown = (portal.frame.section(section.id) for section in portal.guides.guide(portal.settings.territory))
    yield words.t("search.kind.block"), ((section.id, words.said(section.title)) for section in shown)
    for content_type in CONTENT_TYPES:
        kind = content_type.kind
        groups = (group for group in content_type.groups if (kind, group) in portal.groups)
        titles = [(heading_slug(scene, kind, group), words.say(f"group.{kind}.{group}")) for group in groups]
        yield words.t(f"menu.{kind}") if titles else "", titles
    keywords = {
        theme for entries in portal.entries.values() for entry in entries for theme in entry.pick(lang)[0].themes
    }
    ordered = sorted(((slugify(each), keyword_title(scene, each, lang)) for each in keywords), key=lambda pair: pair[0])
    yield words.t("search.theme"), ordered
