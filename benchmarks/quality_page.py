"""What `make quality` found, the marks it is held against, and docs/quality.md."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from benchmarks.lighthouse_scores import Scores
from benchmarks.reading import PageFigures, StateFigures
from tests.browser import budgets

LEAST_SCORES = {"performance": 99, "accessibility": 100, "best-practices": 100, "seo": 100}
PARTS = ("html", "style", "script", "typefaces", "drawings", "pictures", "other")
HEAD = """\
# What readers meet

`make quality` measures this on your machine and rewrites this page; the figures of each day are in
[benchmarks/results](../benchmarks/results). Bytes are those of the first view, compressed as a static host sends them
(gzip), in a browser that has never been here; everything that the browser asks for is counted, typefaces included.
Requests, bytes, layout shift and axe are what `make test` holds every page kind to as well
([budgets](../tests/browser/budgets.py)); Lighthouse's times depend on the machine, and on what else it does.

Measured on the cut demonstration (20 communes, as the browser tests have it) unless a line says “whole region”: that is
the portal of all territories, as it was built into `site/`.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class QualityMark:
    """Something to be under, or to reach. ``met`` is None where it was not measured."""

    name: str
    measured: str = ""
    met: bool | None

    @property
    def state(self) -> str:
        """In words."""
        return "not measured" if self.met is None else "met" if self.met else "not met"

    def __str__(self) -> str:
        return f"{self.name} ({self.measured})" if self.measured else self.name


@dataclass(frozen=True, slots=True, kw_only=True)
class QualityFigures:
    """One run of the measurements on one machine. ``valid``: pages read by the Nu validator, and what it said."""

    date: str
    cores: int
    python: str
    system: str
    browser: str
    load: float
    pages: Sequence[PageFigures]
    states: Sequence[StateFigures]
    first_search: dict[str, int]
    region_pages: Sequence[PageFigures]
    region_search: dict[str, int]
    valid: tuple[int, int] | None
    lighthouse: Sequence[Scores]

    def marks(self) -> Iterator[QualityMark]:
        """Each mark, and whether it is met."""
        yield from _weights("", self.pages, self.first_search)
        yield from _weights("whole region, ", self.region_pages, self.region_search)
        shift = max(it.shift for it in self.pages)
        yield QualityMark(name="nothing moves while a page loads", measured=f"{shift:.4f}", met=shift == 0)
        over = [it.key for it in self.pages if len(it.requests) > budgets.most_requests(it.key)]
        few = f"at most {budgets.REQUESTS} requests, {budgets.REQUESTS_WITH_CARDS} where cards have drawings"
        yield QualityMark(name=few, measured=f"{len(over)} pages with more", met=not over)
        found = len([*self.violations()])
        looks = 4 * (len(self.pages) + len(self.states))
        yield QualityMark(name="axe finds nothing", measured=f"{found} in {looks} looks", met=found == 0)
        yield from self._of_tools()

    def _of_tools(self) -> Iterator[QualityMark]:
        """What other tools say; one that was not there is said to be missing."""
        pages, said = self.valid or (0, None)
        measured = f"{said} messages on {pages} pages" if self.valid else ""
        met = None if said is None else said == 0
        yield QualityMark(name="the Nu validator says nothing", measured=measured, met=met)
        if not self.lighthouse:
            yield QualityMark(name="Lighthouse, whole region", met=None)
        for category, least in LEAST_SCORES.items() if self.lighthouse else ():
            lowest = min(it.scores[category] for it in self.lighthouse)
            name = f"Lighthouse, whole region, {category} ≥ {least}"
            yield QualityMark(name=name, measured=str(lowest), met=lowest >= least)

    def violations(self) -> Iterator[str]:
        """All that axe found, pages before states."""
        for page in self.pages:
            yield from page.violations
        for state in self.states:
            yield from state.violations


def _weights(site: str, pages: Sequence[PageFigures], first_search: Mapping[str, int]) -> Iterator[QualityMark]:
    guides = [it for it in pages if it.key.startswith("guide") and not it.key.startswith("guideline")]
    for name, measured, most in (
        ("a guide without pictures", max(it.size - it.parts.get("pictures", 0) for it in guides), budgets.GUIDE_BYTES),
        ("the home page", max(it.size for it in pages if it.key.startswith("home")), budgets.HOME_BYTES),
        ("script before the reader does anything", max(it.parts["script"] for it in pages), budgets.SCRIPT_BYTES),
        ("first search", max(first_search.values()), budgets.FIRST_SEARCH_BYTES),
    ):
        yield QualityMark(name=f"{site}{name} ≤ {most:,} bytes", measured=f"{measured:,}", met=measured <= most)


def page(figures: QualityFigures) -> str:
    """docs/quality.md."""
    lines = (HEAD, *_about(figures), "", *_marks(figures), "", *_lighthouse(figures), *_pages(figures), *_axe(figures))
    return "\n".join(lines) + "\n"


def _about(figures: QualityFigures) -> Iterator[str]:
    lighthouse = f", Lighthouse {figures.lighthouse[0].version}" if figures.lighthouse else ""
    yield (
        f"{figures.date}, {figures.cores} cores, Python {figures.python}, Chromium {figures.browser}{lighthouse}, "
        f"{figures.system}, load {figures.load:.1f} before the first page."
    )


def _marks(figures: QualityFigures) -> Iterator[str]:
    for mark in figures.marks():
        yield f"- {mark.state if mark.met else f'**{mark.state}**'}: {mark}"


def _lighthouse(figures: QualityFigures) -> Iterator[str]:
    if not figures.lighthouse:
        return
    yield "## Lighthouse, telephone, whole region"
    yield ""
    yield f"Medians of {figures.lighthouse[0].runs} runs, of the portal served below its base path."
    yield ""
    yield "| page | performance | accessibility | best practices | SEO | first paint | largest | blocked | shift |"
    yield "|---|---:|---:|---:|---:|---:|---:|---:|---:|"
    for it in figures.lighthouse:
        first, largest, blocked = it.timings.values()
        scores = " | ".join(str(score) for score in it.scores.values())
        yield f"| {it.page} | {scores} | {first:,.0f} ms | {largest:,.0f} ms | {blocked:,.0f} ms | {it.shift:g} |"
    yield ""


def _pages(figures: QualityFigures) -> Iterator[str]:
    yield "## First views, whole region"
    yield ""
    yield from _first_views(figures.region_pages, figures.region_search)
    yield "## First views, cut demonstration"
    yield ""
    yield from _first_views(figures.pages, figures.first_search)


def _first_views(pages: Sequence[PageFigures], first_search: Mapping[str, int]) -> Iterator[str]:
    yield f"| page | language | bytes | {' | '.join(PARTS)} | requests | shift |"
    yield f"|---|---|---:|{'---:|' * len(PARTS)}---:|---:|"
    for it in pages:
        parts = " | ".join(f"{it.parts.get(part, 0):,}" for part in PARTS)
        yield f"| {it.key} | {it.lang} | {it.size:,} | {parts} | {len(it.requests)} | {it.shift:g} |"
    yield ""
    searched = ", ".join(f"{size:,} bytes ({lang})" for lang, size in first_search.items())
    yield f"The first search, from the press of its button to the results: {searched}."
    yield ""


def _axe(figures: QualityFigures) -> Iterator[str]:
    yield "## What axe finds"
    yield ""
    yield "WCAG 2.2 A and AA, light and dark, at 360 and 1280 px."
    yield ""
    yield f"- {len(figures.pages)} pages: {sum(len(it.violations) for it in figures.pages)} violations"
    for state in figures.states:
        yield f"- {state.name}, {state.lang}: {len(state.violations)} violations"
    yield from (f"- **{violation}**" for violation in figures.violations())
