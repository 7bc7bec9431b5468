"""What guides share: their sections, made once for all territories that inherit the same blocks; numbers to call."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import cast

from markupsafe import Markup

from site_builder.model.block import Mode
from site_builder.model.easy import EasyText
from site_builder.model.entry import Entry
from site_builder.model.values import Lang, Source
from site_builder.plan.pages import CHILDREN, EASY, audience_key
from site_builder.render.raised import Line
from site_builder.render.said import Said
from site_builder.render.scene import Scene
from site_builder.render.views.common import LinkView, audience_slugs
from site_builder.render.views.contact import AnswerView, role_anchor, telephone_href, unrecorded_view
from site_builder.render.views.here import (
    DirectoriesView,
    EntriesHere,
    WelcomeEntries,
    directories,
    entries_here,
    unrecorded_roles,
    welcome_entries,
)
from site_builder.render.views.namesakes import namesakes
from site_builder.render.views.offers import Offers, offers
from site_builder.render.views.packs import PackFiles
from site_builder.resolve.inheritance import GuideKey, GuideSection, Piece

PROVENANCE = {
    None: "written",
    Mode.REPLACE: "replaced",
    Mode.APPEND: "appended",
    Mode.PREPEND: "prepended",
}

AUDIENCE_PARAMETER = "pour"
"""``?pour=famille``: the guide for one audience, the same in every language: a printed address is understood in all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockView:
    """A block as fragments/section.html prints it.

    ``also``: ids of blocks in whose place it stands, where links to them lead; ``audiences``: whom it is for, as
    addresses name them, none for everyone; ``easy``: the same in easy words.
    """

    anchor: str
    also: tuple[str, ...]
    title: str
    lang: str | None
    html: Markup
    see: Markup
    note: str
    provenance: str
    checked: Line
    audiences: tuple[str, ...]
    needs: tuple[LinkView, ...]
    easy: LinkView | None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class SectionView:
    """A section as fragments/section.html prints it; ``provenance`` when all its blocks share one.

    Like the other values that guides share it is itself and no other: its HTML is found by it (`SharedHtml`).
    """

    id: str
    title: Said
    intro: Said
    provenance: str
    sources: str
    blocks: tuple[BlockView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberView:
    """An emergency number."""

    number: str
    href: str
    title: Said
    detail: Said
    text_only: bool


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class EmergencyView:
    """The emergency numbers, the same on every guide of a language."""

    numbers: tuple[NumberView, ...]
    source: Source | None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class UnrecordedView:
    """The roles that nobody recorded, the same on every guide that lacks them."""

    answers: tuple[AnswerView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AudienceLink:
    """The guide for one audience: ``slug`` in the addresses of filtered guides, ``url`` of the page of its own."""

    slug: str
    title: Said
    url: str


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class FilterView:
    """Whom a guide may be filtered for, the same on every guide of a language."""

    audiences: tuple[AudienceLink, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChildrenLink:
    """Where the children's edition is, and the audiences who bring children; none for everyone."""

    title: str
    url: str
    audiences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Shared:
    """What many pages show, made before any of them: sections by language and guide, emergency numbers."""

    sections: Mapping[tuple[Lang, GuideKey], tuple[SectionView, ...]]
    emergency: Mapping[Lang, EmergencyView]
    unrecorded: Mapping[tuple[Lang, tuple[str, ...]], UnrecordedView]
    filter: Mapping[Lang, FilterView]
    children: Mapping[Lang, ChildrenLink | None]
    facts_source: Mapping[Lang, Said]
    namesakes: Mapping[Lang, Mapping[str, LinkView]]
    here: EntriesHere
    offers: Offers
    welcome: WelcomeEntries
    directories: Mapping[Lang, DirectoriesView]
    packs: PackFiles = field(default_factory=dict)
    """Nothing until the printed guides are made, from these same values (`Press.with_packs`)."""


def shared_views(scene: Scene) -> Shared:
    """What all guides share, made once."""
    languages = scene.portal.languages
    welcome = welcome_entries(scene)
    unrecorded = {unrecorded_roles(scene, welcome, territory.code) for territory in scene.portal.territories}
    return Shared(
        sections=_sections(scene),
        emergency={lang: _emergency(scene, lang) for lang in languages},
        unrecorded={(lang, roles): _unrecorded(scene, roles, lang) for lang in languages for roles in unrecorded},
        filter={lang: FilterView(audiences=audience_links(scene, lang)) for lang in languages},
        children={lang: children_link(scene, lang) for lang in languages},
        facts_source={lang: _facts_source(scene, lang) for lang in languages},
        namesakes={lang: namesakes(scene, lang) for lang in languages},
        here=entries_here(scene),
        offers=offers(scene),
        welcome=welcome,
        directories={lang: directories(scene, lang) for lang in languages},
    )


def audience_links(scene: Scene, lang: Lang) -> tuple[AudienceLink, ...]:
    """The page of every audience."""
    words, reference = scene.words[lang], scene.portal.reference_lang
    return tuple(
        AudienceLink(
            slug=audience.address(reference, reference),
            title=words.said(audience.title),
            url=scene.url(audience_key(audience.id), lang),
        )
        for audience in scene.portal.frame.audiences
    )


def children_link(scene: Scene, lang: Lang) -> ChildrenLink | None:
    """The children's edition, where there is one."""
    url, reference = scene.url(CHILDREN, lang), scene.portal.reference_lang
    if not url:
        return None
    brought = (audience for audience in scene.portal.frame.audiences if audience.children)
    return ChildrenLink(
        title=scene.words[lang].t("children.link"),
        url=url,
        audiences=tuple(audience.address(reference, reference) for audience in brought),
    )


def _facts_source(scene: Scene, lang: Lang) -> Said:
    words = scene.words[lang]
    named = [words.said(source.name) for source in scene.portal.settings.open_data if source.contacts is None]
    return words.say("fact.source", sources=words.listed(named)) if named else ""


def _unrecorded(scene: Scene, roles: tuple[str, ...], lang: Lang) -> UnrecordedView:
    return UnrecordedView(answers=tuple(unrecorded_view(scene, role, lang) for role in roles))


def _sections(scene: Scene) -> dict[tuple[Lang, GuideKey], tuple[SectionView, ...]]:
    codes: dict[GuideKey, str] = {}
    for territory in scene.portal.territories:
        codes.setdefault(scene.portal.guides.key(territory.code), territory.code)
    return {
        (lang, key): section_views(scene, code, lang) for lang in scene.portal.languages for key, code in codes.items()
    }


def section_views(scene: Scene, code: str, lang: Lang) -> tuple[SectionView, ...]:
    """The sections of the guide of ``code``, after all overrides, for readers of ``lang``."""
    return tuple(_section(scene, section, lang) for section in scene.portal.guides.guide(code))


def _emergency(scene: Scene, lang: Lang) -> EmergencyView:
    words, country_code = scene.words[lang], scene.portal.settings.telephone_country_code
    numbers = []
    for number in scene.portal.frame.emergency:
        href = telephone_href(number.number, country_code)
        numbers.append(
            NumberView(
                number=number.number,
                href=href.replace("tel:", "sms:") if number.text_only else href,
                title=words.said(number.title),
                detail=words.said(number.detail) if number.detail else "",
                text_only=number.text_only,
            )
        )
    return EmergencyView(numbers=tuple(numbers), source=scene.portal.frame.source)


def _section(scene: Scene, section: GuideSection, lang: Lang) -> SectionView:
    words = scene.words[lang]
    frame = scene.portal.frame.section(section.id)
    origins = {_provenance(scene, piece, lang) for piece in section.pieces}
    shared = origins.pop() if len(origins) == 1 else ""
    return SectionView(
        id=section.id,
        title=words.said(frame.title),
        intro=words.said(frame.intro) if frame.intro else "",
        provenance=shared,
        sources=sources_said(scene, section.pieces, lang),
        blocks=tuple(_block(scene, piece, lang, for_all=frame.safety, shared=bool(shared)) for piece in section.pieces),
    )


def _block(scene: Scene, piece: Piece, lang: Lang, *, for_all: bool, shared: bool) -> BlockView:
    version, version_lang = piece.entry.pick(lang)
    words = scene.words[lang]
    day = version.verified_on
    html = scene.html(piece.entry, lang)
    roles = scene.portal.directory.roles
    needs = (roles[need] for need in version.needs if need in roles)
    return BlockView(
        anchor=version.id,
        also=tuple(sorted(piece.stands_for - {version.id})),
        title=version.title,
        lang=words.foreign(version_lang),
        html=html.body,
        see=html.see,
        note=words.t("entry.in_language", language=words.language(version_lang)) if words.foreign(version_lang) else "",
        provenance="" if shared else _provenance(scene, piece, lang),
        checked=words.raised(words.t("entry.checked", date=words.date(day))) if day else "",
        audiences=() if for_all else audience_slugs(scene, version.audiences),
        needs=tuple(LinkView(title=words.said(role.title), url=f"#{role_anchor(role.id)}") for role in needs),
        easy=_easy(scene, version.id, lang),
    )


def _easy(scene: Scene, block: str, lang: Lang) -> LinkView | None:
    """Where the very block is said in easy words; a text that stands in its place may say something else."""
    texts = cast("tuple[Entry[EasyText], ...]", scene.portal.entries.get("easy", ()))
    own = next((entry.id for entry in texts if entry.reference.block == block), None)
    return LinkView(title=scene.words[lang].t("easy.link"), url=scene.url(EASY, lang, own)) if own else None


def sources_said(scene: Scene, pieces: Iterable[Piece], lang: Lang) -> str:
    """Where a section's texts come from, each source once; "to be verified" while a text has not been."""
    words = scene.words[lang]
    versions = [piece.entry.pick(lang)[0] for piece in pieces]
    names = list(dict.fromkeys(source.name for version in versions for source in version.sources))
    said = [words.t("section.sources", names=" · ".join(names))] if names else []
    if any(version.verified_on is None for version in versions):
        said.append(words.t("section.unchecked"))
    return " ".join(said)


def _provenance(scene: Scene, piece: Piece, lang: Lang) -> str:
    """``Écrit par : Nouvelle-Aquitaine``, ``Adapté par : Grand Dax``, ``Complété par : Landes``."""
    name = scene.portal.names.get(piece.territory, lang).short
    return scene.words[lang].t(f"provenance.{PROVENANCE[piece.mode]}", name=name)
