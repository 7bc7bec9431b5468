"""What was ever published must lead somewhere: an address to a page, an anchor to a part of it (F41).

An entry whose file says that it is archived, over or a draft has its neutral page; a neutral id without a file as well.
Everything else that is lost is told, with the line that mends it.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field

from site_builder.check.sight import Sight
from site_builder.load.tables import Row
from site_builder.load.yaml_mistakes import in_braces
from site_builder.model.consent import OPAQUE
from site_builder.model.entry import Content, Entry, entry_key
from site_builder.model.ledger import EVERY, Ledger, anchors_of_part
from site_builder.model.registry import BY_KIND
from site_builder.model.values import Lang
from site_builder.plan.files import permanent_path
from site_builder.plan.leading_on import leading_on, permanent_ids
from site_builder.plan.pages import GONE, GUIDE, PagePlan, SitePlan, language_of_address
from site_builder.plan.published import frame_parts, page_anchors, part_headings, patterns, standing_on, term_anchor
from site_builder.plan.subscribed import FEED
from site_builder.problems import Place, Problem
from site_builder.resolve.withdrawn import is_of_an_entry, kind_on
from site_builder.validate.addresses import ADDRESSES as TERRITORY_ADDRESSES
from site_builder.validate.addresses import FORMER
from site_builder.validate.ledger import ADDRESSES, ANCHORS, TERRITORIES, line_of

FIELD = "old_paths"
LOST = frozenset(
    {
        "address-lost",
        "address-lost-entry",
        "address-lost-page",
        "anchor-lost",
        "files-lost",
        "part-moved",
        "territory-address-lost",
        "territory-lost",
    }
)
"""The codes of what is told here."""
_NOWHERE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Now:
    """The plan as readers of what was published meet it."""

    sight: Sight
    site: SitePlan
    ledger: Ledger
    pages: Mapping[str, PagePlan]
    """By address, former ones included."""
    entries: Mapping[str, Entry[Content]]
    """Of every file, published or not."""
    ids: Set[str]
    """Of which the permanent address leads somewhere."""
    moved: list[Problem] = field(default_factory=list)
    lost: dict[str, dict[str, None]] = field(default_factory=lambda: defaultdict(dict))
    """By the key of a page, or of a text of one, what should lead to it and does not, as ``old_paths`` writes it."""

    def rows(self, path: str) -> Sequence[Row]:
        return self.sight.records.sources.tables.get(path, ())


def lost_addresses(sight: Sight, site: SitePlan) -> Iterator[Problem]:
    """Addresses and anchors of the ledger that lead nowhere any more."""
    ledger = sight.records.ledger
    if ledger.is_empty:
        return
    pages = {**leading_on(sight.portal, site)} | {page.path: page for page in site}
    entries = {entry.key: entry for entry in sight.entries}
    now = _Now(sight=sight, site=site, ledger=ledger, pages=pages, entries=entries, ids=permanent_ids(sight.portal))
    _look_for_pages(now)
    told = [*_look_for_parts(now)]
    yield from _told(now)
    yield from told
    yield from _lost_patterns(now)
    yield from _lost_territories(now)


def _look_for_pages(now: _Now) -> None:
    """Pages by their addresses, permanent ones included, and the anchors of entries' own pages."""
    for (address, key), anchors in now.ledger.pages.items():
        page = now.pages.get(address)
        if page is None:
            now.lost[key][address] = None
            page = now.site.get(key, language_of_address(address, now.sight.portal.languages)) or now.site.first(key)
        name = key.partition(":")[2]
        if is_of_an_entry(key) and name not in now.ids:
            now.lost[key][permanent_path(name)] = None
        if page is None or page.kind != GONE:
            missing = anchors - (_anchors_of(now.sight, page) if page else frozenset())
            now.lost[page.key if page else key].update(dict.fromkeys(f"#{anchor}" for anchor in sorted(missing)))


def _anchors_of(sight: Sight, page: PagePlan) -> frozenset[str]:
    entry = sight.portal.by_key.get(page.key)
    return page_anchors(sight, page).union(_former_anchors(entry) if entry else ())


def _former_anchors(entry: Entry[Content]) -> Iterator[str]:
    return (old[1:] for old in entry.reference.old_paths if old.startswith("#"))


def _look_for_parts(now: _Now) -> Iterator[Problem]:
    """Texts that stand beside others, by their pages; what no entry gave, or what stands elsewhere, is told at once."""
    standing = _standing(now.sight)
    for (pages, lang, part), headings in now.ledger.parts.items():
        family, _, code = pages.partition(":")
        around = _around(now.sight, code)
        if around is None or OPAQUE.match(part):
            continue
        where = {each: standing.get((family, lang, each), _NOWHERE) for each in sorted(anchors_of_part(part, headings))}
        lost = [anchor for anchor, codes in where.items() if around.isdisjoint(codes)]
        if lost and lang == EVERY:
            place = line_of(now.rows(ANCHORS), ANCHORS, pages, lang, part)
            yield Problem("anchor-lost", place, {"anchor": part, "id": part.removeprefix(term_anchor(""))})
        elif lost:
            entry = now.entries.get(entry_key(kind_on(pages) or "", part))
            if entry and where[part] and part in lost:
                yield from _moved(now, entry, code)
            else:
                found = now.lost[entry.key if entry else f"{kind_on(pages)}:{part}"]
                found |= {} if part in now.ids else {permanent_path(part): None}
                found |= dict.fromkeys(f"#{anchor}" for anchor in lost)


def _moved(now: _Now, entry: Entry[Content], code: str) -> Iterator[Problem]:
    """A text that fewer guides show: once, whatever the languages."""
    problem = Problem("part-moved", now.sight.place(entry, "territory"), {"id": entry.id, "code": code})
    if problem not in now.moved:
        now.moved.append(problem)
        yield problem


def _around(sight: Sight, code: str) -> frozenset[str] | None:
    """The territories whose texts stand on the pages of one; of one that has gone, of the one that took it in."""
    if not code:
        return frozenset({""})
    code = sight.portal.former_codes.get(code, code)
    return frozenset(sight.portal.territories.chain(code)) if code in sight.portal.territories else None


def _standing(sight: Sight) -> Mapping[tuple[str, Lang, str], Set[str]]:
    """The territories by which pages show each anchor: by the kind of these pages, language and anchor.

    Of every text that has a file: one that is not shown today may be tomorrow, and its page opens all the same.
    """
    found: dict[tuple[str, Lang, str], set[str]] = defaultdict(set)
    for entry in sight.entries:
        if BY_KIND[entry.kind].paged:
            continue
        family, _, code = standing_on(sight, entry).partition(":")
        former = frozenset(_former_anchors(entry))
        for lang in sight.portal.languages:
            for anchor in former | anchors_of_part(entry.id, part_headings(sight, entry, lang)):
                found[family, lang, anchor].add(code)
        for anchor in former:
            found[family, EVERY, anchor].add(code)
    for (pages, lang, anchor), _ in frame_parts(sight):
        family, _, code = pages.partition(":")
        found[family, lang, anchor].add(code)
    return found


def _told(now: _Now) -> Iterator[Problem]:
    """One problem for each page or text, with all that should lead to it."""
    for key, olds in now.lost.items():
        if not olds:
            continue
        entry = now.entries.get(key)
        kept = dict.fromkeys([*(entry.reference.old_paths if entry else ()), *olds])
        values = {
            "addresses": ", ".join(old if old.startswith("#") else f"/{old}" for old in olds),
            "fixed": f"{FIELD}: [{', '.join(map(in_braces, kept))}]",
            "id": key.partition(":")[2],
        }
        if entry:
            yield Problem("address-lost", _field_place(now.sight, entry), values)
        else:
            code = "address-lost-entry" if is_of_an_entry(key) else "address-lost-page"
            yield Problem(code, _recorded(now, key, next(iter(olds))), values)


def _field_place(sight: Sight, entry: Entry[Content]) -> Place:
    """Where the field that mends it stands, or may stand."""
    keys = sight.document(entry).front.keys
    return next(keys[key] for key in (FIELD, "slug", "id") if key in keys)


def _recorded(now: _Now, key: str, address: str) -> Place:
    """The line of the ledger."""
    if (address, key) in now.ledger.pages:
        return line_of(now.rows(ADDRESSES), ADDRESSES, address, key)
    name = key.partition(":")[2]
    found = next((part for part in now.ledger.parts if part[2] == name), None)
    if found:
        return line_of(now.rows(ANCHORS), ANCHORS, *found)
    of_key = next((page for page in now.ledger.pages if page[1] == key), None)
    return line_of(now.rows(ADDRESSES), ADDRESSES, *of_key) if of_key else Place(ADDRESSES)


def _lost_patterns(now: _Now) -> Iterator[Problem]:
    """The word that begins the addresses of all guides: thousands of pages would have to lead on; those of files."""
    found = patterns(now.sight, now.site)
    for (pattern, kind), names in sorted(now.ledger.patterns.items()):
        known = found.get((pattern, kind))
        place = line_of(now.rows(ADDRESSES), ADDRESSES, pattern, kind)
        lost = {EVERY} if known is None else names - known if kind == FEED else _NOWHERE
        addresses = ", ".join(f"/{pattern.replace(EVERY, name)}" for name in sorted(lost))
        if lost and names:
            yield Problem("files-lost", place, {"addresses": addresses})
        elif lost and kind == GUIDE:  # other pages are led on one by one
            yield Problem("address-lost-page", place, {"addresses": addresses, "fixed": ""})


def _lost_territories(now: _Now) -> Iterator[Problem]:
    """Addresses of territories by their own words, and the codes of those that there are no more."""
    portal, slugs, territories = now.sight.portal, now.sight.portal.slugs, now.sight.portal.territories
    for code, slug in now.ledger.territories:
        if code not in territories:
            if not (slug in portal.former_slugs and code in portal.former_codes):
                values = {"code": code, "table": FORMER, "fixed": f"{slug},…,{code}"}
                yield Problem("territory-lost", line_of(now.rows(TERRITORIES), TERRITORIES, code, slug), values)
        elif slug != slugs[code] and portal.former_slugs.get(slug) != code:
            values = {"name": territories[code].name, "slug": slug, "table": TERRITORY_ADDRESSES}
            place = line_of(now.rows(TERRITORIES), TERRITORIES, code, slug)
            yield Problem("territory-address-lost", place, {**values, "fixed": f"{code},{slug}"})
