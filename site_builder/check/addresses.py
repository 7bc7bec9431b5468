"""Two territories at one address: of a place and its new homonym, a person must say which one moves."""

from collections import defaultdict
from collections.abc import Iterator

from site_builder.check.sight import Sight
from site_builder.model.slugs import slugify
from site_builder.problems import Place, Problem
from site_builder.validate.addresses import ADDRESSES
from site_builder.validate.open_data import TERRITORY_TABLES


def shared_addresses(sight: Sight) -> Iterator[Problem]:
    """Who has an address in writing keeps it; where nobody has, only a person knows which one is printed."""
    taken = set(sight.portal.slugs.values())
    for address, codes in _takers(sight).items():
        keeper, *others = sorted(codes, key=lambda code: not _in_writing(sight, code))
        keeps = _in_writing(sight, keeper)
        other_fixed = "" if keeps else _line(sight, keeper, taken)
        for code in others:
            own = _own_place(sight, code)
            values = {
                "address": address,
                "code": code,
                "name": sight.portal.territories[code].name,
                "other": keeper,
                "other_name": sight.portal.territories[keeper].name,
                "file": own.path if own else ADDRESSES,
                "fixed": _line(sight, code, taken),
                "other_fixed": other_fixed,
            }
            yield Problem("address-taken" if keeps else "address-shared", _place(sight, code), values)


def _takers(sight: Sight) -> dict[str, list[str]]:
    """The addresses that several territories have."""
    takers: dict[str, list[str]] = defaultdict(list)
    for code, slug in sight.portal.slugs.items():
        takers[slug].append(code)
    return {slug: codes for slug, codes in takers.items() if len(codes) > 1}


def _in_writing(sight: Sight, code: str) -> bool:
    return bool(sight.portal.territories[code].slug) or code in sight.records.open_data.addresses


def _line(sight: Sight, code: str, taken: set[str]) -> str:
    """What to write for an address of its own, which no other line proposes any more.

    Its name and what the territory lies in; its name and its own code where that is taken too.
    """
    slug = sight.portal.slugs[code]
    wider = sight.portal.territories.widest_parent(code)
    longer = [f"{slug}-{slugify(each)}" for each in (wider, code) if each]
    free = next((each for each in longer if each not in taken), f"{slug}-…")
    taken.add(free)
    return f"slug: {free}" if _own_place(sight, code) else f"{code},{free}"


def _place(sight: Sight, code: str) -> Place:
    """The line that gives the territory its address, or else the territory."""
    return _own_place(sight, code) or _row_place(sight, code)


def _own_place(sight: Sight, code: str) -> Place | None:
    """Where data/territories/ writes the territory's slug, or else its code; None for one of the tables."""
    placed = next((placed for placed in sight.records.data.territories if placed.record.code == code), None)
    if placed is None:
        return None
    return placed.place("slug" if placed.record.slug else "code")


def _row_place(sight: Sight, code: str) -> Place:
    tables = sight.records.sources.tables
    rows = ((path, row) for path in (ADDRESSES, *sorted(TERRITORY_TABLES)) for row in tables.get(path, ()))
    path, row = next((path, row) for path, row in rows if row.get("code") == code)
    return row.place(path, "slug" if path == ADDRESSES else "code")
