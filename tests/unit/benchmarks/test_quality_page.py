"""docs/quality.md says what was measured, of which site, and what was not."""

from dataclasses import replace

from benchmarks.lighthouse_scores import CATEGORIES, TIMINGS, Scores
from benchmarks.quality_page import QualityFigures, page
from benchmarks.reading import PageFigures, StateFigures


def first_view(key: str, html: int) -> PageFigures:
    parts = {"html": html, "script": 7_000}
    return PageFigures(key=key, lang="fr", parts=parts, requests=("", "a.css"), shift=0, violations=())


FIGURES = QualityFigures(
    date="2026-11-22",
    cores=2,
    python="3.11.7",
    system="Linux 6",
    browser="156",
    load=0.5,
    pages=(first_view("home", 6_000), first_view("guide:40", 13_000), first_view("guideline:x", 90_000)),
    states=(StateFigures(name="suggestions", lang="fr", violations=()),),
    first_search={"fr": 139_000, "en": 134_000},
    region_pages=(first_view("home", 6_100), first_view("guide, the heaviest: bienvenue/x/", 69_000)),
    region_search={"fr": 212_395, "en": 220_001},
    valid=(480, 0),
    lighthouse=(
        Scores(
            page="home",
            version="13",
            runs=5,
            scores=dict.fromkeys(CATEGORIES, 100),
            timings=dict.fromkeys(TIMINGS, 900.0),
            shift=0,
            missed=(),
        ),
    ),
)
MET = """\
- met: a guide without pictures ≤ 75,000 bytes (20,000)
- met: the home page ≤ 100,000 bytes (13,000)
- met: script before the reader does anything ≤ 15,000 bytes (7,000)
- met: first search ≤ 220,000 bytes (139,000)
- **not met**: whole region, a guide without pictures ≤ 75,000 bytes (76,000)
- met: whole region, the home page ≤ 100,000 bytes (13,100)
- met: whole region, script before the reader does anything ≤ 15,000 bytes (7,000)
- **not met**: whole region, first search ≤ 220,000 bytes (220,001)
- met: nothing moves while a page loads (0.0000)
- met: at most 10 requests, 24 where cards have drawings (0 pages with more)
- met: axe finds nothing (0 in 16 looks)
- met: the Nu validator says nothing (0 messages on 480 pages)
- met: Lighthouse, whole region, performance ≥ 99 (100)
- met: Lighthouse, whole region, accessibility ≥ 100 (100)
- met: Lighthouse, whole region, best-practices ≥ 100 (100)
- met: Lighthouse, whole region, seo ≥ 100 (100)
"""


def test_each_mark_says_of_which_site_it_is() -> None:
    assert MET in page(FIGURES)


def test_the_first_views_of_both_sites() -> None:
    whole, _, cut = (
        page(FIGURES).partition("## First views, whole region")[2].partition("## First views, cut demonstration")
    )
    assert "| guide, the heaviest: bienvenue/x/ | fr | 76,000 | 69,000 | 0 | 7,000 |" in whole
    assert "212,395 bytes (fr), 220,001 bytes (en)." in whole
    assert "| guide:40 | fr | 20,000 | 13,000 | 0 | 7,000 |" in cut
    assert "139,000 bytes (fr), 134,000 bytes (en)." in cut


def test_messages_are_counted_apart_from_pages() -> None:
    said = replace(FIGURES, valid=(480, 2832))
    assert "- **not met**: the Nu validator says nothing (2832 messages on 480 pages)\n" in page(said)


def test_what_was_not_measured_is_said_and_is_no_success() -> None:
    bare = replace(FIGURES, valid=None, lighthouse=())
    assert [str(mark) for mark in bare.marks() if mark.met is None] == [
        "the Nu validator says nothing",
        "Lighthouse, whole region",
    ]
    assert "- **not measured**: the Nu validator says nothing\n- **not measured**: Lighthouse, whole region\n" in page(
        bare
    )
