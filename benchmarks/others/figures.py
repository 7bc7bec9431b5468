"""What `make bench-others` found, and the marks it is held against."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from benchmarks.figures import Mark
from benchmarks.machine import Found
from benchmarks.measure import Usage

OURS = "ours"
MOST_OF_HUGO = 0.5
LEAST_TIMES_MATERIAL = 40.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Ratio:
    """How many times as long as ours a generator took: the median of the rounds, the least and the most."""

    middle: float
    least: float
    most: float

    def __str__(self) -> str:
        return f"{_times(self.middle)} ({_times(self.least)}–{_times(self.most)})"


def _times(ratio: float) -> str:
    return f"{ratio:.0f}" if ratio >= 10 else f"{ratio:.2f}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Paired:
    """Builds of the same guides by ours and by others, in rounds: each round builds with every one of them.

    ``place``: memory or disk; ``rounds``: by generator.
    """

    place: str
    territories: int
    pages: int
    rounds: Sequence[dict[str, Usage]]

    @property
    def generators(self) -> Sequence[str]:
        """Others, in the order they were built in."""
        return [name for name in self.rounds[0] if name != OURS]

    def usages(self, name: str) -> Sequence[Usage]:
        return [each[name] for each in self.rounds]

    def ratio(self, name: str) -> Ratio:
        """Of the time on the clock, round by round: what disturbs a round disturbs both."""
        ratios = [each[name].wall / each[OURS].wall for each in self.rounds]
        return Ratio(middle=median(ratios), least=min(ratios), most=max(ratios))


@dataclass(frozen=True, slots=True, kw_only=True)
class Sameness:
    """What comparing the pages of a generator with ours found."""

    generator: str
    pages: int
    bytes: float
    """Theirs, of all that was compared, for each of ours."""
    differences: Sequence[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison(Found):
    """One comparison on one machine. ``versions``: by generator; ``titles``: what each is called.

    ``before``: what ours, and Hugo, take before the first page: ours from the editors' files on, Hugo to read the data.
    """

    titles: dict[str, str]
    versions: dict[str, str]
    before: dict[str, Usage]
    same: Sequence[Sameness]
    paired: Sequence[Paired]
    missing: Sequence[str]
    """Why a generator was not measured."""

    def whole(self, generator: str) -> Sequence[Paired]:
        """The builds of all guides with that generator, in memory, on disk."""
        most = max(paired.territories for paired in self.paired)
        return [each for each in self.paired if each.territories == most and generator in each.generators]

    def pages_alone(self, generator: str) -> tuple[float, float]:
        """Seconds on the clock, in memory, of ours and of a generator, less what passes before the first page."""
        paired = self.whole(generator)[0]
        ours, theirs = (
            median(usage.wall for usage in paired.usages(name)) - self.before[name].wall for name in (OURS, generator)
        )
        return ours, theirs

    def marks(self) -> Iterator[Mark]:
        """Each mark, and whether it is met; what was not measured meets none."""
        for reason in self.missing:
            yield Mark(name="every generator is measured", measured=reason, met=False)
        for same in self.same:
            yield Mark(
                name=f"{self.titles[same.generator]} builds the same pages",
                measured=f"{same.pages:,} compared, {len(same.differences)} differences",
                met=not same.differences,
            )
        for paired in self.whole("hugo"):
            ratio = paired.ratio("hugo")
            yield Mark(
                name=f"guides in at most {MOST_OF_HUGO:.1f} of Hugo’s time, {paired.place}",
                measured=f"{1 / ratio.middle:.2f}",
                met=1 / ratio.middle <= MOST_OF_HUGO,
            )
        for paired in self.whole("material"):
            ratio = paired.ratio("material")
            yield Mark(
                name=f"guides at least {LEAST_TIMES_MATERIAL:.0f} times as fast as Material for MkDocs",
                measured=f"{ratio.middle:.1f}",
                met=ratio.middle >= LEAST_TIMES_MATERIAL,
            )
