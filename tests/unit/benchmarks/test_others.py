"""The comparison with other generators says what was measured, and its marks bite."""

import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest
from selectolax.lexbor import LexborHTMLParser

from benchmarks.measure import Usage
from benchmarks.others.as_markdown import as_markdown
from benchmarks.others.chart import chart
from benchmarks.others.figures import OURS, Comparison, Paired, Ratio, Sameness
from benchmarks.others.table import BEGIN, CHART, END, comparison_table, with_comparison


def usage(wall: float) -> Usage:
    return Usage(wall=wall, user=2 * wall, sys=0.0, peak_mb=100)


def rounds(**walls: tuple[float, ...]) -> list[dict[str, Usage]]:
    return [dict(zip(walls, map(usage, each), strict=True)) for each in zip(*walls.values(), strict=True)]


QUICK = Paired(place="in memory", territories=20, pages=40, rounds=rounds(ours=(1, 1, 2), hugo=(2, 3, 6)))
SLOW = Paired(place="in memory", territories=20, pages=40, rounds=rounds(ours=(1,), material=(40,)))
SMALL = Paired(place="in memory", territories=10, pages=20, rounds=rounds(ours=(1,), material=(12,)))
COMPARISON = Comparison(
    date="2026-11-22",
    cores=2,
    processor="a processor",
    python="3.11.7",
    system="Linux 6",
    load=0.5,
    titles={OURS: "this project", "hugo": "Hugo", "material": "Material + i18n"},
    versions={"hugo": "0.168.0", "material": "mkdocs 1.6.1"},
    before={OURS: usage(0.5), "hugo": usage(0.2)},
    same=[
        Sameness(generator="hugo", pages=40, bytes=1.002, differences=()),
        Sameness(generator="material", pages=40, bytes=1.366, differences=()),
    ],
    paired=[QUICK, SMALL, SLOW],
    missing=[],
)
TABLE = """\
2026-11-22, 2 cores (a processor), Python 3.11.7, Linux 6, load 0.5 before the first build. Hugo 0.168.0; \
Material + i18n mkdocs 1.6.1.

| guides | | rounds | wall | user + sys | largest process | times ours, median (least–most) |
|---:|---|---:|---:|---:|---:|---:|
| 40, in memory | this project | 3 | 1.0 s | 2.0 s | 100 MB |  |
| 40, in memory | Hugo | 3 | 3.0 s | 6.0 s | 100 MB | 3.00 (2.00–3.00) |
| 20, in memory | this project | 1 | 1.0 s | 2.0 s | 100 MB |  |
| 20, in memory | Material + i18n | 1 | 12.0 s | 24.0 s | 100 MB | 12 (12–12) |
| 40, in memory | this project | 1 | 1.0 s | 2.0 s | 100 MB |  |
| 40, in memory | Material + i18n | 1 | 40.0 s | 80.0 s | 100 MB | 40 (40–40) |

Before the first page: this project 0.5 s (1.0 s of processor); Hugo 0.2 s (0.4 s of processor). In ours that is \
Python’s start, reading, validating, inheritance, checks and Markdown; the others are handed in what comes out of it, \
and read it.
From there on, in memory: 0.5 s against Hugo’s 2.8 s (0.18).

- Hugo: 40 pages compared, the same words and links, 100.2% of our bytes
- Material + i18n: 40 pages compared, the same words and links, 136.6% of our bytes

- met: Hugo builds the same pages (40 compared, 0 differences)
- met: Material + i18n builds the same pages (40 compared, 0 differences)
- met: guides in at most 0.5 of Hugo’s time, in memory (0.33)
- met: guides at least 40 times as fast as Material for MkDocs (40.0)"""


def test_a_ratio_is_of_one_round() -> None:
    assert QUICK.ratio("hugo") == Ratio(middle=3.0, least=2.0, most=3.0)


def test_the_table() -> None:
    assert comparison_table(COMPARISON) == TABLE


def test_it_takes_the_place_of_the_last_one() -> None:
    assert with_comparison(f"a\n{BEGIN}\nold\n{END}\nb\n", COMPARISON) == f"a\n{BEGIN}\n{CHART}\n\n{TABLE}\n{END}\nb\n"


@pytest.mark.parametrize(
    ("comparison", "met"),
    [
        (COMPARISON, [True, True, True, True]),
        (replace(COMPARISON, paired=[replace(QUICK, rounds=rounds(ours=(1,), hugo=(1.9,)))]), [True, True, False]),
        (replace(COMPARISON, paired=[replace(SLOW, rounds=rounds(ours=(1,), material=(39,)))]), [True, True, False]),
        (replace(COMPARISON, same=[replace(COMPARISON.same[0], differences=("a",))]), [False, True, True]),
        (replace(COMPARISON, missing=["Eleventy: Node and npm are missing"]), [False, True, True, True, True]),
    ],
)
def test_marks(comparison: Comparison, met: list[bool]) -> None:
    assert [mark.met for mark in comparison.marks()] == met


def test_the_chart_says_in_words_what_it_draws() -> None:
    svg = ET.fromstring(chart(COMPARISON))  # noqa: S314 - our own
    space = {"s": "http://www.w3.org/2000/svg"}
    described = svg.find("s:desc", space)
    assert described is not None
    assert described.text == (
        "40 guides in memory, seconds: this project 1.0, Hugo 3.0. "
        "40 guides in memory, seconds: this project 1.0, Material + i18n 40.0."
    )
    assert [bar.get("width") for bar in svg.iterfind("s:rect", space)] == ["80.0", "240.0", "12.0", "480.0"]
    assert [line.get("d") for line in svg.iterfind("s:path", space)][1] == "M310.0 68H630.0"


def test_a_guide_as_markdown() -> None:
    html = (
        "<main><h1>Dax</h1><nav><ul><li><a href=#a>Un *</a><li><b>Deux</b> <p>Trois</ul></nav><dl><dt>Rang"
        "<dd>1<sup>re</sup> <small>sur 20</small></dl><img src=/m.svg alt=Carte><p>3. Fin</main>"
    )
    assert as_markdown(LexborHTMLParser(html).css("main")[0]) == (
        "# Dax\n\n-   [Un \\*](#a)\n\n-   **Deux**\n\n    Trois\n\nRang\n:   1<sup>re</sup> sur 20\n\n"
        "![Carte](/m.svg)\n\n3\\. Fin\n"
    )
