"""What `make bench` found, and the marks it is held against."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from benchmarks.measure import Size, Usage

MOST_SECONDS = 15.0
MOST_MEGABYTES = 400.0
STEEPER = 1.1
"""Times may differ by a tenth between two runs of the same build."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One size of portal, built into a fresh tree: the median of its runs, and the least seconds of processor."""

    territories: int
    pages: int
    usage: Usage
    least_cpu: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """Something to be under."""

    name: str
    measured: str
    met: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """One run of the benchmarks on one machine."""

    date: str
    cores: int
    processor: str
    python: str
    system: str
    load: float
    runs: int
    size: Size
    fresh: Usage
    reused: Usage
    steps: Sequence[Step]

    def marks(self) -> Iterator[Mark]:
        """Each mark, and whether it is met."""
        yield Mark(
            name=f"the whole region into a fresh tree in at most {MOST_SECONDS:.0f} s",
            measured=f"{self.fresh.wall:.1f} s",
            met=self.fresh.wall <= MOST_SECONDS,
        )
        peak = max(self.fresh.peak_mb, self.reused.peak_mb)
        yield Mark(
            name=f"no process over {MOST_MEGABYTES:.0f} MB",
            measured=f"{peak:.0f} MB",
            met=peak <= MOST_MEGABYTES,
        )
        first, second = self.added_pages_ms()
        yield Mark(
            name="a page added to a large portal costs no more than one added to a small portal",
            measured=f"{second:.2f} ms against {first:.2f} ms",
            met=second <= first * STEEPER,
        )

    def added_pages_ms(self) -> tuple[float, float]:
        """Milliseconds of processor for each page added to the small portal, and to the middle one."""
        small, middle, large = self.steps
        return added_page_ms(small, middle), added_page_ms(middle, large)


def added_page_ms(before: Step, after: Step) -> float:
    """Milliseconds of processor for each page that the larger portal has more, in the least disturbed runs."""
    return 1000 * (after.least_cpu - before.least_cpu) / (after.pages - before.pages)
