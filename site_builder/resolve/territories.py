"""The territory tree: who contains whom, in which order, and how to find a place by what people type."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from site_builder.model.slugs import fold
from site_builder.model.territory import Territory


class Territories:
    """All territories by code. Levels are data, from the widest to the nearest; nothing counts to four.

    A territory may have several parents. One that names a parent at some level has only the parents it names there:
    a commune belongs to its own département, whatever other département its intercommunality also lies over.
    """

    def __init__(self, territories: Iterable[Territory], levels: Sequence[str]) -> None:
        self.levels = tuple(levels)
        self._rank = {level: rank for rank, level in enumerate(self.levels)}
        self.by_code: Mapping[str, Territory] = {t.code: t for t in territories}
        children: dict[str, list[Territory]] = defaultdict(list)
        for territory in self.by_code.values():
            for parent in territory.parents:
                children[parent].append(territory)
        self._children = {code: tuple(sorted(below, key=_by_name)) for code, below in children.items()}
        self._chains = dict(self._all_chains())
        self._lines = {code: self._line(chain) for code, chain in self._chains.items()}

    def __getitem__(self, code: str) -> Territory:
        return self.by_code[code]

    def __contains__(self, code: object) -> bool:
        return code in self.by_code

    def __iter__(self) -> Iterator[Territory]:
        return iter(self.by_code.values())

    def __len__(self) -> int:
        return len(self.by_code)

    def rank(self, territory: Territory) -> int:
        """0 for the widest level."""
        return self._rank.get(territory.level, len(self.levels))

    @property
    def nearest_level(self) -> str:
        """The level of the places that people live in."""
        return self.levels[-1]

    def is_nearest(self, territory: Territory) -> bool:
        """Whether it is a place that people live in, and nothing lies in it."""
        return territory.level == self.nearest_level

    def is_inside(self, territory: Territory) -> bool:
        """Whether it is such a place, of a portal that also has wider territories."""
        return self.is_nearest(territory) and len(self.levels) > 1

    def children(self, code: str, level: str | None = None) -> tuple[Territory, ...]:
        """The territories that name ``code`` as a parent, by name; those of one level when it is given."""
        below = self._children.get(code, ())
        return tuple(t for t in below if t.level == level) if level else below

    def chain(self, code: str) -> tuple[str, ...]:
        """Codes from the widest ancestor down to the territory itself: the order in which blocks are refined.

        At one level, the parent named first comes last: its word wins.
        """
        return self._chains[code]

    def _all_chains(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """By code. Places in which nothing lies and that name the same parents have the same ancestors."""
        by_parents: dict[tuple[str, ...], tuple[str, ...]] = {}
        for code, territory in self.by_code.items():
            if code in self._children:  # it may be its own ancestor, by mistake
                above = self._above(territory)
            else:
                above = by_parents.get(territory.parents) or self._above(territory)
                by_parents[territory.parents] = above
            yield code, (*above, code)

    def _above(self, territory: Territory) -> tuple[str, ...]:
        named: dict[str, list[str]] = defaultdict(list)
        self._collect(territory, named, frozenset())
        ordered = [ancestor for level in self.levels for ancestor in reversed(named.get(level, []))]
        return tuple(ancestor for ancestor in ordered if ancestor != territory.code)

    def _collect(self, territory: Territory, named: dict[str, list[str]], seen: frozenset[str]) -> None:
        own_levels = {self.by_code[p].level for p in territory.parents if p in self.by_code}
        closed = {level for level in own_levels if level in named}
        for parent_code in territory.parents:
            parent = self.by_code.get(parent_code)
            if parent and parent.level not in closed and parent.code not in named[parent.level]:
                named[parent.level].append(parent.code)
        for parent_code in territory.parents:
            parent = self.by_code.get(parent_code)
            if parent and parent_code not in seen and parent.level not in closed:
                self._collect(parent, named, seen | {territory.code})

    def line(self, code: str) -> tuple[str, ...]:
        """Codes from the widest ancestor down to the territory itself, one a level: of several, the one named first."""
        return self._lines[code]

    def _line(self, chain: tuple[str, ...]) -> tuple[str, ...]:
        last_of_level = {self.by_code[ancestor].level: ancestor for ancestor in chain[:-1]}
        return (*last_of_level.values(), chain[-1])

    def ancestors(self, code: str) -> tuple[Territory, ...]:
        """From the widest to the nearest, the territory itself left out."""
        return tuple(self.by_code[ancestor] for ancestor in self.chain(code)[:-1])

    def inside(self, code: str, level: str) -> tuple[Territory, ...]:
        """The territories of one level that lie in the territory, by name."""
        return self._inside.get((code, level), ())

    def members(self, code: str) -> tuple[Territory, ...]:
        """Those of the nearest level."""
        return self.inside(code, self.nearest_level)

    @cached_property
    def _inside(self) -> Mapping[tuple[str, str], tuple[Territory, ...]]:
        inside: dict[tuple[str, str], list[Territory]] = defaultdict(list)
        for territory in sorted(self, key=_by_name):
            for ancestor in self.chain(territory.code)[:-1]:
                inside[ancestor, territory.level].append(territory)
        return {key: tuple(below) for key, below in inside.items()}

    @cached_property
    def _members(self) -> Mapping[str, tuple[Territory, ...]]:
        return {code: below for (code, level), below in self._inside.items() if level == self.nearest_level}

    def largest_member(self, code: str) -> Territory | None:
        """The most populated of the territory's members; of equal ones, the first by name.

        None where somebody's population is not known: nobody could tell who is the largest.
        """
        return self._largest.get(code)

    @cached_property
    def _largest(self) -> Mapping[str, Territory]:
        known = {code: members for code, members in self._members.items() if _all_counted(members)}
        return {code: max(members, key=lambda t: t.population or 0) for code, members in known.items()}

    def ranks(self, code: str) -> Mapping[str, int]:
        """The members by population, 1 for the largest; equal ones share a rank.

        Empty where somebody's population is not known: no rank would be true.
        """
        return self._ranks.get(code, {})

    @cached_property
    def _ranks(self) -> Mapping[str, Mapping[str, int]]:
        return {code: _ranked(members) for code, members in self._members.items()}

    def widest_parent(self, code: str) -> str | None:
        """The parent of the widest level; of one level, the one named first."""
        parents = [parent for parent in self[code].parents if parent in self]
        return min(parents, key=lambda parent: self.rank(self[parent])) if parents else None

    @cached_property
    def homonyms(self) -> frozenset[str]:
        """Codes of the territories that share their name with another, but for the only one of its widest level.

        Of a département and a commune called Landes, the commune; of two communes called Saint-Sauveur, both.
        """
        by_name: dict[str, list[Territory]] = defaultdict(list)
        for territory in self:
            by_name[fold(territory.name)].append(territory)
        return frozenset(t.code for same in by_name.values() if len(same) > 1 for t in self._but_the_widest(same))

    def _but_the_widest(self, same: Sequence[Territory]) -> Sequence[Territory]:
        widest, *others = sorted(same, key=self.rank)
        return others if self.rank(widest) < self.rank(others[0]) else same

    @cached_property
    def _by_postal_code(self) -> Mapping[str, tuple[Territory, ...]]:
        found: dict[str, list[Territory]] = defaultdict(list)
        for territory in self:
            for postal_code in territory.postal_codes:
                found[postal_code].append(territory)
        return {code: tuple(sorted(places, key=_by_population)) for code, places in found.items()}

    def search(self, typed: str, limit: int = 10) -> tuple[Territory, ...]:
        """Places for what a person typed: a postal code first, then an official code, then a name without accents.

        A code may stand beside a name (``33000 Bordeaux``), and what the place belongs to after it (``Dax, Landes``).
        """
        query = _DIGITS_APART.sub("", _searched(typed))
        coded = self._coded(query.replace(" ", "").upper())
        if coded or not query:
            return coded[:limit]
        number = next((word for word in query.split() if word.isdecimal()), None)
        ranked = list(self._named(query, self, typed.strip()))
        if number and not ranked:
            name = " ".join(word for word in query.split() if word != number)
            ranked = list(self._named(name, self._coded(number), "")) if name else []
        ranked.sort(key=lambda pair: (pair[0], -(pair[1].population or 0), pair[1].name))
        return tuple(territory for _, territory in ranked[:limit])

    def _coded(self, code: str) -> tuple[Territory, ...]:
        """The places of a postal code, the largest first, then the one of that official code."""
        if not code[:1].isdigit():
            return ()
        by_post = self._by_postal_code.get(code, ())
        official = self.by_code.get(code)
        return by_post if official is None or official in by_post else (*by_post, official)

    def _named(self, query: str, places: Iterable[Territory], code: str) -> Iterator[tuple[int, Territory]]:
        for place in places:
            score = _match(query, place, code)
            if score is None and " " in query:
                score = self._match_within(query, place)
            if score is not None:
                yield score, place

    def _match_within(self, query: str, territory: Territory) -> int | None:
        """As ``_match`` for a name followed by the beginning of a wider place's: ``dax landes``."""
        name, words = _searched(territory.name), query.split()
        if f" {words[0]}" not in f" {name}":
            return None
        wider = [_searched(ancestor.name) for ancestor in self.ancestors(territory.code)]
        for cut in range(1, len(words)):
            own, rest = " ".join(words[:cut]), " ".join(words[cut:])
            if f" {own}" in f" {name}" and any(above.startswith(rest) for above in wider):
                return 0 if own == name else 3
        return None


_DIGITS_APART = re.compile(r"(?<=\d) (?=\d)")
"""Where people part a postal code: ``33 000``."""
_SAINT = re.compile(r"\bst(e?)\b")


def _searched(text: str) -> str:
    """As the finder compares names (theme/assets/js/portail/words.js): ``St-Vincent`` and ``Saint Vincent`` are one."""
    return _SAINT.sub(r"saint\1", fold(text))


def _match(query: str, territory: Territory, code: str) -> int | None:
    """0: the code or the name itself; 1: its beginning; 2: the beginning of one of its words; None: no match."""
    name = _searched(territory.name)
    if name == query or territory.code == code:
        return 0
    if name.startswith(query):
        return 1
    return 2 if f" {query}" in f" {name}" else None


def _ranked(members: Iterable[Territory]) -> dict[str, int]:
    populations = {member.code: member.population for member in members}
    known = sorted((population for population in populations.values() if population is not None), reverse=True)
    if len(known) < len(populations):
        return {}
    first: dict[int | None, int] = {}
    for rank, population in enumerate(known, start=1):
        first.setdefault(population, rank)
    return {code: first[population] for code, population in populations.items()}


def _all_counted(members: Iterable[Territory]) -> bool:
    return all(member.population is not None for member in members)


def _by_name(territory: Territory) -> tuple[str, str]:
    return (fold(territory.name), territory.code)


def _by_population(territory: Territory) -> tuple[int, str]:
    return (-(territory.population or 0), territory.name)
