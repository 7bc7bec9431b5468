"""Addresses that lead on to a page which stands elsewhere now."""

from collections.abc import Iterator, Mapping
from itertools import chain

from site_builder.model.consent import OPAQUE
from site_builder.model.entry import Content, Entry
from site_builder.model.ledger import EVERY
from site_builder.model.registry import BY_KIND
from site_builder.plan.files import PERMANENT
from site_builder.plan.kits import has_kits
from site_builder.plan.pages import (
    GUIDE,
    JOURNEY,
    LINK_TO_US,
    PARTNER_WORK,
    PORTRAIT,
    WORKPLACE,
    PagePlan,
    SitePlan,
    guide_key,
    kit_key,
)
from site_builder.plan.pages import language_of_address as language_of
from site_builder.resolve.portal import Portal

OF_TERRITORIES = frozenset({GUIDE, JOURNEY, PORTRAIT, WORKPLACE, PARTNER_WORK})
"""Kinds of pages whose subject is a territory, which their address names."""


def leading_on(portal: Portal, site: SitePlan) -> Mapping[str, PagePlan]:
    """Each such address, and the page: in its language, or in the nearest that the page has.

    What an entry says (``old_paths``) counts before what follows from tables.
    """
    found = dict(chain(_of_kits(portal, site), _of_what_had_more(portal, site), _of_territories(portal, site)))
    return {**{old: page for old, page in found.items() if page.path != old}, **dict(_of_entries(portal, site))}


def _of_entries(portal: Portal, site: SitePlan) -> Iterator[tuple[str, PagePlan]]:
    for kind, entries in portal.entries.items():
        for entry in entries if BY_KIND[kind].paged else ():
            for old in old_addresses(entry.reference.old_paths):
                page = site.get(entry.key, language_of(old, portal.languages)) or site.first(entry.key)
                if page and page.path != old:  # one that has taken its former address again stands there itself
                    yield old, page


def old_addresses(old_paths: tuple[str, ...]) -> Iterator[str]:
    """Those of pages: neither an anchor nor a permanent address."""
    for old in old_paths:
        path = f"{old.strip('/')}/"
        if not path.startswith(("#", PERMANENT)):
            yield path


def permanent_ids(portal: Portal) -> frozenset[str]:
    """The ids of entries, those that entries have taken over, and those of what is shown no more."""
    taken = chain.from_iterable(taken_ids(entry) for entry in portal.published)
    left = (*(profile.id for profile in portal.former_profiles), *(each.id for each in portal.withdrawn))
    return frozenset((*(entry.id for entry in portal.published), *taken, *left))


def _of_territories(portal: Portal, site: SitePlan) -> Iterator[tuple[str, PagePlan]]:
    """Addresses with a former word for a territory; of the pages that it has now."""
    if not portal.former_slugs:
        return
    former: dict[str, list[str]] = {}
    for slug, code in portal.former_slugs.items():
        former.setdefault(code, []).append(slug)
    for page in site:
        if page.kind in OF_TERRITORIES and page.subject in former:
            for slug in former[page.subject]:
                yield with_slug(page.path, portal.slugs[page.subject], slug), page


def _of_what_had_more(portal: Portal, site: SitePlan) -> Iterator[tuple[str, PagePlan]]:
    """Pages that a territory had beside its guide; the guide, where it has them no more."""
    for code, slug, kinds in portal.recorded.territories:
        now = portal.former_codes.get(code, code)
        for pattern, kind in portal.recorded.patterns if now in portal.territories else ():
            if kind in kinds:
                lang = language_of(pattern, portal.languages)
                page = site.get(f"{kind}:{now}", lang) or site.get(guide_key(now), lang)
                if page:
                    yield with_slug(pattern, EVERY, slug), page


def _of_kits(portal: Portal, site: SitePlan) -> Iterator[tuple[str, PagePlan]]:
    """Where the kit of an entry was that is gone, or that has left a language: another kit, else how one links."""
    for above in site.versions(LINK_TO_US):
        for stable_id, key in _former_kits(portal):
            page = site.get(key, above.lang) or site.first(key) if key else None
            yield f"{above.path}{stable_id}/", page or above


def _former_kits(portal: Portal) -> Iterator[tuple[str, str]]:
    """Ids that had a kit, as far as anybody can tell, and the key of the one for their readers now.

    That of a living person goes with them: nothing is left where it was.
    """
    left = (each for each in portal.withdrawn if has_kits(each.kind) and not OPAQUE.match(each.id))
    yield from ((each.id, "") for each in left)
    yield from ((code, kit_key(guide_key(now))) for code, now in portal.former_codes.items())
    for entry in portal.published:
        if has_kits(entry.kind) and entry.reference.old_paths:
            yield from ((stable_id, kit_key(entry.key)) for stable_id in (entry.id, *taken_ids(entry)))


def taken_ids(entry: Entry[Content]) -> Iterator[str]:
    """The ids of what it has replaced."""
    old = (path.strip("/") for path in entry.reference.old_paths)
    return (path.removeprefix(PERMANENT) for path in old if path.startswith(PERMANENT))


def with_slug(path: str, slug: str, other: str) -> str:
    """The address of a page of a territory with another word for that territory."""
    return f"/{path}".replace(f"/{slug}/", f"/{other}/", 1)[1:]
