"""What was published and is not any more, while its file says so: its addresses lead to a page that says no more."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from site_builder.model.consent import OPAQUE
from site_builder.model.entry import Content, Entry, entry_key
from site_builder.model.ledger import Ledger
from site_builder.model.registry import BY_KIND

PART_OF = {"guide": "block", "journey": "step", "easy": "easy", "children": "child", "proofs": "proof"}
"""Pages that show several texts, and of what kind these are; the page that lists a kind shows its texts as well."""

KEYS = {"news-list": "news"}
"""The key of a page, where the ledger calls it otherwise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawn:
    """``addresses``: where pages of it were; ``stood_on``: the key of a page that showed it, where it had none."""

    kind: str
    id: str
    addresses: tuple[str, ...] = ()
    stood_on: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """What else the ledger knows: ``pages`` of no entry, address and key; those that territories had beside a guide.

    ``territories``: code, what stood for it in addresses, kinds of pages; ``patterns``: addresses of these, and kind;
    ``files``: addresses of files with a star, their kind, their names.
    """

    pages: tuple[tuple[str, str], ...] = ()
    patterns: tuple[tuple[str, str], ...] = ()
    files: tuple[tuple[str, str, frozenset[str]], ...] = ()
    territories: tuple[tuple[str, str, frozenset[str]], ...] = ()


NOTHING_RECORDED = Recorded()


def recorded(ledger: Ledger) -> Recorded:
    """Of the ledger, what the plan needs: pages that come and go with what they show."""
    return Recorded(
        pages=tuple(sorted(page for page in ledger.pages if not is_of_an_entry(page[1]))),
        patterns=tuple(sorted(pattern for pattern, names in ledger.patterns.items() if not names)),
        files=tuple(sorted((*pattern, frozenset(names)) for pattern, names in ledger.patterns.items() if names)),
        territories=tuple((*each, frozenset(kinds)) for each, kinds in ledger.territories.items() if kinds),
    )


def is_of_an_entry(key: str) -> bool:
    """Whether a page is that of an entry."""
    kind, _, name = key.partition(":")
    return bool(name) and kind in BY_KIND


def withdrawn(
    ledger: Ledger, entries: Iterable[Entry[Content]], published: Mapping[str, Entry[Content]]
) -> tuple[Withdrawn, ...]:
    """Entries of the ledger that are archived, over, or drafts again; whoever had a neutral id, without a file too.

    What another entry has taken over (``old_paths``) is that one's.
    """
    if ledger.is_empty:
        return ()
    hidden = {entry.key for entry in entries} - published.keys()
    taken = {f"{old.strip('/')}/" for entry in published.values() for old in entry.reference.old_paths}
    found: dict[str, list[str]] = defaultdict(list)
    for address, key in ledger.pages:
        name = key.partition(":")[2]
        if is_of_an_entry(key) and _has_left(key, name, hidden, published):
            found[key] += [address] if address not in taken else []
    paged = [
        Withdrawn(kind=key.partition(":")[0], id=key.partition(":")[2], addresses=tuple(sorted(addresses)))
        for key, addresses in found.items()
    ]
    parts = {
        name: Withdrawn(kind=its, id=name, stood_on=KEYS.get(pages, pages))
        for pages, _, name in ledger.parts
        if (its := kind_on(pages)) and _has_left(entry_key(its, name), name, hidden, published)
    }
    return tuple(sorted((*paged, *parts.values()), key=lambda each: (each.kind, each.id)))


def kind_on(pages: str) -> str | None:
    """The kind of the texts that such pages show."""
    family = pages.partition(":")[0]
    kind = PART_OF.get(family) or family.removesuffix("-list")
    return kind if kind in BY_KIND and not BY_KIND[kind].paged else None


def _has_left(key: str, name: str, hidden: set[str], published: Mapping[str, object]) -> bool:
    return key in hidden or (OPAQUE.match(name) is not None and key not in published)
