"""What `make bench` found, and the marks it is held against."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from benchmarks.machine import Found
from benchmarks.measure import Size, Usage

MOST_SECONDS, MOST_SECONDS_AGAIN, MOST_SECONDS_UNCHANGED = 10.0, 6.0, 0.5
"""Of a build into a fresh tree on disk; over a tree that is there, or in memory; of one that has nothing to do."""
MOST_SECONDS_OF_A_CONTACT = 0.9
MOST_MEGABYTES = 300.0
MOST_PAPER_SECONDS = 30.0
MOST_PACK_BYTES = 400_000
STEEPER = 1.2
"""Two runs of one build may differ by a tenth, and a difference of two figures doubles what is wrong with them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One size of portal, built into a fresh tree in memory: the median of its runs, and its least disturbed run."""

    territories: int
    pages: int
    usage: Usage
    least_cpu: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """What the printed guides add to a build into a reused tree: nothing kept from before, then all of it."""

    files: int
    largest: int
    """Bytes."""
    cold: Usage
    warm: Usage


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """Something to be under."""

    name: str
    measured: str
    met: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures(Found):
    """One run of the benchmarks on one machine."""

    runs: int
    size: Size
    fresh: Usage
    reused: Usage
    memory: Usage
    unchanged: Usage
    contact: Usage
    """After an edit of one town hall's telephone number."""
    block: Usage
    """After an edit of a text that all guides of the region show."""
    steps: Sequence[Step]
    paper: Paper

    def marks(self) -> Iterator[Mark]:
        """Each mark, and whether it is met."""
        for place, usage, most in (
            ("the whole region into a fresh tree", self.fresh, MOST_SECONDS),
            ("into a reused tree", self.reused, MOST_SECONDS_AGAIN),
            ("in memory", self.memory, MOST_SECONDS_AGAIN),
            ("where nothing has changed", self.unchanged, MOST_SECONDS_UNCHANGED),
            ("after an edit of one contact", self.contact, MOST_SECONDS_OF_A_CONTACT),
        ):
            name, measured = f"{place} in at most {most:g} s", f"{usage.wall:.1f} s"
            yield Mark(name=name, measured=measured, met=usage.wall <= most)
        yield Mark(
            name="after an edit of a text of all guides no slower than with nothing kept",
            measured=f"{self.block.wall:.1f} s against {self.reused.wall:.1f} s",
            met=self.block.wall <= self.reused.wall,
        )
        peak = max(self.fresh.peak_mb, self.reused.peak_mb)
        yield Mark(
            name=f"no process over {MOST_MEGABYTES:.0f} MB",
            measured=f"{peak:.0f} MB",
            met=peak <= MOST_MEGABYTES,
        )
        added = self.paper.cold.wall - self.reused.wall
        yield Mark(
            name=f"{self.paper.files} printed guides in at most {MOST_PAPER_SECONDS:.0f} s",
            measured=f"{added:.1f} s more than a build without them",
            met=added <= MOST_PAPER_SECONDS,
        )
        yield Mark(
            name=f"none of them over {MOST_PACK_BYTES:,} bytes",
            measured=f"{self.paper.largest:,} bytes",
            met=self.paper.largest <= MOST_PACK_BYTES,
        )
        small, half, large = self.steps
        first, added = 1000 * small.least_cpu / small.pages, added_page_ms(small, large)
        yield Mark(
            name=f"pages added to {small.territories} territories cost no more each than the first ones",
            measured=f"{added:.2f} ms against {first:.2f} ms",
            met=added <= first,
        )
        early, late = added_page_ms(small, half), added_page_ms(half, large)
        yield Mark(
            name=f"nor those of the second half more than those of the first, within {STEEPER - 1:.0%}",
            measured=f"{late:.2f} ms against {early:.2f} ms",
            met=late <= early * STEEPER,
        )


def added_page_ms(before: Step, after: Step) -> float:
    """Milliseconds of processor for each page that the larger portal has more."""
    return 1000 * (after.least_cpu - before.least_cpu) / (after.pages - before.pages)
