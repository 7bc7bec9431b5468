"""Which territories touch: tables know neighbours of the nearest level only."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from site_builder.resolve.territories import Territories


def touching(territories: Territories, neighbours: Mapping[str, Sequence[str]]) -> Mapping[str, tuple[str, ...]]:
    """By code, the territories of the same level of which a member touches one of its own."""
    found = defaultdict[str, set[str]](set)
    for code, others in neighbours.items():
        above = territories.chain(code)[:-1] if code in territories else ()
        for other in others:
            beyond = territories.chain(other)[:-1] if other in territories else ()
            if above != beyond:
                _join(territories, found, above, beyond)
    return {code: tuple(sorted(others)) for code, others in found.items()}


def _join(territories: Territories, found: dict[str, set[str]], above: Sequence[str], beyond: Sequence[str]) -> None:
    """A territory that both lie in touches nobody there."""
    for one in above:
        for other in beyond:
            if territories[one].level == territories[other].level and one not in beyond and other not in above:
                found[one].add(other)
                found[other].add(one)
