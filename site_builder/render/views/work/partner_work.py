"""Work for the partner of whoever settles in a territory (F17): what is known, who knows, what neighbours offer."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from site_builder.model.guide import PartnerWork
from site_builder.model.territory import Organisation
from site_builder.model.values import Lang
from site_builder.plan.pages import PagePlan, guide_key, partner_work_key
from site_builder.render.raised import Line
from site_builder.render.said import Said
from site_builder.render.scene import Scene
from site_builder.render.views.common import LinkView, is_long
from site_builder.render.views.guide.contact import AnswerView, ContactView, answer_view, main_contact, towns_of_contact
from site_builder.render.views.guide.organisations import OrganisationView, organisation_view
from site_builder.render.views.guide.sections import BlockView, SectionView
from site_builder.render.views.shared import Shared
from site_builder.render.views.welcome.journey import PLACE_PARAMETER, journey_link, nearer_url
from site_builder.render.views.work.offers import neighbours_with_offers, offers_here
from site_builder.resolve.inheritance import Piece

NEIGHBOURS = 3
"""Territories whose offers are shown, the nearest ones."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AdviceView:
    """A block of the guide, and where it stands there."""

    title: str
    lang: str | None
    html: Markup
    see: Markup
    note: str
    provenance: str
    checked: Line
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyView:
    """A body that helps to find work; ``places``: for which part of the territory, where it is not for all of it."""

    body: OrganisationView
    places: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NeighbourView:
    """What another territory has. ``km`` in words, empty where a position is not known."""

    place: LinkView
    km: str
    bodies: tuple[BodyView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerWorkView:
    """What pages/partner_work.html prints.

    ``unrecorded``: what nobody has recorded, in one sentence: bodies, and the roles of which nothing is known.
    """

    title: str
    title_is_long: bool
    summary: str
    contact: ContactView | None
    towns: str
    """Where the contact is a town's, the slugs of the places whose readers it is for."""
    nearer_url: str
    answers: tuple[AnswerView, ...]
    unrecorded: Said
    bodies: tuple[BodyView, ...]
    advice: tuple[AdviceView, ...]
    national: tuple[LinkView, ...]
    neighbours: tuple[NeighbourView, ...]
    guide: LinkView
    journey_url: str


def partner_work(scene: Scene, shared: Shared, page: PagePlan) -> PartnerWorkView:
    """The page of one territory; guide.yml says which blocks, roles and kinds of organisations are about it."""
    code, lang, words = page.subject, page.lang, scene.words[page.lang]
    frame, roles = scene.portal.frame.partner_work or PartnerWork(), scene.portal.directory.roles
    place = scene.portal.names.get(code, lang)
    answers = tuple(answer_view(scene, role, code, lang) for role in frame.roles if role in roles)
    unrecorded = [answer.title for answer in answers if answer.state == "unrecorded"]
    here = offers_here(scene, shared.offers, code)
    nobody = bool(frame.organisation_kinds) and not here
    pieces = scene.once(_pieces, code)
    forms: dict[str, Any] = {"at": place.at, "of": place.of, "to": place.to, "name": place.name}
    return PartnerWorkView(
        title=page.title,
        title_is_long=is_long(page.title),
        summary=words.t("partner_work.summary"),
        contact=main_contact(scene, code, lang),
        towns=towns_of_contact(scene, code),
        nearer_url=nearer_url(scene, code, lang),
        answers=tuple(answer for answer in answers if answer.state != "unrecorded"),
        unrecorded=_unrecorded(scene, unrecorded, lang, nobody=nobody),
        bodies=tuple(_body(scene, organisation, code, lang) for organisation in here),
        advice=tuple(_advice(scene, shared, pieces, code, lang)),
        national=tuple(_national(scene, frame, pieces, lang)),
        neighbours=_neighbours(scene, shared, code, lang),
        guide=LinkView(title=words.t("guide.title", **forms), url=scene.url(guide_key(code), lang)),
        journey_url=journey_link(scene, code, lang),
    )


def _unrecorded(scene: Scene, roles: list[Said], lang: Lang, *, nobody: bool) -> Said:
    words = scene.words[lang]
    if not roles:
        return words.t("partner_work.nobody") if nobody else ""
    return words.say("partner_work.nothing" if nobody else "partner_work.unrecorded", roles=words.listed(roles))


def partner_work_link(scene: Scene, code: str, lang: Lang) -> str:
    """The address of the page for a territory: its own, or that of its nearest parent that has one, as for steps."""
    for ancestor in reversed(scene.portal.territories.line(code)):
        page = scene.page(partner_work_key(ancestor), lang)
        if page:
            query = "" if ancestor == code else f"?{PLACE_PARAMETER}={scene.portal.slugs[code]}"
            return f"{scene.links.to(page)}{query}"
    return ""


def _pieces(scene: Scene, code: str) -> tuple[Piece, ...]:
    """The named blocks as they stand in the territory's guide, with what overrides added beside them."""
    frame = scene.portal.frame.partner_work
    named = set(frame.blocks) if frame else set()
    slots = scene.portal.guides.slots(code)
    return tuple(
        piece
        for slot in slots
        for piece in slot.pieces
        if slot.root.id in named or not named.isdisjoint(piece.stands_for)
    )


def _advice(scene: Scene, shared: Shared, pieces: tuple[Piece, ...], code: str, lang: Lang) -> Iterator[AdviceView]:
    sections = shared.sections[lang, scene.portal.guides.key(code)]
    shown = {block.anchor: (section, block) for section in sections for block in section.blocks}
    for piece in pieces:
        if piece.entry.id in shown:
            yield _one_advice(*shown[piece.entry.id], scene.url(guide_key(code), lang))


def _one_advice(section: SectionView, block: BlockView, guide_url: str) -> AdviceView:
    return AdviceView(
        title=block.title,
        lang=block.lang,
        html=block.html,
        see=block.see,
        note=block.note,
        provenance=block.provenance or section.provenance,
        checked=block.checked,
        url=f"{guide_url}#{block.anchor}",
    )


def _national(scene: Scene, frame: PartnerWork, pieces: tuple[Piece, ...], lang: Lang) -> Iterator[LinkView]:
    """The national directories of the roles, then the sites that the blocks quote; each address once."""
    words, roles = scene.words[lang], scene.portal.directory.roles
    found: dict[str, Said] = {}
    for role in frame.roles:
        directory = roles[role].directory if role in roles else None
        if directory:
            found.setdefault(directory.url.rstrip("/"), words.said(directory.name))
    for piece in pieces:
        for source in piece.entry.reference.sources:
            if source.url:
                found.setdefault(source.url.rstrip("/"), source.name)
    for url, name in found.items():
        yield LinkView(title=name, url=url)


def _neighbours(scene: Scene, shared: Shared, code: str, lang: Lang) -> tuple[NeighbourView, ...]:
    here = {organisation.id for organisation in offers_here(scene, shared.offers, code)}
    found: list[NeighbourView] = []
    for neighbour in scene.once(neighbours_with_offers, shared.offers, code):
        own = (other for other in shared.offers.within[neighbour.code] if other.id not in here)
        bodies = tuple(_body(scene, organisation, neighbour.code, lang) for organisation in own)
        if bodies:
            found.append(_neighbour(scene, neighbour.code, neighbour.km, bodies, lang))
    return tuple(found[:NEIGHBOURS])


def _neighbour(scene: Scene, code: str, km: float | None, bodies: tuple[BodyView, ...], lang: Lang) -> NeighbourView:
    words = scene.words[lang]
    title, url = scene.portal.names.get(code, lang).name, scene.url(partner_work_key(code), lang)
    far = words.t("partner_work.away", km=words.distance(km)) if km else ""
    return NeighbourView(place=LinkView(title=title, url=url), km=far, bodies=bodies)


def _body(scene: Scene, organisation: Organisation, code: str, lang: Lang) -> BodyView:
    words, names = scene.words[lang], scene.portal.names
    covering = set(organisation.covers) & set(scene.portal.territories.chain(code))
    parts = [names.get(part, lang).name for part in organisation.covers if part in scene.portal.territories]
    return BodyView(
        body=organisation_view(scene, organisation, lang, named=True),
        places="" if covering or not parts else words.t("partner_work.for", names=words.list(parts)),
    )
