"""The page "our proofs": each claim with its sources, its date, until when it holds, and the texts that rely on it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from site_builder.model.entry import Content, Entry
from site_builder.model.proof import Figure, Proof
from site_builder.model.values import Lang, Text
from site_builder.plan.pages import PROOFS, PagePlan, guide_key
from site_builder.render.proof_notes import old_source, source_date
from site_builder.render.raised import Line
from site_builder.render.said import Said, joined
from site_builder.render.scene import Scene
from site_builder.render.targets import Targets
from site_builder.render.views.by_territory import by_first_level
from site_builder.render.views.common import LinkView, SourceView, checked, place_link, sources
from site_builder.render.views.entries.details import WordView, themes
from site_builder.render.views.shared import Shared
from site_builder.render.words import Words
from site_builder.resolve.proofs import proof_of, relying


@dataclass(frozen=True, slots=True, kw_only=True)
class ProofView:
    """A claim. ``lang`` is set where it is not translated; ``outdated``: what readers are told of an old one."""

    id: str
    claim: Line
    lang: Lang | None
    body: Markup
    figures: tuple[Said, ...]
    sources: tuple[SourceView, ...]
    dated: str
    valid_until: str
    outdated: str
    checked: Line
    place: LinkView | None
    themes: tuple[WordView, ...]
    pages: tuple[LinkView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProofGroupView:
    """A territory and the claims about it; ``url`` leads to its guide."""

    id: str
    title: str
    url: str
    proofs: tuple[ProofView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProofsView:
    """What pages/proofs.html prints. ``old``: how many claims are to be checked again, if any."""

    title: str
    summary: str
    old: str
    groups: tuple[ProofGroupView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProofLinkView:
    """A proof that an entry names: its claim, where it leads, and where it comes from."""

    claim: Said
    url: str
    source: Said
    outdated: str


def proofs(scene: Scene, shared: Shared, page: PagePlan) -> ProofsView:
    """Every claim, under the territory that it is about."""
    lang, every = page.lang, scene.portal.entries["proof"]
    relied_on = scene.once(_relying)
    groups = by_first_level(scene, every, lang)
    n = len(scene.portal.outdated_proofs)
    return ProofsView(
        title=page.title,
        summary=page.description,
        old=scene.words[lang].t("proof.count_old", n) if n else "",
        groups=tuple(
            ProofGroupView(
                id=f"in-{code.lower()}",
                title=scene.portal.names.get(code, lang).name,
                url=scene.url(guide_key(code), lang),
                proofs=tuple(_proof(scene, each, lang, code, relied_on.get(each.id, ())) for each in _proofs(those)),
            )
            for code, those in groups.items()
        ),
    )


def proofs_named(scene: Scene, version: Content, lang: Lang) -> tuple[ProofLinkView, ...]:
    """The proofs that an entry names, for its page."""
    named = (scene.portal.by_key.get(f"proof:{name}") for name in version.proofs)
    return tuple(_named(scene, proof, lang) for proof in _proofs(named))


def _proofs(entries: Iterable[Entry[Content] | None]) -> Iterator[Entry[Proof]]:
    return filter(None, map(proof_of, entries))


def _relying(scene: Scene) -> Mapping[str, tuple[Entry[Content], ...]]:
    return relying(scene.portal.by_key.values(), scene.portal.by_path)


def _named(scene: Scene, proof: Entry[Proof], lang: Lang) -> ProofLinkView:
    words = scene.words[lang]
    version, own = proof.pick(lang)
    names = Text(text=" · ".join(source.name for source in version.sources), lang=scene.portal.reference_lang)
    return ProofLinkView(
        claim=words.shown(Text(text=version.title, lang=own)),
        url=scene.url(PROOFS, lang, proof.id),
        source=joined((words.shown(names), source_date(words, version.dated)), ", "),
        outdated=_outdated(scene, proof, lang),
    )


def _outdated(scene: Scene, proof: Entry[Proof], lang: Lang) -> str:
    return old_source(scene.words[lang], proof.reference) if proof.id in scene.portal.outdated_proofs else ""


def _proof(scene: Scene, proof: Entry[Proof], lang: Lang, under: str, pages: tuple[Entry[Content], ...]) -> ProofView:
    """A claim that stands under the territory ``under``."""
    words = scene.words[lang]
    version, own = proof.pick(lang)
    return ProofView(
        id=proof.id,
        claim=scene.words[own].raised(version.title),
        lang=words.foreign(own),
        body=scene.html(proof, lang).body,
        figures=tuple(_figure(words, figure) for figure in version.figures),
        sources=sources(scene, version, lang),
        dated=source_date(words, version.dated),
        valid_until=words.date(version.valid_until),
        outdated=_outdated(scene, proof, lang),
        checked=checked(scene, version, lang),
        place=place_link(scene, version.territory, lang) if version.territory != under else None,
        themes=themes(scene, version, lang),
        pages=tuple(filter(None, (_page(scene, entry, lang) for entry in pages))),
    )


def _figure(words: Words, figure: Figure) -> Said:
    return joined((words.number(figure.value), words.said(figure.label)))


def _page(scene: Scene, entry: Entry[Content], lang: Lang) -> LinkView | None:
    """Where an entry that relies on a proof is read: its page, or its part of one."""
    target = Targets(scene.portal, scene.site, scene.links, lang, "").file(entry.path)
    version, own = entry.pick(lang)
    title = scene.words[lang].shown(Text(text=version.title, lang=own))
    return LinkView(title=title, url=target.href, lang=target.hreflang) if target else None
