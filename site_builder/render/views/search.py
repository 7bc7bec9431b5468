"""The page of the search; its form is what the button of the header opens on any other page."""

import json
from collections.abc import Iterator
from dataclasses import dataclass

from site_builder.model.registry import CONTENT_TYPES
from site_builder.model.slugs import fold
from site_builder.model.values import Lang
from site_builder.plan.files import SEARCH_FOLDER, catalogue_file, finder_file
from site_builder.plan.pages import (
    AUDIENCE,
    CHILDREN,
    DIRECTORY,
    EASY,
    GLOSSARY,
    LIST,
    PLACES,
    WORDING,
    WORKPLACES,
    PagePlan,
    guide_key,
    journey_key,
)
from site_builder.render.scene import Scene
from site_builder.render.views.common import LinkView, OptionView, option
from site_builder.render.views.doors.finder import finder
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

    ``engine`` reads the index; ``catalogue``: where results lead; ``places_data``: the finder's data. ``guide`` and
    ``journey``: the widest ones, which results lead to; the reader's own take their place where their own territory
    is known. ``kinds``: what results are called, by kind, in JSON. ``ignored``: words that look for nothing.
    """

    title: str
    summary: str
    action: str
    example: str
    engine: str
    catalogue: str
    places_data: str
    places_url: str
    guide: str
    journey: str
    ignored: str
    kinds: str
    places: tuple[str, ...]
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
        places_data=scene.links.file(finder_file(lang)),
        places_url=scene.url(PLACES, lang),
        guide=scene.url(guide_key(root), lang),
        journey=scene.url(journey_key(root), lang),
        ignored=fold(" ".join(scene.portal.search.of(lang).ignored)),
        kinds=json.dumps(dict(kinds(scene, lang)), ensure_ascii=False),
        places=_places(scene, lang),
        themes=tuple(_themes(scene, lang)),
        audiences=tuple(option(each.title, each.slug) for each in shared.filter[lang].audiences),
        partners=any(other.door.value == "partners" for other in scene.site if other.lang == lang),
        parts=tuple(
            LinkView(
                title=title_in_lists(scene, other) if other.kind == AUDIENCE else other.title, url=scene.links.to(other)
            )
            for other in scene.site
            if other.lang == lang and other.kind in LISTED
        ),
    )


OWN_KINDS = ("emergency", "block", "step", "easy", "child", "page", "place", "part", "word")
"""Kinds of results that have a name of their own in the search; the others are called as in the menu."""


def kinds(scene: Scene, lang: Lang) -> Iterator[tuple[str, str]]:
    """Each kind of results, and the heading under which they are shown."""
    words = scene.words[lang]
    for kind in OWN_KINDS:
        yield kind, words.t(f"search.kind.{kind}")
    for content_type in CONTENT_TYPES:
        if content_type.listing:
            yield content_type.kind, words.t(f"menu.{content_type.kind}")


def place_below_root(scene: Scene, code: str | None, lang: Lang) -> str:
    """The name of the widest territory below the portal's own in which another one is, or that it is; else nothing."""
    territories = scene.portal.territories
    if code is None or code not in territories:
        return ""
    line = [each for each in territories.line(code) if each != scene.portal.settings.territory]
    return scene.portal.names.get(line[0], lang).short if line else ""


def _places(scene: Scene, lang: Lang) -> tuple[str, ...]:
    """The places of what is in one: a place without anything would only disappoint."""
    located = (entry.reference.territory for entries in scene.portal.entries.values() for entry in entries)
    return tuple(sorted({place_below_root(scene, code, lang) for code in located} - {""}, key=fold))


def _themes(scene: Scene, lang: Lang) -> Iterator[ThemesView]:
    words, portal = scene.words[lang], scene.portal
    shown = (portal.frame.section(section.id) for section in portal.guides.guide(portal.settings.territory))
    yield ThemesView(
        title=words.t("search.kind.block"), themes=tuple(option(words.said(section.title)) for section in shown)
    )
    for content_type in CONTENT_TYPES:
        kind = content_type.kind
        groups = tuple(group for group in content_type.groups if (kind, group) in portal.groups)
        if groups:
            titles = tuple(option(words.say(f"group.{kind}.{group}")) for group in groups)
            yield ThemesView(title=words.t(f"menu.{kind}"), themes=titles)
