"""What `make quality` found, the marks it is held against, and docs/quality.md."""

from collections.abc import Iterator, Sequence
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
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class QualityMark:
    """Something to be under, or to reach."""

    name: str
    measured: str
    met: bool

    def __str__(self) -> str:
        return f"{self.name} ({self.measured})"


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
    valid: tuple[int, int] | None
    lighthouse: Sequence[Scores]

    def marks(self) -> Iterator[QualityMark]:
        """Each mark, and whether it is met."""
        yield from self._weights()
        shift = max(it.shift for it in self.pages)
        yield QualityMark(name="nothing moves while a page loads", measured=f"{shift:.4f}", met=shift == 0)
        over = [it.key for it in self.pages if len(it.requests) > budgets.most_requests(it.key)]
        few = f"at most {budgets.REQUESTS} requests, {budgets.REQUESTS_WITH_CARDS} where cards have drawings"
        yield QualityMark(name=few, measured=f"{len(over)} pages with more", met=not over)
        found = len([*self.violations()])
        looks = 4 * (len(self.pages) + len(self.states))
        yield QualityMark(name="axe finds nothing", measured=f"{found} in {looks} looks", met=found == 0)
        searched = max(self.first_search.values())
        under = budgets.FIRST_SEARCH_BYTES
        yield QualityMark(name=f"first search ≤ {under:,} bytes", measured=f"{searched:,}", met=searched <= under)
        if self.valid:
            pages, said = self.valid
            yield QualityMark(name="the Nu validator says nothing", measured=f"{said} of {pages} pages", met=said == 0)
        for category, least in LEAST_SCORES.items() if self.lighthouse else ():
            lowest = min(it.scores[category] for it in self.lighthouse)
            yield QualityMark(name=f"Lighthouse, {category} ≥ {least}", measured=str(lowest), met=lowest >= least)

    def violations(self) -> Iterator[str]:
        """All that axe found, pages before states."""
        for page in self.pages:
            yield from page.violations
        for state in self.states:
            yield from state.violations

    def _weights(self) -> Iterator[QualityMark]:
        guides = [it for it in self.pages if it.key.startswith("guide:")]
        homes = [it for it in self.pages if it.key == "home"]
        guide = max(it.size - it.parts.get("pictures", 0) for it in guides)
        home, script = max(it.size for it in homes), max(it.parts["script"] for it in self.pages)
        for name, measured, most in (
            ("a guide without pictures", guide, budgets.GUIDE_BYTES),
            ("the home page", home, budgets.HOME_BYTES),
            ("script before the reader does anything", script, budgets.SCRIPT_BYTES),
        ):
            yield QualityMark(name=f"{name} ≤ {most:,} bytes", measured=f"{measured:,}", met=measured <= most)


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
        yield f"- {'met' if mark.met else '**not met**'}: {mark}"


def _lighthouse(figures: QualityFigures) -> Iterator[str]:
    if not figures.lighthouse:
        return
    yield "## Lighthouse, telephone"
    yield ""
    yield f"Medians of {figures.lighthouse[0].runs} runs, of the whole region’s portal served below its base path."
    yield ""
    yield "| page | performance | accessibility | best practices | SEO | first paint | largest | blocked | shift |"
    yield "|---|---:|---:|---:|---:|---:|---:|---:|---:|"
    for it in figures.lighthouse:
        first, largest, blocked = it.timings.values()
        scores = " | ".join(str(score) for score in it.scores.values())
        yield f"| {it.page} | {scores} | {first:,.0f} ms | {largest:,.0f} ms | {blocked:,.0f} ms | {it.shift:g} |"
    yield ""


def _pages(figures: QualityFigures) -> Iterator[str]:
    yield "## First views"
    yield ""
    yield f"| page | language | bytes | {' | '.join(PARTS)} | requests | shift |"
    yield f"|---|---|---:|{'---:|' * len(PARTS)}---:|---:|"
    for it in figures.pages:
        parts = " | ".join(f"{it.parts.get(part, 0):,}" for part in PARTS)
        yield f"| {it.key} | {it.lang} | {it.size:,} | {parts} | {len(it.requests)} | {it.shift:g} |"
    yield ""
    searched = ", ".join(f"{size:,} bytes ({lang})" for lang, size in figures.first_search.items())
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
