"""The sections of a guide as HTML: rendered once for all territories that inherit the same blocks."""

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from site_builder.model.block import Mode
from site_builder.model.values import Lang
from site_builder.render.scene import Scene
from site_builder.render.views.common import LinkView
from site_builder.render.views.contact import role_anchor, telephone_href, unrecorded_roles, unrecorded_view
from site_builder.resolve.inheritance import GuideSection, Piece

PROVENANCE = {
    None: "written",
    Mode.REPLACE: "replaced",
    Mode.APPEND: "appended",
    Mode.PREPEND: "prepended",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionHtml:
    """A section: its anchor, its title, its HTML."""

    id: str
    title: str
    html: Markup


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockView:
    """A block as fragments/section.html prints it."""

    anchor: str
    title: str
    lang: str | None
    html: Markup
    see: Markup
    note: str
    provenance: str
    checked: str
    audiences: tuple[str, ...]
    needs: tuple[LinkView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionView:
    """A section as fragments/section.html prints it; ``provenance`` when all its blocks share one."""

    id: str
    title: str
    title_lang: str | None
    intro: str
    provenance: str
    sources: str
    blocks: tuple[BlockView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberView:
    """An emergency number."""

    number: str
    href: str
    title: str
    detail: str
    text_only: bool
    lang: str | None


GuideKey = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Shared:
    """What many pages show, made before any of them: sections by language and guide, emergency numbers."""

    sections: Mapping[tuple[Lang, GuideKey], tuple[SectionHtml, ...]]
    emergency: Mapping[Lang, Markup]
    unrecorded: Mapping[tuple[Lang, tuple[str, ...]], Markup]
    audiences: Mapping[Lang, tuple[LinkView, ...]]
    facts_source: Mapping[Lang, str]


def render_shared(scene: Scene) -> Shared:
    """What all guides share, rendered once."""
    languages = scene.portal.languages
    unrecorded = {unrecorded_roles(scene, territory.code) for territory in scene.portal.territories}
    return Shared(
        sections=_sections(scene),
        emergency={lang: _emergency(scene, lang) for lang in languages},
        unrecorded={(lang, roles): _unrecorded(scene, roles, lang) for lang in languages for roles in unrecorded},
        audiences={lang: _audiences(scene, lang) for lang in languages},
        facts_source={lang: _facts_source(scene, lang) for lang in languages},
    )


def _audiences(scene: Scene, lang: Lang) -> tuple[LinkView, ...]:
    words = scene.words[lang]
    return tuple(
        LinkView(title=words.label(audience.title).text, url=f"?pour={audience.id}")
        for audience in scene.portal.frame.audiences
    )


def _facts_source(scene: Scene, lang: Lang) -> str:
    words = scene.words[lang]
    named = [
        words.label(source.name).text for source in scene.portal.settings.open_data if source.id != "dila-directory"
    ]
    return words.list(named)


def _unrecorded(scene: Scene, roles: tuple[str, ...], lang: Lang) -> Markup:
    views = [unrecorded_view(scene, role, lang) for role in roles]
    return scene.template("fragments/unrecorded.html", lang, answers=views)


def _sections(scene: Scene) -> dict[tuple[Lang, GuideKey], tuple[SectionHtml, ...]]:
    codes: dict[GuideKey, str] = {}
    for territory in scene.portal.territories:
        codes.setdefault(scene.portal.guides.key(territory.code), territory.code)
    return {
        (lang, key): tuple(_section_html(scene, section, lang) for section in scene.portal.guides.guide(code))
        for lang in scene.portal.languages
        for key, code in codes.items()
    }


def _emergency(scene: Scene, lang: Lang) -> Markup:
    """The emergency numbers, the same on every guide of a language."""
    words = scene.words[lang]
    numbers = []
    for number in scene.portal.frame.emergency:
        title = words.label(number.title)
        numbers.append(
            NumberView(
                number=number.number,
                href=telephone_href(number.number).replace("tel:", "sms:" if number.text_only else "tel:"),
                title=title.text,
                detail=words.label(number.detail).text if number.detail else "",
                text_only=number.text_only,
                lang=words.foreign(title.lang),
            )
        )
    return scene.template("fragments/emergency.html", lang, numbers=numbers, source=scene.portal.frame.source)


def _section_html(scene: Scene, section: GuideSection, lang: Lang) -> SectionHtml:
    words = scene.words[lang]
    frame = scene.portal.frame.section(section.id)
    title = words.label(frame.title)
    origins = {_provenance(scene, piece, lang) for piece in section.pieces}
    shared = origins.pop() if len(origins) == 1 else ""
    view = SectionView(
        id=section.id,
        title=title.text,
        title_lang=words.foreign(title.lang),
        intro=words.label(frame.intro).text if frame.intro else "",
        provenance=shared,
        sources=_sources(scene, section, lang),
        blocks=tuple(_block(scene, piece, lang, bool(shared)) for piece in section.pieces),
    )
    return SectionHtml(
        id=section.id, title=title.text, html=scene.template("fragments/section.html", lang, section=view)
    )


def _block(scene: Scene, piece: Piece, lang: Lang, shared: bool) -> BlockView:
    version, version_lang = piece.entry.pick(lang)
    words = scene.words[lang]
    html = scene.html(piece.entry, lang)
    roles = scene.portal.directory.roles
    needs = (roles[need] for need in version.needs if need in roles)
    return BlockView(
        anchor=version.id,
        title=version.title,
        lang=words.foreign(version_lang),
        html=html.body,
        see=html.see,
        note=words.t("entry.in_language", language=words.language(version_lang)) if words.foreign(version_lang) else "",
        provenance="" if shared else _provenance(scene, piece, lang),
        checked=words.t("entry.checked", date=words.date(version.verified_on)) if version.verified_on else "",
        audiences=version.audiences,
        needs=tuple(
            LinkView(title=words.label(role.title).text, url=f"#{role_anchor(scene, role.id)}") for role in needs
        ),
    )


def _sources(scene: Scene, section: GuideSection, lang: Lang) -> str:
    """Where the section's texts come from, each source once; "to be verified" while a text has not been."""
    words = scene.words[lang]
    versions = [piece.entry.pick(lang)[0] for piece in section.pieces]
    names = list(dict.fromkeys(source.name for version in versions for source in version.sources))
    said = [words.t("section.sources", names=" · ".join(names))] if names else []
    if any(version.verified_on is None for version in versions):
        said.append(words.t("section.unchecked"))
    return " ".join(said)


def _provenance(scene: Scene, piece: Piece, lang: Lang) -> str:
    """``Écrit par : Nouvelle-Aquitaine``, ``Adapté par : Grand Dax``, ``Complété par : Landes``."""
    name = scene.portal.names.get(piece.territory, lang).short
    return scene.words[lang].t(f"provenance.{PROVENANCE[piece.mode]}", name=name)
