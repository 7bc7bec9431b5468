"""Everything around a page's content: the shells, and the strings that fill their slots."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import SimpleNamespace
from urllib.parse import quote

from markupsafe import Markup

from site_builder.geo.maps import OutlineDrawing
from site_builder.model.entry import entry_key
from site_builder.model.page import FOOTER_PAGES, Door
from site_builder.model.palette import Palette
from site_builder.model.registry import CONTENT_TYPES, UnderHeadings
from site_builder.model.settings import PortalSettings
from site_builder.model.values import Lang
from site_builder.plan.files import manifest_file
from site_builder.plan.pages import (
    EASY,
    GLOSSARY,
    HOME,
    NOT_FOUND,
    OFFLINE,
    OVERRIDES,
    PLACES,
    SEARCH,
    UNINDEXED,
    WORDING,
    PagePlan,
    list_key,
)
from site_builder.render.crumbs import crumb_title, crumbs_of
from site_builder.render.said import Said, joined
from site_builder.render.scene import Scene
from site_builder.render.shell import Shell
from site_builder.render.structured_data import json_ld
from site_builder.render.terse import terse
from site_builder.render.views.alerts import alert_script, alerts
from site_builder.render.views.common import LinkView, language_name
from site_builder.render.views.doors.home import doors

ShellKey = tuple[Lang, str, str]
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
class SwitchView:
    """A language to switch to; ``note`` when it leads to the nearest page above."""

    code: str
    name: str
    url: str
    current: bool
    note: str


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
    report_url: str
    emergency_url: str
    stylesheet: str
    printed_words: str
    """The style sheet that explains words on paper; empty where there are none to explain."""
    typefaces: tuple[str, ...]
    script: str
    icon: str
    touch_icon: str
    manifest: str
    offline_url: str
    outline: OutlineDrawing | None
    demonstration: bool
    is_shared: bool
    """Whether its pages have an address to send."""
    colours: Palette
    dark_colours: Palette


def shell_key(page: PagePlan) -> ShellKey:
    """Pages with the same key share a shell."""
    return (page.lang, page.door.value, page.section)


def render_shells(scene: Scene) -> Mapping[ShellKey, Shell]:
    """One shell for each language, door and menu section that some page has."""
    samples: dict[ShellKey, PagePlan] = {}
    for page in scene.site:
        samples.setdefault(shell_key(page), page)
    return {
        key: Shell.of(lambda slots, page=page: render_whole(scene, page, slots)).shortened(terse)  # type: ignore[misc]
        for key, page in samples.items()
    }


def render_whole(scene: Scene, page: PagePlan, slots: Mapping[str, str]) -> str:
    """The shell's template with ``slots`` in their places: what a filled shell must be equal to."""
    model = SimpleNamespace(
        **slots,
        lang=page.lang,
        direction=scene.portal.settings.language(page.lang).direction,
        door=page.door.value,
        section=page.section,
    )
    template = scene.environment.get_template("main.html")
    return template.render(page=model, site=site_view(scene, page), t=scene.words[page.lang].t)


def fill_slots(scene: Scene, page: PagePlan, content: Markup) -> dict[str, str]:
    """The strings of one page."""
    return {
        "title": _document_title(scene, page),
        "description": page.description,
        "canonical": _canonical(scene, page),
        "alternates": _alternates(scene, page),
        "robots": Markup('<meta name="robots" content="noindex">') if page.key in UNINDEXED else Markup(""),
        "alert_script": alert_script(scene, page),
        "alerts": alerts(scene, page),
        "breadcrumbs": _breadcrumbs(scene, page),
        "switcher": _switcher(scene, page),
        "content": content,
        "address": scene.links.absolute(page.path) if scene.links.origin else "",
        "json_ld": Markup("") if page.key == NOT_FOUND else json_ld(scene, page),
        "kind": page.kind,
    }


def _document_title(scene: Scene, page: PagePlan) -> str:
    words, settings = scene.words[page.lang], scene.portal.settings
    name = words.label(settings.name).text
    if page.key == HOME:
        return f"{name} – {words.label(settings.tagline).text}"
    return page.title if page.title.endswith(name) else f"{page.title} – {name}"


def _canonical(scene: Scene, page: PagePlan) -> Markup:
    """Nothing without the site's address, and for the page that is shown at any address where there is none."""
    if not scene.links.origin or page.key == NOT_FOUND:
        return Markup("")
    return Markup('<link rel=canonical href="%s">') % scene.links.absolute(page.path)


def _alternates(scene: Scene, page: PagePlan) -> Markup:
    if not scene.links.origin:
        return Markup("")
    line = Markup('<link rel=alternate hreflang=%s href="%s">')
    return Markup("\n").join(
        line % (lang, scene.links.absolute(path)) for lang, path in scene.site.alternates(page.key)
    )


def _breadcrumbs(scene: Scene, page: PagePlan) -> Markup:
    crumbs = tuple(
        LinkView(
            title=crumb_title(scene, crumb),
            url=scene.links.to(crumb),
            lang=scene.words[page.lang].foreign(crumb.lang),
        )
        for crumb in crumbs_of(scene, page)
    )
    if not crumbs:
        return Markup("")
    return scene.fragment("fragments/breadcrumbs.html", page.lang, crumbs=crumbs)


def _switcher(scene: Scene, page: PagePlan) -> Markup:
    if len(scene.portal.languages) < 2 or page.key == NOT_FOUND:  # that page is in every language already
        return Markup("")
    languages = [_switch(scene, page, lang) for lang in scene.portal.languages]
    return scene.template("fragments/switcher.html", page.lang, languages=languages)


def _switch(scene: Scene, page: PagePlan, lang: Lang) -> SwitchView:
    """The same page in ``lang`` or, said so in that language, its nearest parent that is translated."""
    target = scene.site.nearest(page.key, lang)
    words = scene.words[lang]
    elsewhere = target is not None and target.key != page.key
    note = words.t("switcher.parent", title=target.title) if target and elsewhere else ""
    return SwitchView(
        code=lang,
        name=language_name(scene, lang),
        url=scene.links.to(target) if target else "",
        current=lang == page.lang,
        note=note,
    )


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
        report_url=_report(settings),
        emergency_url=scene.emergency_url(page.lang),
        stylesheet=scene.links.file(scene.assets["stylesheet"]),
        printed_words=_printed_words(scene, page.lang),
        typefaces=tuple(scene.links.file(path) for name, path in scene.assets.items() if name.startswith("typeface-")),
        script=scene.links.file(scene.assets["script"]),
        icon=scene.links.file(scene.assets["icon"]),
        touch_icon=scene.links.file(scene.assets["icon-touch"]) if page.section == HOME else "",
        manifest=scene.links.file(manifest_file(page.lang, scene.portal.reference_lang)),
        offline_url=scene.url(OFFLINE, page.lang) if page.section == HOME else "",
        outline=scene.ornament(page),
        demonstration=settings.demonstration,
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


def _report(settings: PortalSettings) -> str:
    """Where a reader reports a mistake: the form, else a letter (RFC 6068); empty when the portal has neither."""
    if settings.report_url or not settings.report_email:
        return settings.report_url or ""
    return f"mailto:{quote(settings.report_email, safe='@+')}"


DOOR_LINKS = {Door.WELCOME: (GLOSSARY, EASY), Door.PARTNERS: (list_key("guideline"), WORDING, OVERRIDES)}
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
