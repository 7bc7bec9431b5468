"""The figures as the table of docs/performance.md."""

import re
from collections.abc import Iterator, Sequence

from benchmarks.figures import Figures, Step, added_page_ms

BEGIN, END = "<!-- make bench -->", "<!-- /make bench -->"


def with_table(page: str, figures: Figures) -> str:
    """``page`` with the table of ``figures`` between its two marks. Raises ValueError when it has none."""
    return between(page, (BEGIN, END), table(figures))


def between(page: str, marks: tuple[str, str], text: str) -> str:
    """``page`` with ``text`` between two marks. Raises ValueError when it has none."""
    begin, end = marks
    found = re.search(f"{re.escape(begin)}.*{re.escape(end)}", page, re.DOTALL)
    if found is None:
        raise ValueError(f"no {begin} … {end}")
    return f"{page[: found.start()]}{begin}\n{text}\n{end}{page[found.end() :]}"


def table(figures: Figures) -> str:
    """Markdown: where and when, the whole region, then sizes."""
    return "\n".join((*_about(figures), "", *_builds(figures), "", *_sizes(figures.steps), "", *_marks(figures)))


def _about(figures: Figures) -> Iterator[str]:
    yield f"{figures.where} Median of {figures.runs} runs."
    yield ""
    yield (
        f"The whole region: {figures.size.pages:,} pages, {figures.size.files:,} files, "
        f"{figures.size.bytes / 1e6:,.0f} MB."
    )


def _builds(figures: Figures) -> Iterator[str]:
    yield "| build | wall | user | sys | largest process |"
    yield "|---|---:|---:|---:|---:|"
    builds = {
        "into a fresh tree on disk": figures.fresh,
        "into a reused tree on disk": figures.reused,
        "into a fresh tree in memory": figures.memory,
        "on disk, where nothing has changed": figures.unchanged,
        "on disk, after an edit of one contact": figures.contact,
        "on disk, after an edit of a text that all guides show": figures.block,
        f"reused, with {figures.paper.files} printed guides, none of them kept": figures.paper.cold,
        f"reused, with {figures.paper.files} printed guides, all of them kept": figures.paper.warm,
    }
    for name, usage in builds.items():
        yield f"| {name} | {usage.wall:.1f} s | {usage.user:.1f} s | {usage.sys:.1f} s | {usage.peak_mb:.0f} MB |"


def _sizes(steps: Sequence[Step]) -> Iterator[str]:
    yield "| territories, in memory | pages | wall | user + sys, least | each added page |"
    yield "|---:|---:|---:|---:|---:|"
    for before, step in zip((None, *steps), steps, strict=False):
        added = f"{added_page_ms(before, step):.2f} ms" if before else ""
        yield f"| {step.territories:,} | {step.pages:,} | {step.usage.wall:.1f} s | {step.least_cpu:.1f} s | {added} |"


def _marks(figures: Figures) -> Iterator[str]:
    for mark in figures.marks():
        yield f"- {'met' if mark.met else '**not met**'}: {mark.name} ({mark.measured})"
