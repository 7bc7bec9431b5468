"""What the shell shows around a page's content, as values: doors, menu, search, the foot of the page."""

from dataclasses import dataclass

from site_builder.geo.maps import OutlineDrawing
from site_builder.model.entry import entry_key
from site_builder.model.page import FOOTER_PAGES, Door
from site_builder.model.palette import Palette
from site_builder.model.registry import CONTENT_TYPES, UnderHeadings
from site_builder.model.values import Lang
from site_builder.plan.files import manifest_file
from site_builder.plan.pages import (
    EASY,
    GLOSSARY,
    HOME,
    LINK_TO_US,
    NEWS,
    NOT_FOUND,
    OFFLINE,
    OPEN_DATA,
    OVERRIDES,
    PLACES,
    PROOFS,
    SEARCH,
    WORDING,
    PagePlan,
    list_key,
)
from site_builder.render.cards import locale
from site_builder.render.feedback import Subject, WayView, ways
from site_builder.render.said import Said, joined
from site_builder.render.scene import Scene
from site_builder.render.views.common import LinkView
from site_builder.render.views.doors.home import doors
from site_builder.render.views.entries.news import FeedView, feeds

PRINTED_WORDS = "words-{lang}"
"""What the style sheet of a language's words is called among the assets (`outputs/printed_words.py`)."""
UNSHARED = frozenset({NOT_FOUND, OFFLINE})
"""Pages, each with a shell of its own, that are the same wherever one is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MenuItem:
    """A link of the menu or of a door."""

    key: str
    title: str
    url: str
    current: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteView:
    """What the shell prints as ``site``: the same for every page of a language, a door and a menu section."""

    name: Said
    tagline: Said
    home_url: str
    doors: tuple[MenuItem, ...]
    menu: tuple[MenuItem, ...]
    footer_links: tuple[LinkView, ...]
    footer_credit: Said
    search_url: str
    feedback: tuple[WayView, ...]
    """How to report a mistake on the page."""
    emergency_url: str
    stylesheet: str
    printed_words: str
    """The style sheet that explains words on paper; empty where there are none to explain."""
    typefaces: tuple[str, ...]
    script: str
    icon: str
    touch_icon: str
    manifest: str
    feeds: tuple[FeedView, ...]
    """For programs that look for them: on the pages where a reader begins, and where the news are."""
    offline_url: str
    outline: OutlineDrawing | None
    demonstration: bool
    served: bool
    """By a development server: then without a security policy."""
    locale: str
    """Of the page's language, as Open Graph writes it."""
    is_shared: bool
    """Whether its pages have an address to send."""
    colours: Palette
    dark_colours: Palette


def site_view(scene: Scene, page: PagePlan) -> SiteView:
    """What every page of a language and a door shows around its content."""
    settings = scene.portal.settings
    words = scene.words[page.lang]
    return SiteView(
        name=words.said(settings.name),
        tagline=words.said(settings.tagline),
        home_url=scene.url(HOME, page.lang),
        doors=_doors(scene, page),
        menu=_menu(scene, page),
        footer_links=_footer(scene, page),
        footer_credit=_credit(scene, page.lang) if page.section == HOME else "",
        search_url=scene.url(SEARCH, page.lang),
        feedback=ways(scene, page.lang, Subject.MISTAKE),
        emergency_url=_emergency(scene, page),
        stylesheet=scene.links.file(scene.assets["stylesheet"]),
        printed_words=_printed_words(scene, page.lang),
        typefaces=tuple(scene.links.file(path) for name, path in scene.assets.items() if name.startswith("typeface-")),
        script=scene.links.file(scene.assets["script"]),
        icon=scene.links.file(scene.assets["icon"]),
        touch_icon=scene.links.file(scene.assets["icon-touch"]) if page.section == HOME else "",
        manifest=scene.links.file(manifest_file(page.lang, scene.portal.reference_lang)),
        feeds=tuple(feeds(scene, page.lang)) if page.section in {HOME, NEWS} else (),
        offline_url=scene.url(OFFLINE, page.lang),
        outline=scene.ornament(page),
        demonstration=settings.demonstration,
        served=scene.served,
        locale=locale(scene, page.lang),
        is_shared=bool(scene.links.origin) and page.key not in UNSHARED,
        colours=settings.light,
        dark_colours=settings.dark,
    )


def _printed_words(scene: Scene, lang: Lang) -> str:
    path = scene.assets.get(PRINTED_WORDS.format(lang=lang))
    return scene.links.file(path) if path else ""


def _doors(scene: Scene, page: PagePlan) -> tuple[MenuItem, ...]:
    return tuple(
        MenuItem(key=door.key, title=door.title, url=door.url, current=page.door.value == door.key)
        for door in doors(scene, page.lang)
    )


def _menu(scene: Scene, page: PagePlan) -> tuple[MenuItem, ...]:
    """The sections behind the page's door; a page before both doors shows the first one's."""
    words = scene.words[page.lang]
    door = Door.PARTNERS if page.door is Door.PARTNERS else Door.WELCOME
    items = []
    if door is Door.WELCOME:
        items.append((PLACES, words.t("menu.guide")))
    items.extend(
        (list_key(content_type.kind), words.t(f"menu.{content_type.kind}"))
        for content_type in CONTENT_TYPES
        if isinstance(content_type.listing, UnderHeadings) and content_type.door is door
        if scene.portal.entries.get(content_type.kind)
    )
    return tuple(
        MenuItem(key=key, title=title, url=scene.url(key, page.lang), current=page.section == key)
        for key, title in items
    )


def _emergency(scene: Scene, page: PagePlan) -> str:
    """Without network no other page may open: that one has the numbers itself."""
    url = scene.emergency_url(page.lang)
    return "#emergency" if url and page.key == OFFLINE else url


DOOR_LINKS = {
    Door.WELCOME: (GLOSSARY, EASY, PROOFS, NEWS),
    Door.PARTNERS: (list_key("guideline"), WORDING, PROOFS, NEWS, LINK_TO_US, OPEN_DATA, OVERRIDES),
}
"""What the foot of a page leads to first, by its door; before both doors, the first one's."""


def _footer(scene: Scene, page: PagePlan) -> tuple[LinkView, ...]:
    """The links of the page's door, then what the law and good manners ask for, but for what is the other door's."""
    door = Door.PARTNERS if page.door is Door.PARTNERS else Door.WELCOME
    keys = (*DOOR_LINKS[door], *(entry_key("page", page_id) for page_id in FOOTER_PAGES))
    found = (scene.page(key, page.lang) for key in keys)
    words = scene.words[page.lang]
    return tuple(
        LinkView(title=each.title, url=scene.links.to(each), lang=words.foreign(each.lang))
        for each in found
        if each and each.door in {door, Door.BOTH}
    )


def _credit(scene: Scene, lang: Lang) -> Said:
    """The open data, those of one licence together: it is said once, after them.

    Only where a reader begins: guides name their sources where they use them, the legal page all of them.
    """
    words = scene.words[lang]
    by_licence: dict[str, list[Said]] = {}
    for source in scene.portal.settings.open_data:
        by_licence.setdefault(source.licence, []).append(words.said(source.name))
    named = [part for licence, names in by_licence.items() for part in (joined(names, " · "), licence)]
    return words.say("footer.data", sources=joined(named, ". ")) if named else ""
