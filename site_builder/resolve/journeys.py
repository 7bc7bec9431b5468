"""The steps of an arrival, by territory: what its ancestors and itself write, in the order of their days (F12).

Of several parents of one level, the one named first speaks for the whole territory, as for blocks; a step cannot say
that it is for a part, so that those of the others are left out, and stand in the journeys of the places in that part.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping

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

    def _writers(self, code: str) -> tuple[str, ...]:
        return tuple(each for each in self._territories.line(code) if each in self._written)
