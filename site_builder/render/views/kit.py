"""Pages for whoever links to the portal: how that is done, and the kit of a page, to copy and to print."""

from collections.abc import Iterator
from dataclasses import dataclass

from site_builder.model.page import EXCHANGES_PAGE
from site_builder.model.slugs import fold
from site_builder.model.values import Lang
from site_builder.plan.files import kit_file
from site_builder.plan.pages import GUIDE, PLACES, PagePlan, guide_key, kit_key
from site_builder.render.feedback import general_address
from site_builder.render.kits import KitText, has_files, kit_texts, linked, permanent_address
from site_builder.render.said import Said
from site_builder.render.scene import Scene
from site_builder.render.views.common import LinkView
from site_builder.render.views.guide.packs import PackFiles, leaflet_link, pack_link
from site_builder.render.views.shared import Shared

LINE = 60
"""Characters of a line of a field on a telephone, at most: what is longer has more rows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldView:
    """A text to copy, in a field that can be selected without script."""

    id: str
    label: str
    hint: str
    text: str
    rows: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeView:
    """The code to scan: shown as ``svg``, to download as both."""

    svg: str
    png: str
    alt: str
    leads_to: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperView:
    """What is printed of a territory. ``command``: what makes further paper, for whoever keeps the portal."""

    pack: LinkView | None
    leaflet: LinkView | None
    command: FieldView | None
    ask: str
    elsewhere: LinkView | None
    """Of an entry: the kit of the territory where it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KitView:
    """What pages/kit.html prints. ``whole``: the file of all; None for an entry.

    ``can_be_followed``: the site has an address; without it what is copied leads nowhere.
    """

    title: str
    summary: str
    page: LinkView
    fields: tuple[FieldView, ...]
    code: CodeView | None
    paper: PaperView
    whole: str
    licence: LinkView | None
    can_be_followed: bool
    script: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KitGroupView:
    """Kits of one level of territories."""

    title: Said
    kits: tuple[LinkView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkToUsView:
    """What pages/link_to_us.html prints.

    ``root``: the kit of the whole territory; ``places``: where guides without a kit are found, else empty; ``tell``:
    where to write, else the page that says who to ask.
    """

    title: str
    summary: str
    root: LinkView | None
    groups: tuple[KitGroupView, ...]
    places: str
    tell: LinkView | None


def kit(scene: Scene, shared: Shared, page: PagePlan) -> KitView:
    """The kit of one page, in its language."""
    subject = linked(scene, page)
    code = subject.subject if subject.kind == GUIDE else ""
    with_files = has_files(scene)
    return KitView(
        title=page.title,
        summary=page.description,
        page=LinkView(title=subject.title, url=scene.links.to(subject)),
        fields=tuple(_field(scene, page.lang, each) for each in kit_texts(scene, page)),
        code=_code(scene, subject) if with_files else None,
        paper=_paper(scene, shared.packs, page, subject),
        whole=scene.links.file(kit_file(code, "zip")) if code and with_files else "",
        licence=_licence(scene, page.lang),
        can_be_followed=scene.links.is_public,
        script=scene.links.file(scene.assets["kit"]),
    )


def link_to_us(scene: Scene, shared: Shared, page: PagePlan) -> LinkToUsView:
    """Five steps, and the kits of territories."""
    root = kit_link(scene, scene.portal.settings.territory, page.lang)
    without = any(kit_link(scene, each.code, page.lang) is None for each in scene.portal.territories)
    return LinkToUsView(
        title=page.title,
        summary=page.description,
        root=root,
        groups=tuple(_groups(scene, page.lang)),
        places=scene.url(PLACES, page.lang) if without else "",
        tell=_tell(scene, page.lang),
    )


def kit_link(scene: Scene, code: str, lang: Lang) -> LinkView | None:
    """The kit of a territory, under its short name; None where it has none."""
    found = scene.site.get(kit_key(guide_key(code)), lang)
    return LinkView(title=scene.portal.names.get(code, lang).short, url=scene.links.to(found)) if found else None


def _field(scene: Scene, lang: Lang, text: KitText) -> FieldView:
    words = scene.words[lang]
    return FieldView(
        id=text.name,
        label=words.t(f"kit.{text.name}.label"),
        hint=words.t(f"kit.{text.name}.hint"),
        text=text.text,
        rows=sum(1 + len(line) // LINE for line in text.text.split("\n")),
    )


def _tell(scene: Scene, lang: Lang) -> LinkView | None:
    address = general_address(scene.portal.settings)
    if address:
        return LinkView(title=scene.words[lang].t("link-to-us.tell.link"), url=address)
    asked = scene.site.get(f"page:{EXCHANGES_PAGE}", lang)
    return LinkView(title=asked.title, url=scene.links.to(asked)) if asked else None


def _licence(scene: Scene, lang: Lang) -> LinkView | None:
    licence = scene.portal.settings.licence
    if licence is None:
        return None
    return LinkView(title=scene.words[lang].t("kit.licence", licence=licence.name), url=licence.url or "")


def _code(scene: Scene, subject: PagePlan) -> CodeView:
    return CodeView(
        svg=scene.links.file(kit_file(subject.subject, "svg")),
        png=scene.links.file(kit_file(subject.subject, "png")),
        alt=scene.words[subject.lang].t("kit.code.alt", title=subject.title),
        leads_to=permanent_address(scene, subject),
    )


def _paper(scene: Scene, packs: PackFiles, page: PagePlan, subject: PagePlan) -> PaperView:
    if subject.kind != GUIDE:
        return PaperView(pack=None, leaflet=None, command=None, ask="", elsewhere=_around(scene, subject))
    code, lang = subject.subject, page.lang
    leaflet = leaflet_link(scene, packs, page)
    name = "poster" if leaflet else "leaflet"
    command = KitText(name=name, text=f"portail print {code} --format {name} --lang {lang}")
    return PaperView(
        pack=pack_link(scene, packs, code, lang),
        leaflet=leaflet,
        command=_field(scene, lang, command),
        ask=general_address(scene.portal.settings),
        elsewhere=None,
    )


def _around(scene: Scene, subject: PagePlan) -> LinkView | None:
    """The kit of the nearest territory that has one, where an entry is."""
    portal = scene.portal
    code = portal.by_key[subject.key].reference.territory or portal.settings.territory
    line = portal.territories.line(code) if code in portal.territories else ()
    return next(filter(None, (kit_link(scene, above, subject.lang) for above in reversed(line))), None)


def _groups(scene: Scene, lang: Lang) -> Iterator[KitGroupView]:
    """The kits of territories below the portal's own, by level."""
    portal, words = scene.portal, scene.words[lang]
    below = [each for each in portal.territories if each.code != portal.settings.territory]
    for level in portal.settings.levels:
        links = (kit_link(scene, each.code, lang) for each in below if each.level == level.id)
        found = sorted(filter(None, links), key=lambda link: fold(str(link.title)))
        if found:
            yield KitGroupView(title=words.said(level.plural).capitalize(), kits=tuple(found))
