"""Which territories touch: tables know neighbours of the nearest level only."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from site_builder.resolve.territories import Territories


def touching(territories: Territories, neighbours: Mapping[str, Sequence[str]]) -> Mapping[str, tuple[str, ...]]:
    """By code, the territories of the same level of which a member touches one of its own."""
    above = {code: territories.chain(code)[:-1] if code in territories else () for code in _named(neighbours)}
    borders = {(above[code], above[other]) for code, others in neighbours.items() for other in others}
    found = defaultdict[str, set[str]](set)
    for one, other in borders:
        if one != other:
            _join(territories, found, one, other)
    return {code: tuple(sorted(found[code])) for code in sorted(found)}


def _named(neighbours: Mapping[str, Sequence[str]]) -> frozenset[str]:
    return frozenset(neighbours).union(*neighbours.values())


def _join(territories: Territories, found: dict[str, set[str]], above: Sequence[str], beyond: Sequence[str]) -> None:
    """A territory that both lie in touches nobody there."""
    for one in above:
        for other in beyond:
            if territories[one].level == territories[other].level and one not in beyond and other not in above:
                found[one].add(other)
                found[other].add(one)
