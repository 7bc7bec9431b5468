"""Files that programs ask for again and again: calendars of events, feeds of news.

Once written down in the ledger they stay, empty if need be: whoever subscribed to one is told nothing when it goes.
"""

from collections.abc import Iterator, Mapping, Set

from site_builder.interface import Interface
from site_builder.model.ledger import EVERY
from site_builder.model.news import NewsKind
from site_builder.model.slugs import slugify
from site_builder.model.values import Lang
from site_builder.plan.files import calendar_file, feed_file
from site_builder.plan.pages import NEWS, PagePlan, SitePlan, gone_key, list_key
from site_builder.resolve.portal import Portal

CALENDAR, FEED = "calendar", "feed"
"""Kinds of such files, as the ledger calls them."""
THEME = "theme-"
"""What the names of calendars of themes begin with."""


def subscribed(portal: Portal, site: SitePlan, interface: Interface) -> Mapping[tuple[str, str], Set[str]]:
    """Their addresses, with a star in the place of their names, and their kinds; then these names."""
    found: dict[tuple[str, str], Set[str]] = {}
    for lang in portal.languages:
        events, news = standing_page(portal, site, list_key("event"), lang), standing_page(portal, site, NEWS, lang)
        names = frozenset((*calendar_codes(portal), *(f"{THEME}{slug}" for slug in calendar_themes(portal))))
        if events and names:
            found[calendar_file(events, interface.t(lang, "route.calendar", {}), EVERY), CALENDAR] = names
        if news:
            words = (interface.t(lang, f"route.feed.{kind.value}", {}) for kind in NewsKind)
            found[feed_file(news, EVERY, "rss"), FEED] = frozenset(words)
    return found


def standing_page(portal: Portal, site: SitePlan, key: str, lang: Lang) -> PagePlan | None:
    """The page of a key; else the one that says at its address that it has gone: files stay beside it."""
    former = (gone_key(address) for address, known in portal.recorded.pages if known == key)
    return next((page for each in (key, *former) if (page := site.get(each, lang))), None)


def calendar_codes(portal: Portal) -> Mapping[str, str]:
    """What calendars of territories are called: by each such code, that of the territory now.

    Those with an event, of today or over, and all that they lie in, but for the portal's own; those that had one.
    """
    territories, root = portal.territories, portal.settings.territory
    events = (entry.reference.territory for entry in portal.entries.get("event", ()))
    held = {code for code in (*events, *(former.territory for former in portal.former_events)) if code}
    covered = {place for code in held if code in territories for place in territories.chain(code)} - {root}
    known = {name: portal.former_codes.get(name, name) for name in _recorded(portal) if not name.startswith(THEME)}
    return {
        **dict(zip(covered, covered, strict=True)),
        **{old: now for old, now in known.items() if now in territories},
    }


def calendar_themes(portal: Portal) -> Mapping[str, str]:
    """The themes that have a calendar, by what stands for them there; the one spelt last counts."""
    written = [name.removeprefix(THEME) for name in _recorded(portal) if name.startswith(THEME)]
    written += [theme for former in portal.former_events for theme in former.themes]
    written += [theme for entry in reversed(portal.entries.get("event", ())) for theme in entry.reference.themes]
    return {slug: theme for theme in written if (slug := slugify(theme))}


def _recorded(portal: Portal) -> Iterator[str]:
    """The names of calendars that the ledger knows."""
    return (name for _, kind, names in portal.recorded.files if kind == CALENDAR for name in sorted(names))
