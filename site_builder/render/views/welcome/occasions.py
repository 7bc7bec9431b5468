"""The pages of what ends: welcome perks, and events for newcomers."""

from dataclasses import dataclass

from site_builder.language.typography import NO_BREAK_SPACE, typographic_apostrophes
from site_builder.model.event import Event, Registration
from site_builder.model.perk import Perk
from site_builder.plan.pages import PagePlan
from site_builder.render.calendar_plans import EVENTS, event_path
from site_builder.render.raised import Line
from site_builder.render.scene import Scene
from site_builder.render.views.common import LinkView, values_of
from site_builder.render.views.entries.entry import EntryView, entry
from site_builder.render.views.guide.contact import telephone_href
from site_builder.render.views.shared import Shared
from site_builder.render.views.welcome.days import days, validity


@dataclass(frozen=True, slots=True, kw_only=True)
class PerkView(EntryView):
    """What pages/perk.html prints besides. ``valid``: its days in words."""

    kind: str
    valid: Line
    offered_by: str
    conditions: tuple[Line, ...]
    how: Line


@dataclass(frozen=True, slots=True, kw_only=True)
class EventView(EntryView):
    """What pages/event.html prints besides. ``registration``: the ways to say that one comes."""

    kind: str
    when: Line
    cancelled: bool
    address: str
    organiser: str
    registration: tuple[LinkView, ...]
    languages: str
    calendar_url: str


def perk(scene: Scene, shared: Shared, page: PagePlan) -> PerkView:
    """A perk: what is given, to whom, how, and until when."""
    shown = values_of(entry(scene, shared, page))
    version = scene.portal.by_key[page.key].versions[page.lang]
    assert isinstance(version, Perk)
    words = scene.words[page.lang]
    return PerkView(
        **shown,
        kind=words.t(f"perk.kind.{version.kind.value}"),
        valid=words.raised(validity(scene, version, page.lang)),
        offered_by=version.offered_by,
        conditions=tuple(words.raised(condition) for condition in version.conditions),
        how=words.raised(version.how),
    )


def event(scene: Scene, shared: Shared, page: PagePlan) -> EventView:
    """An event: when, where, whose, and how to come."""
    shown = values_of(entry(scene, shared, page))
    version = scene.portal.by_key[page.key].versions[page.lang]
    assert isinstance(version, Event)
    words, listed = scene.words[page.lang], scene.page(EVENTS, page.lang)
    assert listed
    return EventView(
        **shown,
        kind=words.t(f"event.kind.{version.kind.value}"),
        when=words.raised(days(scene, version, page.lang)),
        cancelled=version.cancelled,
        address=typographic_apostrophes(version.place or ""),
        organiser=version.organiser or "",
        registration=registration_ways(scene, version.registration),
        languages=words.list([words.language(code) for code in version.languages]),
        calendar_url=scene.links.file(event_path(scene, page.subject, listed)),
    )


def registration_ways(scene: Scene, registration: Registration | None) -> tuple[LinkView, ...]:
    """Each way to register, as the address that it leads to."""
    if registration is None:
        return ()
    found = []
    if registration.website:
        text = registration.website.partition("://")[2].removeprefix("www.").rstrip("/")
        found.append(LinkView(title=text, url=registration.website))
    if registration.telephone:
        href = telephone_href(registration.telephone, scene.portal.settings.telephone_country_code)
        found.append(LinkView(title=registration.telephone.replace(" ", NO_BREAK_SPACE), url=href))
    if registration.email:
        found.append(LinkView(title=registration.email, url=f"mailto:{registration.email}"))
    return tuple(found)
