"""What a plan publishes, for the ledger: addresses of pages, and the anchors that editors' headings give."""

import re
from collections.abc import Iterator, Mapping, Set

from site_builder.check.sight import Sight
from site_builder.model.block import hides
from site_builder.model.entry import Content, Entry
from site_builder.model.ledger import EVERY, Ledger
from site_builder.model.registry import BY_KIND
from site_builder.model.slugs import slugify
from site_builder.model.values import Lang
from site_builder.plan.leading_on import OF_TERRITORIES, leading_on, with_slug
from site_builder.plan.pages import (
    CHILDREN,
    EASY,
    GLOSSARY,
    GONE,
    GUIDE,
    KIT,
    LINK_TO_US,
    NOT_FOUND,
    PROOFS,
    PagePlan,
    SitePlan,
    guide_key,
    journey_key,
    list_key,
)
from site_builder.plan.subscribed import subscribed

Part = tuple[str, Lang, str]
"""Pages that show several texts, a language, an anchor of theirs."""


def published(sight: Sight, site: SitePlan) -> Ledger:
    """All that readers may write down of the site. Names of living people are left out, wherever they stand."""
    named = _living(sight)
    pages: dict[tuple[str, str], Set[str]] = {}
    for page in site:
        if page.kind not in {NOT_FOUND, GONE, KIT, *OF_TERRITORIES}:
            pages[page.path, page.key] = _without(named, page_anchors(sight, page))
    for old, page in leading_on(sight.portal, site).items():
        if page.kind not in {KIT, LINK_TO_US, *OF_TERRITORIES}:  # addresses of kits follow from ids
            pages.setdefault((old, page.key), frozenset())
    kinds: dict[str, set[str]] = {}
    for page in site:
        if page.kind in OF_TERRITORIES:
            kinds.setdefault(page.subject, set()).add(page.kind)  # every one of them has a guide
    slugs = sight.portal.slugs
    territories = {(code, slugs[code]): frozenset(found - {GUIDE}) for code, found in kinds.items()}
    for slug, code in sight.portal.former_slugs.items():
        territories.setdefault((code, slug), frozenset())
    return Ledger(
        pages={
            (address, key): found for (address, key), found in pages.items() if not (named and named.search(address))
        },
        patterns=patterns(sight, site),
        territories=territories,
        parts={part: _without(named, found) for part, found in parts(sight) if not (named and named.search(part[2]))},
    )


def patterns(sight: Sight, site: SitePlan) -> Mapping[tuple[str, str], Set[str]]:
    """The addresses of territories' pages, with a star in the place of the territory, and their kinds; of files."""
    slugs = sight.portal.slugs
    samples = {(page.kind, page.lang): page for page in site if page.kind in OF_TERRITORIES}
    pages = ((with_slug(page.path, slugs[page.subject], EVERY), page.kind) for page in samples.values())
    return {**dict.fromkeys(pages, frozenset()), **subscribed(sight.portal, site, sight.interface)}


def page_anchors(sight: Sight, page: PagePlan) -> frozenset[str]:
    """The anchors of the headings of an entry's own page, in the language of that page."""
    entry = sight.portal.by_key.get(page.key)
    return sight.bodies[entry.paths[page.lang]].anchors if entry and not entry.reference.living else frozenset()


def parts(sight: Sight) -> Iterator[tuple[Part, Set[str]]]:
    """What has no page of its own: texts beside others, the sections of a guide, words that are explained."""
    portal = sight.portal
    for entry in portal.published:
        if not BY_KIND[entry.kind].paged and not hides(entry.reference):
            for lang in portal.languages:
                yield (standing_on(sight, entry), lang, entry.id), part_headings(sight, entry, lang)
    yield from frame_parts(sight)


def frame_parts(sight: Sight) -> Iterator[tuple[Part, Set[str]]]:
    """Those of them that are no entries: the same in all languages."""
    portal = sight.portal
    everywhere = guide_key(portal.settings.territory)
    frame = (*(section.id for section in portal.frame.sections), *sight.role_and_level_anchors)
    yield from (((everywhere, EVERY, anchor), frozenset()) for anchor in frame)
    yield from (((GLOSSARY, EVERY, term_anchor(term.id)), frozenset()) for term in portal.glossary.terms)


def part_headings(sight: Sight, entry: Entry[Content], lang: Lang) -> frozenset[str]:
    """The anchors of its headings, less its id; what a living person says has none that is kept."""
    return frozenset() if entry.reference.living else sight.bodies[entry.paths[entry.pick(lang)[1]]].anchors


def standing_on(sight: Sight, entry: Entry[Content]) -> str:
    """The pages that show an entry without a page of its own: with a territory's code, those of all that lies in it."""
    code = entry.reference.territory or sight.portal.settings.territory
    pages = {"block": guide_key(code), "step": journey_key(code), "easy": EASY, "child": CHILDREN, "proof": PROOFS}
    return pages.get(entry.kind, list_key(entry.kind))


def term_anchor(term: str) -> str:
    """Where the glossary explains a word."""
    return f"t-{term}"


def _living(sight: Sight) -> re.Pattern[str] | None:
    """Finds in addresses and anchors the name of a living person who has, or had, a page or a word to say."""
    people = (version.title for entry in sight.entries if entry.reference.living for version in entry.versions.values())
    names = sorted({name for name in map(slugify, people) if name})
    return re.compile(rf"(?<![a-z0-9])(?:{'|'.join(map(re.escape, names))})(?![a-z0-9])") if names else None


def _without(named: re.Pattern[str] | None, anchors: Set[str]) -> frozenset[str]:
    return frozenset(anchor for anchor in anchors if not (named and named.search(anchor)))
