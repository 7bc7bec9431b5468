"""The territory tree: everybody is inside the portal's own territory, and seats are territories."""

from collections.abc import Iterator

from site_builder.check.references import unknown_territory
from site_builder.check.sight import Sight
from site_builder.load.yaml_mistakes import quoted
from site_builder.model.territory import Territory
from site_builder.problems import Problem
from site_builder.validate.data_files import Placed


def territories_apart(sight: Sight) -> Iterator[Problem]:
    """A territory from which no chain of parents leads to the portal's own: no page would lead to its guide.

    Of a chain, the widest is told: once it is inside, those below it are.
    """
    territories, root = sight.portal.territories, sight.portal.settings.territory
    if root not in territories:  # told by itself
        return
    for placed in sight.records.data.territories:
        territory = placed.record
        parents_known = all(parent in territories for parent in territory.parents)
        widest = parents_known and not any(_apart(sight, parent) for parent in territory.parents)
        if widest and _apart(sight, territory.code) and territories[territory.code] is territory:
            yield _told(sight, placed, territories[root])


def unknown_seats(sight: Sight) -> Iterator[Problem]:
    """A seat that the portal does not have."""
    for placed in sight.records.data.territories:
        seat = placed.record.seat
        if seat is not None:
            yield from unknown_territory(sight, seat, placed.place("seat"), "seat")


def _apart(sight: Sight, code: str) -> bool:
    """Whether a territory is neither inside the portal's own, nor above it."""
    territories, root = sight.portal.territories, sight.portal.settings.territory
    return root not in territories.chain(code) and code not in territories.chain(root)


def _told(sight: Sight, placed: Placed[Territory], root: Territory) -> Problem:
    territory, territories = placed.record, sight.portal.territories
    place = placed.place("parents" if territory.parents else "code")
    values = {"name": territory.name, "root": root.code, "root_name": root.name}
    if territories.rank(territory) <= territories.rank(root):
        return Problem("territory-beside", place, values)
    parents = ", ".join(quoted(code) for code in (*territory.parents, root.code))
    return Problem("territory-apart", place, {**values, "fixed": f"parents: [{parents}]"})
