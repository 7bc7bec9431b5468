"""The plan stage: which pages exist, in which languages, at which addresses."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

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


def plan(portal: Portal, interface: Interface, today: date) -> Planned:
    """Every page of the portal. That two claim one address is told by `shared_pages`."""
    site = SitePlan(_pages(Draft(portal, interface)), portal.languages)
    return Planned(portal=portal, site=site, interface=interface, today=today)


def _pages(draft: Draft) -> Iterator[PagePlan]:
    for lang in draft.portal.languages:
        for planner in IN_EACH_LANGUAGE:
            yield from planner(draft, lang)
    for planner_of_all in ONCE:
        yield from planner_of_all(draft)
