"""Directories: the entries of a type by territory, or what the page would hold and who knows."""

from dataclasses import dataclass

from site_builder.model.entry import Content, Entry
from site_builder.model.values import Lang
from site_builder.plan.pages import PLACES, PagePlan, guide_key
from site_builder.render.scene import Scene
from site_builder.render.views.by_territory import by_first_level
from site_builder.render.views.common import CardView, LinkView
from site_builder.render.views.doors.home import doors
from site_builder.render.views.guide.directories import BY_DATE, UNPAGED, WELCOME_KINDS
from site_builder.render.views.shared import Shared
from site_builder.render.views.welcome.calendars import CalendarsView, calendars_view
from site_builder.render.views.welcome.directory_cards import (
    QuoteView,
    directory_card,
    directory_links,
    quotes,
    recorded,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class TerritoryGroupView:
    """A territory and what is in it; ``url`` leads to its guide."""

    id: str
    title: str
    url: str
    cards: tuple[CardView, ...]
    quotes: tuple[QuoteView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AddView:
    """To whoever has something to add: how it gets here; ``link`` if somebody takes it."""

    title: str
    why: str
    link: LinkView | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DirectoryView:
    """What pages/directory.html prints.

    ``empty``: what it would hold, where nothing is recorded, and then instead of ``summary``. ``ask`` leads to whoever
    knows of more; nobody does of what people tell. ``add``: if the portal says how. ``others``: the other directories.
    ``calendars``: where there are dates.
    """

    title: str
    summary: str
    groups: tuple[TerritoryGroupView, ...]
    empty: str
    ask: LinkView | None
    add: AddView | None
    others: tuple[LinkView, ...]
    calendars: CalendarsView | None


def directory(scene: Scene, shared: Shared, page: PagePlan) -> DirectoryView:
    """All entries of a type: the portal's own territory first, then the territories just below it, by name."""
    kind, lang = page.subject, page.lang
    words = scene.words[lang]
    groups = _groups(scene, kind, lang)
    return DirectoryView(
        title=page.title,
        summary=page.description if groups else "",
        groups=groups,
        empty="" if groups else words.t(f"list.{kind}.empty"),
        ask=None if kind in UNPAGED else LinkView(title=words.t("directory.ask"), url=scene.url(PLACES, lang)),
        add=_add(scene, kind, lang),
        others=directory_links(scene, tuple(other for other in recorded(scene, WELCOME_KINDS) if other != kind), lang),
        calendars=calendars_view(scene, page) if groups and kind in BY_DATE else None,
    )


def _add(scene: Scene, kind: str, lang: Lang) -> AddView | None:
    words = scene.words[lang]
    partners = next((door for door in doors(scene, lang) if door.key == "partners"), None)
    asked = f"list.{kind}" if kind in UNPAGED else "directory"
    if partners is None:
        return None
    if kind in UNPAGED and scene.portal.settings.demonstration:  # the town halls know nothing of it
        return AddView(title=words.t(f"{asked}.add_title"), why=words.t(f"{asked}.add_demonstration"), link=None)
    if kind in UNPAGED:  # whoever has a story to tell has settled here: the partners' pages are not for them
        link = LinkView(title=words.t("directory.ask"), url=scene.url(PLACES, lang))
    else:
        link = LinkView(title=words.t("directory.add"), url=partners.url)
    return AddView(
        title=words.t(f"{asked}.add_title"),
        why=words.t(f"{asked}.add_why"),
        link=link,
    )


def _groups(scene: Scene, kind: str, lang: Lang) -> tuple[TerritoryGroupView, ...]:
    found = by_first_level(scene, scene.portal.entries.get(kind, ()), lang)
    return tuple(_group(scene, kind, code, entries, lang) for code, entries in found.items())


def _group(scene: Scene, kind: str, code: str, entries: tuple[Entry[Content], ...], lang: Lang) -> TerritoryGroupView:
    cards = () if kind in UNPAGED else (directory_card(scene, entry, lang) for entry in entries)
    return TerritoryGroupView(
        id=f"in-{code.lower()}",
        title=scene.portal.names.get(code, lang).name,
        url=scene.url(guide_key(code), lang),
        cards=tuple(cards),
        quotes=quotes(scene, kind, entries, lang),
    )
