"""schema.org descriptions of pages (JSON-LD 1.1), which search engines and other readers of data take from them.

A page says what it is, what it is about, and where it stands. Of a person it says only what its readers see.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from markupsafe import Markup

from site_builder.model.registry import PEOPLE
from site_builder.model.values import Lang
from site_builder.plan.pages import (
    AUDIENCE,
    DIRECTORY,
    GLOSSARY,
    GUIDE,
    HEADING,
    HOME,
    JOURNEY,
    LIST,
    PARTNER_WORK,
    PLACES,
    PORTRAIT,
    PROOFS,
    SEARCH,
    WORKPLACE,
    WORKPLACES,
    PagePlan,
)
from site_builder.render.crumbs import crumb_title, crumbs_of
from site_builder.render.described.entries import entry_subject, version_of
from site_builder.render.described.lists import listed
from site_builder.render.described.questions import questions
from site_builder.render.described.steps import how_to
from site_builder.render.described.territories import area, territory
from site_builder.render.described.words import claims, terms
from site_builder.render.described.writing import SUBJECT, Json, written
from site_builder.render.scene import Scene

PAGE_TYPES: Mapping[str, str] = MappingProxyType(
    {
        PLACES: "CollectionPage",
        WORKPLACES: "CollectionPage",
        LIST: "CollectionPage",
        DIRECTORY: "CollectionPage",
        HEADING: "CollectionPage",
        SEARCH: "SearchResultsPage",
        **dict.fromkeys(PEOPLE, "ProfilePage"),
    }
)
"""Kinds of pages that are more than a WebPage."""

OF_TERRITORIES = frozenset({PORTRAIT, WORKPLACE, PARTNER_WORK})
"""Kinds of pages about a territory that another page describes: its guide."""


def json_ld(scene: Scene, page: PagePlan) -> Markup:
    """A ``<script>`` of data for the page."""
    subjects = _subjects(scene, page)
    nodes = [_page(scene, page, has_subject=bool(subjects)), *subjects, *_trail(scene, page)]
    # "<" is escaped so that no text can close the element (HTML Standard §4.12.1.3).
    text = f'{{"@context":"https://schema.org","@graph":[{",".join(nodes)}]}}'.replace("<", "\\u003c")
    return Markup(f'<script type="application/ld+json">{text}</script>')  # noqa: S704 - escaped on the line above


def _page(scene: Scene, page: PagePlan, *, has_subject: bool) -> str:
    """What the page itself is."""
    address = written(scene.links.absolute(page.path))
    if page.kind == GUIDE:  # its title is its name: nine pages in ten are guides, and bytes count
        return f'{{"@type":"WebPage","@id":{address},"inLanguage":"{page.lang}","mainEntity":{{"@id":"#subject"}}}}'
    return written(
        {
            "@type": PAGE_TYPES.get(page.kind, "WebPage"),
            "@id": scene.links.absolute(page.path),
            "inLanguage": page.lang,
            "name": page.title,
            "description": page.description,
            **_about(scene, page),
            **({"mainEntity": SUBJECT} if has_subject else _asked(scene, page)),
        }
    )


def _about(scene: Scene, page: PagePlan) -> Json:
    """Whom or what a page is about that describes nothing itself; when somebody last read its text again."""
    if page.kind in OF_TERRITORIES:
        return {"about": area(scene, page.subject, page.lang)}
    if page.kind == AUDIENCE:
        audience = next(each for each in scene.portal.frame.audiences if each.id == page.subject)
        title = str(scene.words[page.lang].said(audience.title))
        return {"audience": {"@type": "Audience", "audienceType": title}}
    version = version_of(scene, page)
    return {"lastReviewed": version.verified_on.isoformat()} if version and version.verified_on else {}


def _asked(scene: Scene, page: PagePlan) -> Json:
    """A page that is questions and answers is of another type than the rest."""
    asked = questions(scene, page)
    return {"@type": "FAQPage", "mainEntity": asked} if asked else {}


def _subjects(scene: Scene, page: PagePlan) -> list[str]:
    """What the page describes: the first of these is its main entity."""
    if page.kind == GUIDE:
        return territory(scene, page)
    if page.kind == JOURNEY:
        return how_to(scene, page)
    described = DESCRIBED.get(page.kind, entry_subject)(scene, page)
    return [written(described)] if described else []


def _site(scene: Scene, page: PagePlan) -> Json:
    """The portal, from its first page."""
    settings, words = scene.portal.settings, scene.words[page.lang]
    return {
        **SUBJECT,
        "@type": "WebSite",
        "name": str(words.said(settings.name)),
        "description": str(words.said(settings.tagline)),
        "url": scene.links.absolute(page.path),
        "inLanguage": list(scene.portal.languages),
        "about": area(scene, settings.territory, page.lang),
    }


DESCRIBED: Mapping[str, Callable[[Scene, PagePlan], Json | None]] = MappingProxyType(
    {HOME: _site, LIST: listed, HEADING: listed, DIRECTORY: listed, GLOSSARY: terms, PROOFS: claims}
)
"""What pages describe that are no entry's."""


def _trail(scene: Scene, page: PagePlan) -> list[str]:
    """The crumbs; the page itself comes last, without an address: it is this one."""
    crumbs = crumbs_of(scene, page)
    if not crumbs:
        return []
    above = scene.once(_items_above, tuple(crumb.key for crumb in crumbs), page.lang)
    return [f"{above}{written(crumb_title(scene, page))}}}]}}"]


def _items_above(scene: Scene, keys: tuple[str, ...], lang: Lang) -> str:
    """A list of crumbs as far as the name of its last one, which each page adds."""
    crumbs = [crumb for crumb in (scene.page(key, lang) for key in keys) if crumb]
    items = "".join(
        f'{{"@type":"ListItem","position":{position},"name":{written(crumb_title(scene, crumb))},'
        f'"item":{written(scene.links.absolute(crumb.path))}}},'
        for position, crumb in enumerate(crumbs, start=1)
    )
    last = f'{{"@type":"ListItem","position":{len(crumbs) + 1},"name":'
    return f'{{"@type":"BreadcrumbList","itemListElement":[{items}{last}'
