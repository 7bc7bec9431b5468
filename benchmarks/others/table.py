"""The comparison as a part of docs/performance.md."""

from collections.abc import Iterator

from benchmarks.measure import Usage, middle
from benchmarks.others.figures import OURS, Comparison, Paired
from benchmarks.table import between

BEGIN, END = "<!-- make bench-others -->", "<!-- /make bench-others -->"
CHART = "![Seconds that each takes to build the guides: the figures of the table below](pictures/generators.svg)"


def with_comparison(page: str, comparison: Comparison) -> str:
    """``page`` with the chart and the comparison between its two marks. Raises ValueError when it has none."""
    return between(page, (BEGIN, END), f"{CHART}\n\n{comparison_table(comparison)}")


def comparison_table(comparison: Comparison) -> str:
    """Markdown: where, when and which versions; the times; whether the pages are the same; the marks."""
    parts = (_about(comparison), _times(comparison), _alone(comparison), _same(comparison), _marks(comparison))
    return "\n\n".join("\n".join(part) for part in parts)


def _about(comparison: Comparison) -> Iterator[str]:
    versions = (f"{comparison.titles[name]} {version}" for name, version in comparison.versions.items())
    yield f"{comparison.where} {'; '.join(versions)}."


def _times(comparison: Comparison) -> Iterator[str]:
    yield "| guides | | rounds | wall | user + sys | largest process | times ours, median (least–most) |"
    yield "|---:|---|---:|---:|---:|---:|---:|"
    for paired in comparison.paired:
        for name in (OURS, *paired.generators):
            yield _row(paired, name, comparison.titles[name])


def _row(paired: Paired, name: str, title: str) -> str:
    usage = middle(paired.usages(name))
    times = "" if name == OURS else f"{paired.ratio(name)}"
    guides = f"{paired.pages:,}, {paired.place}"
    return f"| {guides} | {title} | {len(paired.rounds)} | {_said(usage)} | {usage.peak_mb:,.0f} MB | {times} |"


def _said(usage: Usage) -> str:
    return f"{usage.wall:.1f} s | {usage.cpu:.1f} s"


def _alone(comparison: Comparison) -> Iterator[str]:
    said = (
        f"{comparison.titles[name]} {u.wall:.1f} s ({u.cpu:.1f} s of processor)"
        for name, u in comparison.before.items()
    )
    yield (
        f"Before the first page: {'; '.join(said)}. In ours that is Python’s start, reading, validating, inheritance, "
        "checks and Markdown; the others are handed in what comes out of it, and read it."
    )
    ours, hugo = comparison.pages_alone("hugo") if "hugo" in comparison.before else (0, 0)
    if min(ours, hugo) > 0:  # on a busy machine, reading once may take longer than building once
        yield f"From there on, in memory: {ours:.1f} s against Hugo’s {hugo:.1f} s ({ours / hugo:.2f})."


def _same(comparison: Comparison) -> Iterator[str]:
    for same in comparison.same:
        told = "the same words and links" if not same.differences else f"{len(same.differences)} differences"
        weight = f"{same.bytes:.1%} of our bytes"
        yield f"- {comparison.titles[same.generator]}: {same.pages:,} pages compared, {told}, {weight}"


def _marks(comparison: Comparison) -> Iterator[str]:
    for mark in comparison.marks():
        yield f"- {'met' if mark.met else '**not met**'}: {mark.name} ({mark.measured})"
