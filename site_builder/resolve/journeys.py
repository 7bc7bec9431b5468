"""The steps of an arrival, by territory: what its ancestors and itself write, in the order of their days (F12).

Of several parents of one level, the one named first speaks for the whole territory, as for blocks; a step cannot say
that it is for a part, so that those of the others are left out, and stand in the journeys of the places in that part.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property

from site_builder.model.entry import Entry
from site_builder.model.step import JourneyStep
from site_builder.resolve.territories import Territories

StepEntry = Entry[JourneyStep]


class Journeys:
    """Journeys by territory; nothing is refined on the way down, steps only add up."""

    def __init__(self, steps: Iterable[StepEntry], territories: Territories, root: str) -> None:
        self._territories = territories
        written: dict[str, list[StepEntry]] = defaultdict(list)
        for step in steps:
            written[step.reference.territory or root].append(step)
        self._written: Mapping[str, list[StepEntry]] = written

    def writes(self, code: str) -> bool:
        """Whether the territory writes steps of its own."""
        return code in self._written

    def steps(self, code: str) -> tuple[StepEntry, ...]:
        """The steps of whoever settles in the territory, the earliest first."""
        found = (step for writer in self._writers(code) for step in self._written[writer])
        return tuple(sorted(found, key=lambda step: step.reference.order_key))

    def shared(self, code: str, wider: str) -> bool:
        """Whether the journey of ``wider``, an ancestor, is that of the territory as well, but for its own steps."""
        return set(self._writers(code)) - {code} == set(self._writers(wider))

    def follow(self, code: str) -> bool:
        """Whether the territory writes no step of its own, and one of its ancestors has the same journey."""
        return code not in self._written and self._territories.line(code)[:-1] in self._followed

    @cached_property
    def _followed(self) -> frozenset[tuple[str, ...]]:
        """What stands above territories, of which thousands have the same, where one of it writes for all."""
        lines = {self._territories.line(territory.code)[:-1] for territory in self._territories}
        return frozenset(line for line in lines if any(self._writes_all(each, line) for each in line))

    def _writes_all(self, code: str, line: tuple[str, ...]) -> bool:
        return set(self._writers(code)) == self._written.keys() & set(line)

    def _writers(self, code: str) -> tuple[str, ...]:
        return tuple(each for each in self._territories.line(code) if each in self._written)
