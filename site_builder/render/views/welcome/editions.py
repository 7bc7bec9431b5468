"""Editions for readers of their own: blocks in easy words, and texts for children, each whole on one page."""

from dataclasses import dataclass

from markupsafe import Markup

from site_builder.model.easy import EasyText
from site_builder.model.entry import Content, Entry
from site_builder.model.values import Lang
from site_builder.plan.pages import PagePlan, guide_key
from site_builder.render.scene import Scene
from site_builder.render.views.common import LinkView
from site_builder.render.views.guide.packs import booklet_link
from site_builder.render.views.shared import Shared


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionText:
    """One text. ``lang`` when it is not the page's; ``whole`` leads to the block that it says in easy words."""

    id: str
    title: str
    lang: Lang | None
    html: Markup
    see: Markup
    sources: str
    whole: LinkView | None
    until: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionView:
    """What pages/easy.html and pages/children.html print."""

    title: str
    summary: str
    texts: tuple[EditionText, ...]
    emergency_url: str
    booklet: LinkView | None


def edition(scene: Scene, shared: Shared, page: PagePlan) -> EditionView:
    """Every text of the page's type, in order."""
    entries = scene.portal.entries.get(page.subject, ())
    return EditionView(
        title=page.title,
        summary=page.description,
        texts=tuple(_text(scene, entry, page.lang) for entry in entries),
        emergency_url=scene.emergency_url(page.lang),
        booklet=booklet_link(scene, shared.packs, page),
    )


def _text(scene: Scene, entry: Entry[Content], lang: Lang) -> EditionText:
    version, version_lang = entry.pick(lang)
    words, html = scene.words[lang], scene.html(entry, lang)
    names = " · ".join(dict.fromkeys(source.name for source in version.sources))
    return EditionText(
        id=entry.id,
        title=version.title,
        lang=words.foreign(version_lang),
        html=html.body,
        see=html.see,
        sources=words.t("section.sources", names=names) if names else "",
        whole=_whole(scene, version, lang) if isinstance(version, EasyText) else None,
        until=scene.until(entry),
    )


def _whole(scene: Scene, version: EasyText, lang: Lang) -> LinkView | None:
    root = scene.portal.settings.territory
    anchor = scene.portal.guides.anchor(root, version.block)
    if anchor is None:
        return None
    return LinkView(title=scene.words[lang].t("easy.whole"), url=scene.url(guide_key(root), lang, anchor))
