"""The pages of welcome houses and of relays: how to reach them, what they do, and who does the rest."""

from dataclasses import dataclass
from typing import Any

from site_builder.model.house import Elsewhere, House
from site_builder.model.relay import Relay
from site_builder.model.values import Lang, Localized, Text
from site_builder.model.welcoming import Welcoming
from site_builder.plan.pages import PagePlan, guide_key
from site_builder.render.said import Said
from site_builder.render.scene import Scene
from site_builder.render.views.common import LinkView, values_of
from site_builder.render.views.entries.entry import EntryView, entry
from site_builder.render.views.guide.contact import ContactView, contact_view, role_anchor
from site_builder.render.views.shared import Shared


@dataclass(frozen=True, slots=True, kw_only=True)
class WelcomingView(EntryView):
    """What the pages of all bodies that receive newcomers print besides; ``ask`` where nothing says how to reach it."""

    contact: ContactView | None
    ask: LinkView


@dataclass(frozen=True, slots=True, kw_only=True)
class ElsewhereView:
    """What a house does not do, and who does; ``url`` leads to the guide's answer for a role."""

    what: Said
    who: Said
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HouseView(WelcomingView):
    """What pages/house.html prints besides, in the reference language where a translation leaves it out."""

    offers: tuple[Said, ...]
    elsewhere: tuple[ElsewhereView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RelayView(WelcomingView):
    """What pages/relay.html prints besides; ``languages`` where they are not said with how to reach it."""

    kind: str
    languages: str


def house(scene: Scene, shared: Shared, page: PagePlan) -> HouseView:
    """A welcome house: what it offers, and what it does not and who does."""
    found = scene.portal.by_key[page.key]
    version = found.versions[page.lang]
    offering, offers_lang = found.pick_field("offers", page.lang)
    sending, rows_lang = found.pick_field("elsewhere", page.lang)
    assert isinstance(version, House)
    assert isinstance(offering, House)
    assert isinstance(sending, House)
    words = scene.words[page.lang]
    return HouseView(
        **_welcoming(scene, shared, page, version),
        offers=tuple(words.shown(Text(text=line, lang=offers_lang)) for line in offering.offers),
        elsewhere=tuple(_elsewhere(scene, version, row, rows_lang, page.lang) for row in sending.elsewhere),
    )


def relay(scene: Scene, shared: Shared, page: PagePlan) -> RelayView:
    """A sponsorship scheme or a diaspora relay, and the languages it speaks."""
    version = scene.portal.by_key[page.key].versions[page.lang]
    assert isinstance(version, Relay)
    words = scene.words[page.lang]
    shown = _welcoming(scene, shared, page, version)
    return RelayView(
        **shown,
        kind=words.t(f"relay.kind.{version.kind.value}"),
        languages="" if shown["contact"] else words.list([words.language(code) for code in version.languages]),
    )


def _welcoming(scene: Scene, shared: Shared, page: PagePlan, version: Welcoming) -> dict[str, Any]:
    words = scene.words[page.lang]
    known = (version.address, version.telephone, version.email, version.website, version.opening_hours)
    name = Localized({page.lang: words.t("welcoming.reach")})
    return {
        **values_of(entry(scene, shared, page)),
        "contact": contact_view(scene, version.contact(name), page.lang) if any(known) else None,
        "ask": LinkView(
            title=_whom_to_ask(scene, version.territory, page.lang),
            url=scene.url(guide_key(version.territory), page.lang, "contact"),
        ),
    }


def _whom_to_ask(scene: Scene, code: str, lang: Lang) -> Said:
    """The first contact of the territory; the town hall where that is one, or where nobody is known."""
    first, words = scene.portal.directory.answers(code).first, scene.words[lang]
    if first is None or first[0].id == scene.portal.settings.place_role:
        return words.t("guide.ask")
    return words.said(first[0].title)


def _elsewhere(scene: Scene, version: House, row: Elsewhere, written: Lang, lang: Lang) -> ElsewhereView:
    """Who does it: the guide's answer where it is a role, else the words of the house, which are ``written`` in."""
    words = scene.words[lang]
    what = words.shown(Text(text=row.what, lang=written))
    role = scene.portal.directory.roles.get(row.who)
    if role is None:
        return ElsewhereView(what=what, who=words.shown(Text(text=row.who, lang=written)), url="")
    url = scene.url(guide_key(version.territory), lang, role_anchor(role.id))
    return ElsewhereView(what=what, who=words.said(role.title), url=url)
