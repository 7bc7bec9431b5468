"""A body that fits no level of the tree, as guides and the pages about work show it."""

from collections.abc import Mapping
from dataclasses import dataclass

from site_builder.model.territory import Organisation
from site_builder.model.values import Lang
from site_builder.render.said import Said, joined
from site_builder.render.scene import Scene


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationView:
    """A body that covers the territory; ``note`` says how we know, in the guides of the territories it names."""

    name: Said
    summary: Said
    website: str
    note: Said


def organisations(scene: Scene, code: str, lang: Lang) -> tuple[OrganisationView, ...]:
    """Those of the territory itself, then those of the territories above it, nearest first."""
    above = scene.once(_covering, scene.portal.territories.chain(code)[-2::-1], lang, named=False)
    own = _covering(scene, (code,), lang, named=True)
    return tuple({**own, **above, **own}.values())


def _covering(scene: Scene, codes: tuple[str, ...], lang: Lang, *, named: bool) -> Mapping[str, OrganisationView]:
    """By id, those of several territories in their order."""
    covering = scene.portal.organisations_by_territory
    found = {each.id: each for code in codes for each in covering.get(code, ())}
    return {each.id: organisation_view(scene, each, lang, named=named) for each in found.values()}


def organisation_view(scene: Scene, organisation: Organisation, lang: Lang, *, named: bool) -> OrganisationView:
    """``organisation`` for readers of ``lang``; ``named``: it names the very territory of the page."""
    words = scene.words[lang]
    known = organisation.coverage_note
    note = words.say("guide.coverage", note=words.said(known)) if known else ""
    sources = " · ".join(source.name for source in organisation.sources)
    said = (note, words.t("section.sources", names=sources) if sources else "")
    return OrganisationView(
        name=words.said(organisation.name),
        summary=words.said(organisation.summary) if organisation.summary else "",
        website=organisation.website or "",
        note=joined(said) if named else "",
    )
