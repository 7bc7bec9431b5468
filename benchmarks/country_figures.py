"""What `make bench-country` found, the marks it is held against, and its table in docs/performance.md."""

from collections.abc import Iterator
from dataclasses import dataclass

from benchmarks.figures import Mark
from benchmarks.machine import Found
from benchmarks.measure import Usage

MOST_SECONDS = 30.0
MOST_MEGABYTES = 1000.0
STEEPER = 1.2
"""Two runs of one build may differ by a tenth."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CountryStep:
    """One size of country: the median of its runs, the processor's seconds of the least disturbed one.

    ``together_mb``: the most memory that all processes held together, in any run; 0 where the system does not tell.
    """

    communes: int
    territories: int
    pages: int
    files: int
    bytes: int
    usage: Usage
    least_cpu: float
    together_mb: float

    @property
    def page_ms(self) -> float:
        """Milliseconds of processor for each page."""
        return 1000 * self.least_cpu / self.pages


@dataclass(frozen=True, slots=True, kw_only=True)
class CountryFigures(Found):
    """A country of the region's size, then the whole one, on one machine."""

    runs: int
    region: CountryStep
    whole: CountryStep

    def marks(self) -> Iterator[Mark]:
        """Each mark, and whether it is met."""
        whole, region = self.whole, self.region
        yield Mark(
            name=f"{whole.communes:,} communes in at most {MOST_SECONDS:.0f} s",
            measured=f"{whole.usage.wall:.1f} s",
            met=whole.usage.wall <= MOST_SECONDS,
        )
        yield Mark(
            name=f"in at most {MOST_MEGABYTES:,.0f} MB, all processes together",
            measured=f"{whole.together_mb:,.0f} MB",
            met=whole.together_mb <= MOST_MEGABYTES,
        )
        yield Mark(
            name=f"a page costs what it costs among {region.communes:,} communes, within {STEEPER - 1:.0%}",
            measured=f"{whole.page_ms:.2f} ms against {region.page_ms:.2f} ms",
            met=whole.page_ms <= region.page_ms * STEEPER,
        )


def country_table(figures: CountryFigures) -> str:
    """Markdown: where and when, both sizes, marks."""
    return "\n".join((*_about(figures), "", *_sizes(figures), "", *_marks(figures)))


def _about(figures: CountryFigures) -> Iterator[str]:
    yield f"{figures.where} Median of {figures.runs} runs, into a fresh tree."


def _sizes(figures: CountryFigures) -> Iterator[str]:
    yield "| communes | pages | files | size | wall | user + sys, least | a page | largest process | all together |"
    yield "|---:|---:|---:|---:|---:|---:|---:|---:|---:|"
    for step in (figures.region, figures.whole):
        yield (
            f"| {step.communes:,} | {step.pages:,} | {step.files:,} | {step.bytes / 1e6:,.0f} MB "
            f"| {step.usage.wall:.1f} s | {step.least_cpu:.1f} s | {step.page_ms:.2f} ms "
            f"| {step.usage.peak_mb:,.0f} MB | {step.together_mb:,.0f} MB |"
        )


def _marks(figures: CountryFigures) -> Iterator[str]:
    for mark in figures.marks():
        yield f"- {'met' if mark.met else '**not met**'}: {mark.name} ({mark.measured})"
