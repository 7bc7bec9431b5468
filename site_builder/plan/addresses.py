"""Two pages at one address, now or before: the last mistakes that can be found, when all addresses are known."""

import re
from collections.abc import Iterator

from site_builder.check.sight import Sight
from site_builder.load.nodes import node_at
from site_builder.model.entry import Content, Entry
from site_builder.plan.files import PERMANENT, permanent_path
from site_builder.plan.pages import (
    AUDIENCE,
    DIRECTORY,
    GONE,
    GUIDE,
    HEADING,
    LIST,
    PLACES,
    PagePlan,
    SitePlan,
    guide_key,
    list_key,
)
from site_builder.problems import Place, Problem

_OLD_PATH = re.compile(r"(?:(?!\.+/)[^\s/?#:\\%]+/)+")
_OLD_ANCHOR = re.compile(r"#[^\s/?#:\\%\"'<>&]+")


def shared_pages(sight: Sight, site: SitePlan) -> Iterator[Problem]:
    """Two pages that claim one address. Two entries of one id, territories and audiences are told by other checks."""
    first: dict[str, PagePlan] = {}
    for page in site:
        other = first.setdefault(page.path, page)
        if other.key != page.key and not page.kind == other.kind in {GUIDE, AUDIENCE}:
            yield _claimed(sight, *sorted((page, other), key=lambda each: _written_address(sight, each) is None))


def old_addresses(sight: Sight, site: SitePlan) -> Iterator[Problem]:
    """An address that a page had before, where another page is now, which two pages have had, or that is none."""
    taken = {page.path.casefold(): page for page in site} | dict(_permanent(sight, site))
    first: dict[str, Place] = {}
    for entry in sight.entries:
        for number, old in enumerate(entry.reference.old_paths):
            if _OLD_ANCHOR.fullmatch(old):
                continue
            place = sight.place(entry, "old_paths", number)
            path = f"{old.strip('/')}/"
            page = taken.get(path.casefold())
            other = first.setdefault(path.casefold(), place)
            if not _OLD_PATH.fullmatch(path):
                yield Problem("bad-old-path", place, {"value": old})
            elif page and not _is_of_itself(sight, entry, page, path):
                other_place = _written_address(sight, page) if page.key in sight.portal.by_key else None
                values = {"address": f"/{path}", "title": page.title, "other": other_place}
                yield Problem("old-id-taken" if path.startswith(PERMANENT) else "old-path-taken", place, values)
            elif other is not place:
                yield Problem("old-path-twice", place, {"address": f"/{path}", "other": other})


def _is_of_itself(sight: Sight, entry: Entry[Content], page: PagePlan, path: str) -> bool:
    """Whether the page there is its own: the neutral one, or the one that has taken its former address again."""
    return (page.kind == GONE and entry.key not in sight.portal.by_key) or (page.key, page.path) == (entry.key, path)


def _permanent(sight: Sight, site: SitePlan) -> Iterator[tuple[str, PagePlan]]:
    """The permanent addresses of what there is, where an entry claims one: those of territories and of entries."""
    claimed = {old.strip("/") for entry in sight.entries for old in entry.reference.old_paths}
    portal = sight.portal
    keys = {permanent_path(number): guide_key(each.code) for each in portal.territories for number in each.numbers}
    keys |= {permanent_path(entry.id): entry.key for entry in portal.published}
    for path in claimed:
        page = site.first(keys.get(f"{path}/", ""))
        if page:
            yield f"{path}/".casefold(), page


def _claimed(sight: Sight, page: PagePlan, other: PagePlan) -> Problem:
    """``page`` is the one whose address somebody wrote."""
    place = _written_address(sight, page) or Place(_strings_path(page))
    address = f"/{page.path}"
    if other.key in sight.portal.by_key:
        return Problem("same-address", place, {"address": address, "other": _written_address(sight, other)})
    return Problem("address-of-the-portal", place, {"address": address, "title": other.title})


def _written_address(sight: Sight, page: PagePlan) -> Place | None:
    """An entry's slug or else its id; the portal's own word for a kind of pages, None where it has none."""
    entry = sight.portal.by_key.get(page.key)
    if entry is None:
        strings = sight.records.sources.strings.get(_strings_path(page))
        word = node_at(strings, ("route", *_route_word(page))) if strings else None
        return word.place if word else None
    slug = sight.document(entry, page.lang).front.values.get("slug")
    return slug.place if slug else sight.place(entry, "id")


def _route_word(page: PagePlan) -> tuple[str, ...]:
    """Where the words of addresses have the one of that kind of pages."""
    if page.kind == HEADING:
        return ("group", page.subject, page.key.removeprefix(f"{list_key(page.subject)}:"))
    return ({LIST: page.subject, DIRECTORY: page.subject, PLACES: GUIDE}.get(page.kind, page.kind),)


def _strings_path(page: PagePlan) -> str:
    return f"theme/strings/{page.lang}.yml"
