"""The calendars that readers may subscribe to: that of all events, of territories, of themes."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from site_builder.model.values import Lang
from site_builder.plan.pages import PagePlan
from site_builder.render.calendar_plans import (
    EVENTS,
    CalendarPlan,
    calendar_near,
    calendar_path,
    calendar_plans,
    calendar_title,
)
from site_builder.render.feeds import FORMAT_NAMES
from site_builder.render.said import Said
from site_builder.render.scene import Scene
from site_builder.render.views.common import LinkView

SUBSCRIBE = "subscribe"
"""The part of the page of events that says how."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarView:
    """``url``: the file. Where the site has an address, ``webcal`` opens a calendar program; ``feeds``: of the same."""

    title: Said
    url: str
    webcal: str
    feeds: tuple[LinkView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarGroupView:
    """The calendars of territories of one level, or of themes."""

    title: Said
    calendars: tuple[CalendarView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarsView:
    """What the page of events says of calendars."""

    id: str
    every: CalendarView
    groups: tuple[CalendarGroupView, ...]


def calendars_view(scene: Scene, page: PagePlan) -> CalendarsView:
    """Those of wider territories and of themes: one at the code of a commune is that of a territory named here."""
    return CalendarsView(id=SUBSCRIBE, every=_calendar(scene, page, None), groups=tuple(_groups(scene, page)))


def _groups(scene: Scene, page: PagePlan) -> Iterator[CalendarGroupView]:
    plans = [plan for plan in scene.once(calendar_plans).values() if not plan.is_another_s]
    territories, settings, words = scene.portal.territories, scene.portal.settings, scene.words[page.lang]
    for level in settings.levels:
        of_level = (plan for plan in plans if plan.territory and territories[plan.territory].level == level.id)
        yield from _group(scene, page, words.said(level.plural).capitalize(), of_level)
    yield from _group(scene, page, words.t("event.calendar_themes"), (plan for plan in plans if plan.theme))


def _group(scene: Scene, page: PagePlan, title: Said, plans: Iterable[CalendarPlan]) -> Iterator[CalendarGroupView]:
    found = tuple(_calendar(scene, page, plan) for plan in plans)
    if found:
        yield CalendarGroupView(title=title, calendars=found)


def _calendar(scene: Scene, page: PagePlan, plan: CalendarPlan | None) -> CalendarView:
    path = calendar_path(scene, plan, page)
    webcal = f"webcal://{scene.links.absolute(path).partition('://')[2]}" if scene.links.origin else ""
    feeds = (
        LinkView(title=name, url=scene.links.file(calendar_path(scene, plan, page, ending)))
        for ending, name in FORMAT_NAMES.items()
    )
    return CalendarView(
        title=calendar_title(scene, plan, page.lang),
        url=scene.links.file(path),
        webcal=webcal,
        feeds=tuple(feeds) if scene.links.origin else (),
    )


def calendar_links(scene: Scene, code: str, lang: Lang) -> tuple[LinkView, ...]:
    """From the guide of a territory to the calendar for the people there, and to how one follows it."""
    page = scene.page(EVENTS, lang)
    if page is None:
        return ()
    plan, words = calendar_near(scene, code), scene.words[lang]
    title = words.t("event.calendar_of", name=calendar_title(scene, plan, lang))
    return (
        LinkView(title=title, url=scene.links.file(calendar_path(scene, plan, page))),
        LinkView(title=words.t("event.calendar_how"), url=scene.links.to(page, SUBSCRIBE)),
    )
