"""Who and what welcomes newcomers in a guide's territory: what the directories have for it."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from site_builder.model.entry import Content, Entry
from site_builder.model.guide import Role
from site_builder.model.registry import DIRECTORIES, Directory
from site_builder.model.values import Lang
from site_builder.plan.pages import list_key
from site_builder.render.entries_by_place import EntriesByPlace
from site_builder.render.scene import Scene
from site_builder.render.views.common import LinkView
from site_builder.render.views.guide.contact import AnswerView, role_anchor
from site_builder.render.views.welcome.calendars import calendar_links
from site_builder.render.views.welcome.directory_cards import (
    QuoteView,
    directory_link,
    directory_links,
    quotes,
    recorded,
)

MOST_WELCOME = 4
"""Links of each directory on a guide."""

MOST_QUOTES = 2

WELCOME_KINDS = tuple(content_type.kind for content_type in DIRECTORIES)

BY_DATE = frozenset(
    each.kind for each in DIRECTORIES if isinstance(each.listing, Directory) and each.listing.soonest_first
)

UNPAGED = frozenset(content_type.kind for content_type in DIRECTORIES if not content_type.paged)
"""Directories whose entries have no page: guides show them whole, and do not announce them where there are none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WelcomeGroupView:
    """What one directory has for the territory; ``more`` leads to all of it, ``follow`` to its calendar."""

    kind: str
    title: str
    links: tuple[LinkView, ...]
    quotes: tuple[QuoteView, ...]
    more: LinkView
    follow: tuple[LinkView, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class DirectoriesView:
    """The directories that have something for others, where none has for a territory: the same on all such guides.

    ``at``: the portal's own territory, as a sentence names where something is.
    """

    links: tuple[LinkView, ...]
    at: str


@dataclass(frozen=True, slots=True, eq=False)
class WelcomeEntries:
    """The entries of the directories by kind and territory: those that it wrote, and those of the places in it."""

    own: EntriesByPlace
    inside: EntriesByPlace

    def of(self, scene: Scene, kind: str, code: str) -> tuple[Entry[Content], ...]:
        """What concerns a territory: its own, those of the places in it, those of what it lies in, nearest first."""
        above = reversed(scene.portal.territories.chain(code)[:-1])
        found = [*self.own.get((kind, code), ()), *self.inside.get((kind, code), ())]
        return (*found, *(entry for place in above for entry in self.own.get((kind, place), ())))


def welcome_entries(scene: Scene) -> WelcomeEntries:
    """What every guide is made from, sorted once."""
    own: dict[tuple[str, str], list[Entry[Content]]] = defaultdict(list)
    inside: dict[tuple[str, str], list[Entry[Content]]] = defaultdict(list)
    territories, root = scene.portal.territories, scene.portal.settings.territory
    for kind in WELCOME_KINDS:
        for entry in scene.portal.entries.get(kind, ()):
            code = entry.reference.territory or root
            if code in territories:
                own[kind, code].append(entry)
                for place in territories.chain(code)[:-1]:
                    inside[kind, place].append(entry)
    return WelcomeEntries(
        own={key: tuple(entries) for key, entries in own.items()},
        inside={key: tuple(entries) for key, entries in inside.items()},
    )


def welcome(scene: Scene, entries: WelcomeEntries, code: str, lang: Lang) -> tuple[WelcomeGroupView, ...]:
    """Who and what welcomes newcomers in the territory ``code``."""
    found = scene.once(_concerned, entries, code)
    return tuple(_group(scene, kind, concerned, code, lang) for kind, concerned in found.items())


def _concerned(scene: Scene, entries: WelcomeEntries, code: str) -> Mapping[str, tuple[Entry[Content], ...]]:
    """What concerns a territory, by the kinds that have something for it."""
    found = ((kind, entries.of(scene, kind, code)) for kind in WELCOME_KINDS)
    return {kind: concerned for kind, concerned in found if concerned}


def unrecorded_roles(scene: Scene, entries: WelcomeEntries, code: str) -> tuple[str, ...]:
    """The roles that nothing is known of in the territory, in the order of a guide: no contact, nor an entry."""
    missing = scene.portal.directory.answers(code).unrecorded
    return tuple(role.id for role in missing if role.kind is None or not _answering(scene, entries, role.kind, code))


def listed_answers(scene: Scene, entries: WelcomeEntries, code: str, lang: Lang) -> tuple[AnswerView, ...]:
    """The roles without a contact that entries of their kind answer for: those that the guide leads to below."""
    return tuple(
        AnswerView(
            id=role_anchor(role.id),
            title=scene.words[lang].said(role.title),
            state="listed",
            text="",
            links=tuple(directory_link(scene, entry, lang, code) for entry in answering),
            contact=None,
        )
        for role, answering in listed_roles(scene, entries, code)
    )


def listed_roles(
    scene: Scene, entries: WelcomeEntries, code: str
) -> tuple[tuple[Role, tuple[Entry[Content], ...]], ...]:
    """The roles without a contact in a territory that entries of their kind answer for, with these."""
    there = scene.portal.entries
    missing = (role for role in scene.portal.directory.answers(code).unrecorded if role.kind in there)
    found = ((role, _answering(scene, entries, str(role.kind), code)) for role in missing)
    return tuple((role, answering) for role, answering in found if answering)


def _answering(scene: Scene, entries: WelcomeEntries, kind: str, code: str) -> tuple[Entry[Content], ...]:
    return shown_entries(kind, scene.once(_concerned, entries, code).get(kind, ()))


def shown_entries(kind: str, concerned: tuple[Entry[Content], ...]) -> tuple[Entry[Content], ...]:
    """Of what concerns a territory, what its guide shows: the nearest, then in the order of their dates."""
    chosen = concerned[: MOST_QUOTES if kind in UNPAGED else MOST_WELCOME]
    return tuple(sorted(chosen, key=lambda entry: entry.reference.order_key)) if kind in BY_DATE else chosen


def directories(scene: Scene, lang: Lang) -> DirectoriesView:
    """Where to look when nothing is recorded here."""
    kinds = tuple(kind for kind in WELCOME_KINDS if kind not in UNPAGED)
    at = scene.portal.names.get(scene.portal.settings.territory, lang).at
    return DirectoriesView(links=directory_links(scene, recorded(scene, kinds), lang), at=at)


def _group(scene: Scene, kind: str, concerned: tuple[Entry[Content], ...], code: str, lang: Lang) -> WelcomeGroupView:
    chosen = () if kind in UNPAGED else shown_entries(kind, concerned)
    links = (directory_link(scene, entry, lang, code) for entry in chosen)
    return WelcomeGroupView(
        kind=kind,
        title=scene.words[lang].t(f"menu.{kind}"),
        links=tuple(links),
        quotes=quotes(scene, kind, shown_entries(kind, concerned), lang, level=4),
        more=LinkView(title=scene.words[lang].t(f"list.{kind}.more"), url=scene.url(list_key(kind), lang)),
        follow=calendar_links(scene, code, lang) if kind in BY_DATE else (),
    )
