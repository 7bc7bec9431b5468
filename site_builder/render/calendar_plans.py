"""Which calendars of events there are beside that of all: for those who write them, and those who lead to them.

A territory has one as soon as an event is in it. That of a place in which nothing lies holds what the calendar of the
territory just above it does: whoever knows nothing but the code of a commune is led to the calendar of what it belongs
to. One whose events are over stays, without them, and so does one of the ledger: somebody subscribed to it.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from site_builder.model.entry import Content, Entry
from site_builder.model.slugs import slugify
from site_builder.model.values import Lang
from site_builder.plan.files import calendar_file, event_file, events_file
from site_builder.plan.pages import PagePlan, list_key
from site_builder.plan.subscribed import THEME, calendar_codes, calendar_themes
from site_builder.render.entries_by_place import entries_by_place
from site_builder.render.said import Said
from site_builder.render.scene import Scene

EVENT = "event"
EVENTS = list_key(EVENT)
Events = tuple[Entry[Content], ...]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class CalendarPlan:
    """One calendar: the last part of its address, of which territory or theme it is, its events, the soonest first."""

    name: str
    territory: str = ""
    theme: str = ""
    events: Events

    @property
    def is_another_s(self) -> bool:
        """Whether it is that of a wider territory, at the address of a place in it."""
        return bool(self.territory) and self.territory != self.name


CalendarPlans = Mapping[str, CalendarPlan]
"""By name: those of territories, from the widest level, then those of themes."""


def calendar_plans(scene: Scene) -> CalendarPlans:
    """Ask for it by `Scene.once`."""
    return {plan.name: plan for plan in (*_of_territories(scene), *_of_themes(scene))}


def calendar_near(scene: Scene, code: str) -> CalendarPlan | None:
    """The calendar for the people of a territory: its own, else that of the nearest one that it lies in.

    None where that is the one of all events.
    """
    plans = scene.once(calendar_plans)
    found = (plans.get(place) for place in reversed(scene.portal.territories.chain(code)))
    return next((plan for plan in found if plan and not plan.is_another_s), None)


def calendar_title(scene: Scene, plan: CalendarPlan | None, lang: Lang) -> Said:
    """Of which territory or theme it is, as lists and calendar programs call it; None: of all events."""
    if plan is None:
        return scene.portal.names.get(scene.portal.settings.territory, lang).short
    if plan.theme:
        words = scene.words[lang]
        return words.shown(words.keyword("theme", plan.theme))
    return scene.portal.names.get(plan.territory, lang).name


def events_title(scene: Scene, page: PagePlan) -> str:
    """What the page of all events is called, where it has gone as well."""
    of = scene.portal.names.get(scene.portal.settings.territory, page.lang)
    return page.title if page.key == EVENTS else scene.words[page.lang].t("list.event.title", of=of.of, name=of.name)


def calendar_path(scene: Scene, plan: CalendarPlan | None, page: PagePlan, ending: str = "ics") -> str:
    """Where it stands, below the page that lists all events; None: the calendar of all of them.

    With another ending, the feed of the same events.
    """
    folder = scene.words[page.lang].t("route.calendar")
    return calendar_file(page, folder, plan.name, ending) if plan else events_file(page, folder, ending)


def event_path(scene: Scene, entry_id: str, page: PagePlan) -> str:
    """Where the calendar of one event stands, below the page that lists all of them."""
    return event_file(page, scene.words[page.lang].t("route.calendar"), entry_id)


def _of_territories(scene: Scene) -> Iterator[CalendarPlan]:
    """Those of territories, by their codes and by those of what has become a part of them."""
    territories, root = scene.portal.territories, scene.portal.settings.territory
    codes = calendar_codes(scene.portal)
    inside = entries_by_place(scene.portal, (EVENT,))
    own: dict[str, list[Entry[Content]]] = defaultdict(list)
    for entry in scene.portal.entries.get(EVENT, ()):
        own[entry.reference.territory or root].append(entry)
    for name, code in sorted(codes.items(), key=lambda pair: (territories.rank(territories[pair[1]]), pair[0])):
        line = territories.line(code)
        subject = line[-2] if territories.is_inside(territories[code]) and line[-2] != root else code
        above = (entry for place in territories.chain(subject)[:-1] for entry in own[place])
        events = sorted((*inside.get((EVENT, subject), ()), *above), key=lambda entry: entry.reference.order_key)
        yield CalendarPlan(name=name, territory=subject, events=tuple(events))


def _of_themes(scene: Scene) -> Iterator[CalendarPlan]:
    events = scene.portal.entries.get(EVENT, ())
    for slug, theme in sorted(calendar_themes(scene.portal).items()):
        those = (entry for entry in events if slug in map(slugify, entry.reference.themes))
        yield CalendarPlan(name=f"{THEME}{slug}", theme=theme, events=tuple(those))
