"""Cards of the portal that other sites show in a frame, without a script: which there are, and who is told of them.

A living person has one only where their consent says ``social``, as they have a kit: a card is made for other sites. It
goes with the first build after their consent ends, and a neutral one takes its place.
"""

from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from markupsafe import Markup, escape

from site_builder.model.ambassador import may_be_passed_on
from site_builder.plan.files import embed_file
from site_builder.plan.leading_on import taken_ids
from site_builder.plan.pages import GONE, GUIDE, PagePlan, gone_key, guide_key
from site_builder.plan.subscribed import standing_page
from site_builder.render.calendar_plans import EVENTS, CalendarPlan, calendar_plans, calendar_title
from site_builder.render.scene import Scene

OF_EVENTS = "events"
OF_ENTRIES = frozenset({"asset", "ambassador"})
WIDTH, HEIGHT = 480, 420
"""CSS pixels: the widest that a card gets, and what a frame of it asks for on a telephone."""
NOTHING = Markup("")


class EmbedPlan(NamedTuple):
    """One card: ``name`` is the code of a territory or the id of an entry, ``page`` where it leads.

    A tuple, for there are thousands.
    """

    path: str
    kind: str
    name: str
    title: str
    page: PagePlan


def embed_plans(scene: Scene) -> Iterator[EmbedPlan]:
    """Every card: those of today, then those that others may have framed. Of two at one address, the first stands."""
    former = chain(_of_merged_territories(scene), _of_what_was_replaced(scene), _of_the_withdrawn(scene))
    found: dict[str, EmbedPlan] = {}
    for plan in chain(cards_of_today(scene), former):
        found.setdefault(plan.path, plan)
    yield from found.values()


def cards_of_today(scene: Scene) -> Iterator[EmbedPlan]:
    """Those that anybody is led to, in the languages in which their pages are."""
    for page in scene.site:
        if page.kind == GUIDE or _is_of_an_entry(scene, page):
            yield _plan(page.kind, page.subject, page)
    yield from _of_events(scene)


def embed_of(scene: Scene, page: PagePlan) -> EmbedPlan | None:
    """The card of a page; that of the page of events has all of them."""
    if page.kind == GUIDE or _is_of_an_entry(scene, page):
        return _plan(page.kind, page.subject, page)
    return _plan(OF_EVENTS, scene.portal.settings.territory, page) if page.key == EVENTS else None


def is_described(scene: Scene, plan: EmbedPlan) -> bool:
    """Whether oEmbed says something of it: not of the thousands of places in which nothing lies.

    It names whole addresses, which nobody knows before the site has one.
    """
    return bool(scene.links.origin) and plan.page.kind != GONE and not _is_one_of_thousands(scene, plan.page)


def oembed_link(scene: Scene, page: PagePlan) -> Markup:
    """What leads programs from a page to its card (oEmbed 1.0, section 4); nothing for a page that has none."""
    plan = None if _is_one_of_thousands(scene, page) else embed_of(scene, page)
    if plan is None or not is_described(scene, plan):
        return NOTHING
    address = escape(scene.links.absolute(oembed_file(plan)))
    title = escape(page.title)
    return Markup(f'<link rel=alternate type="application/json+oembed" title="{title}" href="{address}">')  # noqa: S704 - escaped above


def oembed_file(plan: EmbedPlan) -> str:
    """Where oEmbed's description of a card stands."""
    return embed_file(plan.page.lang, plan.kind, plan.name, "json")


def frame(scene: Scene, plan: EmbedPlan) -> Markup:
    """What another site writes to show the card; it needs the site's address."""
    return frame_of(scene.links.absolute(plan.path), plan.title)


def frame_of(address: str, title: str) -> Markup:
    """The same of a card by its whole address and its title."""
    return Markup(
        '<iframe src="{}" title="{}" width="{}" height="{}" loading="lazy" style="border:0;max-width:100%"></iframe>'
    ).format(address, title, WIDTH, HEIGHT)


def _is_one_of_thousands(scene: Scene, page: PagePlan) -> bool:
    """Whether it is the guide of a place in which nothing lies."""
    territories = scene.portal.territories
    return page.kind == GUIDE and territories.is_inside(territories[page.subject])


def _plan(kind: str, name: str, page: PagePlan, title: str = "") -> EmbedPlan:
    return EmbedPlan(embed_file(page.lang, kind, name), kind, name, title or page.title, page)


def _is_of_an_entry(scene: Scene, page: PagePlan) -> bool:
    """Whether a page is that of an entry that has a card: none that names living people is handed to others."""
    if page.kind not in OF_ENTRIES:
        return False
    version = scene.portal.by_key[page.key].reference
    return may_be_passed_on(version) and not version.named


def _of_events(scene: Scene) -> Iterator[EmbedPlan]:
    """All events, and those of each territory that has a calendar of its own."""
    root = scene.portal.settings.territory
    plans = [plan for plan in scene.once(calendar_plans).values() if plan.territory and not plan.is_another_s]
    for page in _listing_events(scene):
        yield _plan(OF_EVENTS, root, page)
        yield from (_of_calendar(scene, plan, page) for plan in plans)


def _of_calendar(scene: Scene, plan: CalendarPlan, page: PagePlan) -> EmbedPlan:
    of = f" · {calendar_title(scene, plan, page.lang)}" if page.kind != GONE else ""
    return _plan(OF_EVENTS, plan.name, page, f"{page.title}{of}")


def _listing_events(scene: Scene) -> Iterator[PagePlan]:
    """The page of all events, in each language; the neutral one in its place."""
    found = (standing_page(scene.portal, scene.site, EVENTS, lang) for lang in scene.portal.languages)
    return filter(None, found)


def _of_merged_territories(scene: Scene) -> Iterator[EmbedPlan]:
    """Of those that others took in, whose cards they show."""
    calendars = scene.once(calendar_plans)
    for code, now in scene.portal.former_codes.items():
        if now in scene.portal.territories:
            yield from (_plan(GUIDE, code, page) for page in scene.site.versions(guide_key(now)))
        if code in calendars:
            yield from (_of_calendar(scene, calendars[code], page) for page in _listing_events(scene))


def _of_what_was_replaced(scene: Scene) -> Iterator[EmbedPlan]:
    """Of entries that others replace, or that have left a language."""
    for kind in sorted(OF_ENTRIES):
        for entry in scene.portal.entries.get(kind, ()):
            own = scene.site.first(entry.key) if entry.reference.old_paths else None
            if own and _is_of_an_entry(scene, own):
                for lang in scene.portal.languages:
                    known = scene.site.get(entry.key, lang)
                    for name in (*taken_ids(entry), *(() if known else (entry.id,))):
                        yield _plan(kind, name, known or own)._replace(path=embed_file(lang, kind, name))


def _of_the_withdrawn(scene: Scene) -> Iterator[EmbedPlan]:
    """Of whoever has left, and of what the ledger knows and is shown no more: others may frame it still."""
    portal = scene.portal
    profiles = ((each.kind, each.id, each.id) for each in portal.former_profiles)
    others = ((each.kind, each.id, address) for each in portal.withdrawn for address in each.addresses)
    plans = (
        _plan(kind, name, page)
        for kind, name, where in (*profiles, *others)
        if kind in OF_ENTRIES
        for page in scene.site.versions(gone_key(where))
    )
    yield from {plan.path: plan for plan in plans}.values()
