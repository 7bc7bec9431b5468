"""The plan stage: which pages exist, in which languages, at which addresses."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import chain
from typing import TypeVar

from site_builder.incremental.inputs import TODAY
from site_builder.incremental.parts import Holder, part
from site_builder.incremental.watched import watched
from site_builder.interface import Interface
from site_builder.model.values import Lang
from site_builder.plan.contents import entries, gone, headings, lists, vanished, withdrawn
from site_builder.plan.coordination import coordination
from site_builder.plan.draft import Draft
from site_builder.plan.kits import kits, link_to_us
from site_builder.plan.pages import PagePlan, SitePlan
from site_builder.plan.places import guides, journeys, places, portraits
from site_builder.plan.readers import audiences, editions
from site_builder.plan.single import criteria, home, news, not_found, offline, open_data, proofs, search, words
from site_builder.plan.work import partner_work, workplaces
from site_builder.resolve.portal import Portal
from site_builder.resolve.wording import Wording

T = TypeVar("T")

IN_EACH_LANGUAGE: tuple[Callable[[Draft, Lang], Iterator[PagePlan]], ...] = (
    home,
    places,
    guides,
    journeys,
    portraits,
    workplaces,
    partner_work,
    audiences,
    editions,
    lists,
    headings,
    words,
    proofs,
    news,
    coordination,
    criteria,
    open_data,
    link_to_us,
    search,
    offline,
)
ONCE: tuple[Callable[[Draft], Iterator[PagePlan]], ...] = (entries, gone, not_found)


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """A portal, its pages, its words, on a day: all that rendering needs of the stages before it."""

    portal: Portal
    site: SitePlan
    interface: Interface
    today: date


def plan(portal: Portal, wording: Wording, today: date) -> Planned:
    """Every page of the portal. That two claim one address is told by `shared_pages`."""
    return watched(Planned, _Planning(portal, wording, today))


class _Planning(Holder):
    """How the plan is made."""

    def __init__(self, portal: Portal, wording: Wording, today: date) -> None:
        super().__init__(wording.memory, "plan")
        self.portal = portal
        self._wording = wording
        self._today = today
        self._in_each_language = [self._of(planner.__name__, partial(_each, planner)) for planner in IN_EACH_LANGUAGE]
        self._withdrawn = self._of(withdrawn.__name__, partial(_once, withdrawn))
        self._once = [self._of(planner.__name__, partial(_once, planner)) for planner in ONCE]

    def _of(self, name: str, make: Callable[[Draft], T]) -> Callable[[], T]:
        """What one planner plans: known by itself, so that a text that changed leaves the guides' pages as they are."""
        return self.add(f"pages of {name}", partial(_planned, make), by_value=True)

    @property
    def interface(self) -> Interface:
        return self._wording.interface

    @property
    def today(self) -> date:
        self.memory.read(TODAY)
        return self._today

    @part
    def site(self) -> SitePlan:
        languages = self.portal.languages
        of_language = (pages()[lang] for lang in languages for pages in self._in_each_language)
        pages = (*chain.from_iterable((*of_language, *(pages() for pages in self._once))),)
        draft = Draft(self.portal, self.interface)
        pages += (*kits(draft, pages),)
        left = (*self._withdrawn(), *vanished(draft, {page.key for page in pages}))
        return SitePlan((*pages, *_untaken(left, pages)), languages)


def _untaken(left: tuple[PagePlan, ...], pages: tuple[PagePlan, ...]) -> Iterator[PagePlan]:
    """Of pages that say that something has gone, those at whose address nothing else is now, each once."""
    if left:
        taken = {page.path for page in pages}
        yield from {page.path: page for page in left if page.path not in taken}.values()


def _planned(make: Callable[[Draft], T], planning: _Planning) -> T:
    return make(Draft(planning.portal, planning.interface))


def _each(planner: Callable[[Draft, Lang], Iterator[PagePlan]], draft: Draft) -> dict[Lang, tuple[PagePlan, ...]]:
    return {lang: tuple(planner(draft, lang)) for lang in draft.portal.languages}


def _once(planner: Callable[[Draft], Iterator[PagePlan]], draft: Draft) -> tuple[PagePlan, ...]:
    return tuple(planner(draft))
