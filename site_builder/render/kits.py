"""What others need to link to a page, as texts to copy: the same on the page of its kit and in the file of all.

All lead to the permanent address, which is the same in every language and stays when the page is renamed.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from site_builder.model.entry import Content
from site_builder.model.values import Lang
from site_builder.plan.files import permanent_path
from site_builder.plan.pages import GUIDE, KIT, PagePlan, kit_key
from site_builder.render.embeds import embed_of, frame
from site_builder.render.scene import Scene
from site_builder.render.shell import Shell

TEXT = "txt"
CARD = Markup(
    '<div lang="{lang}" dir="{direction}" style="box-sizing:border-box;max-width:26rem;padding:1rem 1.25rem;'
    "border:1px solid {line};border-inline-start:4px solid {ocean};border-radius:6px;background:{paper};color:{ink};"
    'font:1rem/1.5 system-ui,sans-serif">\n'
    '<p style="margin:0 0 .25rem;font-size:.9em">{name}</p>\n'
    '<p style="margin:0 0 .5rem;font-size:1.25em;font-weight:700;line-height:1.25">'
    '<a href="{url}" style="color:{ocean}">{title}</a></p>\n'
    '<p style="margin:0">{summary}</p>\n'
    "</div>"
)
"""It asks for no other file, so that nobody is told who reads it elsewhere; `Markup.format` escapes its values."""
_MARKDOWN = re.compile(r"([\\`*_\[\]<>])")
"""What a title would be something else by, between the brackets of a link (CommonMark §2.4)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KitText:
    """A text to copy. ``name``: link, markdown, card, embed, quote, credit; ``ending``: of its file in all."""

    name: str
    text: str
    ending: str = TEXT


@dataclass(frozen=True, slots=True, kw_only=True)
class Kit:
    """What is made once for a page in all its languages. ``texts``: by language, for the file of all; else none."""

    id: str
    url: str
    texts: tuple[tuple[Lang, tuple[KitText, ...]], ...] = ()

    @property
    def endings(self) -> tuple[str, ...]:
        """Of its files: a code to scan in two forms; of a territory, one with all of it."""
        return ("svg", "png", "zip") if self.texts else ("svg", "png")


def has_files(scene: Scene) -> bool:
    """Whether codes to scan are drawn: they need an address that others can follow."""
    return scene.links.is_public and not scene.served


def kits(scene: Scene) -> Iterator[Kit]:
    """Every kit with files, once."""
    of_subject = {page.subject: page.key for page in scene.site if page.kind == KIT} if has_files(scene) else {}
    for key in of_subject.values():
        versions = scene.site.versions(key)
        page = linked(scene, versions[0])
        texts = ((version.lang, tuple(kit_texts(scene, version))) for version in versions if page.kind == GUIDE)
        yield Kit(id=page.subject, url=permanent_address(scene, page), texts=tuple(texts))


def linked(scene: Scene, kit: PagePlan) -> PagePlan:
    """The page that a kit is of, in the language of that kit."""
    page = scene.site.get(kit.subject, kit.lang)
    assert page is not None  # the kit was planned from it
    return page


def permanent_address(scene: Scene, page: PagePlan) -> str:
    """The whole permanent address of a page."""
    return scene.links.absolute(permanent_path(page.subject))


def kit_texts(scene: Scene, kit: PagePlan) -> Iterator[KitText]:
    """In the order in which they are shown. Nothing that the page itself does not say."""
    page = linked(scene, kit)
    url, name = permanent_address(scene, page), str(scene.words[kit.lang].said(scene.portal.settings.name))
    title = page.title if page.title.endswith(name) else f"{page.title} – {name}"
    yield KitText(name="link", text=url)
    yield KitText(name="markdown", text=f"[{_MARKDOWN.sub(_escaped, title)}]({url})", ending="md")
    yield KitText(name="card", text=_card(scene, page, url, name), ending="html")
    embed = embed_of(scene, page)
    if embed:
        yield KitText(name="embed", text=str(frame(scene, embed)), ending="html")
    yield KitText(name="quote", text=_quote(scene, page, url, name))
    credit = _credit(scene, page)
    if credit:
        yield KitText(name="credit", text=credit)


def way_to_kit(scene: Scene, page: PagePlan) -> Markup:
    """From a page to its kit, below its content; nothing where it has none."""
    found = scene.site.get(kit_key(page.key), page.lang)
    if found is None:
        return Markup("")
    filled = scene.once(_way, page.lang).fill({"url": scene.links.to(found)})
    return Markup(filled.decode())  # noqa: S704 - filling escapes


def _way(scene: Scene, lang: Lang) -> Shell:
    """The ways that differ in their address alone."""

    def render(slots: Mapping[str, str]) -> str:
        return scene.template("fragments/kit.html", lang, **slots)

    return Shell.of(render, slots=("url",), required=("url",))


def _escaped(found: re.Match[str]) -> str:
    return f"\\{found[1]}"


def _card(scene: Scene, page: PagePlan, url: str, name: str) -> str:
    settings = scene.portal.settings
    card = CARD.format(
        **settings.light.as_dict(),
        lang=page.lang,
        direction=settings.language(page.lang).direction,
        name=name,
        url=url,
        title=page.title,
        summary=page.description,
    )
    return str(card)


def _quote(scene: Scene, page: PagePlan, url: str, name: str) -> str:
    """What somebody who quotes the page writes below, with the day on which it was last checked, where one is known."""
    words, version = scene.words[page.lang], _version(scene, page)
    day = version.verified_on if version else None
    if day:
        said = words.t("kit.quoted_checked", title=page.title, name=name, date=words.date(day), url=url)
    else:
        said = words.t("kit.quoted", title=page.title, name=name, url=url)
    licence = scene.portal.settings.licence
    return f"{said} {words.t('kit.quoted_licence', licence=licence.name)}" if licence else said


def _credit(scene: Scene, page: PagePlan) -> str:
    """Whose picture stands on the page, and what may be done with it."""
    version = _version(scene, page)
    media = scene.portal.media.get((version.image if version else "") or "")
    if media is None or media.path not in scene.pictures:
        return ""
    return scene.words[page.lang].t("kit.credited", credit=media.sidecar.credit, licence=media.sidecar.licence)


def _version(scene: Scene, page: PagePlan) -> Content | None:
    entry = scene.portal.by_key.get(page.key)
    return entry.versions[page.lang] if entry else None
