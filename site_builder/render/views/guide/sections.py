"""The sections of guides, made once for all territories that inherit the same blocks."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import cast

from markupsafe import Markup

from site_builder.model.block import Mode
from site_builder.model.easy import EasyText
from site_builder.model.entry import Content, Entry
from site_builder.model.proof import Proof
from site_builder.model.values import Lang, Text
from site_builder.plan.pages import EASY
from site_builder.render.proof_notes import old_source
from site_builder.render.raised import Line
from site_builder.render.said import Said, joined
from site_builder.render.scene import Scene
from site_builder.render.views.common import LinkView, audience_slugs, language_note
from site_builder.render.views.guide.contact import role_anchor
from site_builder.resolve.inheritance import GuideKey, GuideSection, Piece
from site_builder.resolve.proofs import proof_of

PROVENANCE = {
    None: "written",
    Mode.REPLACE: "replaced",
    Mode.APPEND: "appended",
    Mode.PREPEND: "prepended",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockView:
    """A block as fragments/section.html prints it.

    ``also``: ids of blocks in whose place it stands, where links to them lead; ``audiences``: whom it is for, as
    addresses name them, none for everyone; ``easy``: the same in easy words; ``until``: from when it is no longer
    shown, empty where it stays.
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
    until: str


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class SectionView:
    """A section as fragments/section.html prints it; ``provenance`` of all blocks that have none of their own.

    Like the other values that guides share it is itself and no other: its HTML is found by it (`SharedHtml`).
    """

    id: str
    title: Said
    intro: Said
    provenance: str
    sources: Said
    blocks: tuple[BlockView, ...]


def sections(scene: Scene) -> dict[tuple[Lang, GuideKey], tuple[SectionView, ...]]:
    codes: dict[GuideKey, str] = {}
    for territory in scene.portal.territories:
        codes.setdefault(scene.portal.guides.key(territory.code), territory.code)
    return {
        (lang, key): section_views(scene, code, lang) for lang in scene.portal.languages for key, code in codes.items()
    }


def section_views(scene: Scene, code: str, lang: Lang) -> tuple[SectionView, ...]:
    """The sections of the guide of ``code``, after all overrides, for readers of ``lang``."""
    return tuple(_section(scene, section, lang) for section in scene.portal.guides.guide(code))


def _section(scene: Scene, section: GuideSection, lang: Lang) -> SectionView:
    words = scene.words[lang]
    frame = scene.portal.frame.section(section.id)
    origins = Counter(_provenance(scene, piece, lang) for piece in section.pieces)
    shared = origins.most_common(1)[0][0]
    return SectionView(
        id=section.id,
        title=words.said(frame.title),
        intro=words.said(frame.intro) if frame.intro else "",
        provenance=shared,
        sources=sources_said(scene, section.pieces, lang),
        blocks=tuple(_block(scene, piece, lang, for_all=frame.safety, shared=shared) for piece in section.pieces),
    )


def _block(scene: Scene, piece: Piece, lang: Lang, *, for_all: bool, shared: str) -> BlockView:
    version, version_lang = piece.entry.pick(lang)
    words = scene.words[lang]
    day = version.verified_on
    html = scene.html(piece.entry, lang)
    roles = scene.portal.directory.roles
    needs = (roles[need] for need in version.needs if need in roles)
    provenance = _provenance(scene, piece, lang)
    return BlockView(
        anchor=version.id,
        also=tuple(sorted(piece.stands_for - {version.id})),
        title=version.title,
        lang=words.foreign(version_lang),
        html=html.body,
        see=html.see,
        note=language_note(scene, version_lang, lang),
        provenance="" if provenance == shared else provenance,
        checked=words.raised(words.t("entry.checked", date=words.date(day))) if day else "",
        audiences=() if for_all else audience_slugs(scene, version.audiences),
        needs=tuple(LinkView(title=words.said(role.title), url=f"#{role_anchor(role.id)}") for role in needs),
        easy=_easy(scene, version.id, lang),
        until=scene.until(piece.entry),
    )


def _easy(scene: Scene, block: str, lang: Lang) -> LinkView | None:
    """Where the very block is said in easy words; a text that stands in its place may say something else."""
    texts = cast("tuple[Entry[EasyText], ...]", scene.portal.entries.get("easy", ()))
    own = next((entry.id for entry in texts if entry.reference.block == block), None)
    return LinkView(title=scene.words[lang].t("easy.link"), url=scene.url(EASY, lang, own)) if own else None


def sources_said(scene: Scene, pieces: Iterable[Piece], lang: Lang) -> Said:
    """Where a section's texts come from, each source once; "not yet checked" while a text is not."""
    words = scene.words[lang]
    versions = [piece.entry.pick(lang)[0] for piece in pieces]
    proofs = [proof for version in versions for proof in _proofs(scene, version)]
    sources = (source for content in (*versions, *(each.reference for each in proofs)) for source in content.sources)
    names = list(dict.fromkeys(source.name for source in sources))
    shown = words.shown(Text(text=" · ".join(names), lang=scene.portal.reference_lang))  # a source has one name
    said: list[Said] = [words.say("section.sources", names=shown)] if names else []
    if any(version.verified_on is None for version in versions):
        said.append(words.t("section.unchecked"))
    old = (each.reference for each in proofs if each.id in scene.portal.outdated_proofs)
    said.extend(words.t("section.outdated", source=old_source(words, proof)) for proof in old)
    return joined(said)


def _proofs(scene: Scene, version: Content) -> Iterator[Entry[Proof]]:
    """Those that a text names: what they say in their texts leads there by itself."""
    named = (proof_of(scene.portal.by_key.get(f"proof:{name}")) for name in version.proofs)
    return filter(None, named)


def _provenance(scene: Scene, piece: Piece, lang: Lang) -> str:
    """``Écrit par : Nouvelle-Aquitaine``, ``Adapté par : Grand Dax``, ``Complété par : Landes``.

    In a demonstration the named territory wrote nothing: that is said beside its name.
    """
    words = scene.words[lang]
    name = scene.portal.names.get(piece.territory, lang).short
    if scene.portal.settings.demonstration:
        name = words.t("provenance.demonstration", name=name)
    return words.t(f"provenance.{PROVENANCE[piece.mode]}", name=name)
