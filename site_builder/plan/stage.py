"""The plan stage: which pages exist, in which languages, at which addresses."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from site_builder.incremental.inputs import TODAY
from site_builder.incremental.parts import Holder, part
from site_builder.incremental.watched import watched
from site_builder.interface import Interface
from site_builder.model.values import Lang
from site_builder.plan.contents import entries, headings, lists
from site_builder.plan.coordination import coordination
from site_builder.plan.draft import Draft
from site_builder.plan.pages import PagePlan, SitePlan
from site_builder.plan.places import guides, journeys, places, portraits
from site_builder.plan.readers import audiences, editions
from site_builder.plan.single import criteria, home, not_found, offline, search, words
from site_builder.plan.work import partner_work, workplaces
from site_builder.resolve.portal import Portal
from site_builder.resolve.wording import Wording

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
    coordination,
    criteria,
    search,
    offline,
)
ONCE: tuple[Callable[[Draft], Iterator[PagePlan]], ...] = (entries, not_found)


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

    @property
    def interface(self) -> Interface:
        return self._wording.interface

    @property
    def today(self) -> date:
        self.memory.read(TODAY)
        return self._today

    @part
    def site(self) -> SitePlan:
        return SitePlan(_pages(Draft(self.portal, self.interface)), self.portal.languages)


def _pages(draft: Draft) -> Iterator[PagePlan]:
    for lang in draft.portal.languages:
        for planner in IN_EACH_LANGUAGE:
            yield from planner(draft, lang)
    for planner_of_all in ONCE:
        yield from planner_of_all(draft)
