"""What an invented country takes: its table and marks, and the memory of processes that share pages."""

import sys
from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks.country_figures import CountryFigures, CountryStep, country_table
from benchmarks.in_place import main
from benchmarks.measure import Usage, run
from benchmarks.memory import PROC, watched

REGION = CountryStep(
    communes=4293,
    territories=4462,
    pages=10_000,
    files=11_000,
    bytes=400_000_000,
    usage=Usage(wall=3.0, user=5.0, sys=1.0, peak_mb=150),
    least_cpu=5.0,
    together_mb=250,
)
WHOLE = CountryStep(
    communes=35_000,
    territories=36_361,
    pages=80_000,
    files=90_000,
    bytes=3_200_000_000,
    usage=Usage(wall=29.0, user=39.0, sys=4.0, peak_mb=600),
    least_cpu=42.0,
    together_mb=999,
)
FIGURES = CountryFigures(
    date="2026-11-21",
    cores=2,
    processor="a processor",
    python="3.11.7",
    system="Linux 6",
    load=0.5,
    runs=3,
    region=REGION,
    whole=WHOLE,
)
TABLE = """\
2026-11-21, 2 cores (a processor), Python 3.11.7, Linux 6, load 0.5 before the first build. \
Median of 3 runs, into a fresh tree.

| communes | pages | files | size | wall | user + sys, least | a page | largest process | all together |
|---:|---:|---:|---:|---:|---:|---:|---:|---:|
| 4,293 | 10,000 | 11,000 | 400 MB | 3.0 s | 5.0 s | 0.50 ms | 150 MB | 250 MB |
| 35,000 | 80,000 | 90,000 | 3,200 MB | 29.0 s | 42.0 s | 0.53 ms | 600 MB | 999 MB |

- met: 35,000 communes in at most 30 s (29.0 s)
- met: in at most 1,000 MB, all processes together (999 MB)
- met: a page costs what it costs among 4,293 communes, within 20% (0.53 ms against 0.50 ms)"""
HALF_SHARED = """
import os, time
shared = bytearray(os.urandom(1)) * 100_000_000
if os.fork() == 0:
    own = bytearray(os.urandom(1)) * 50_000_000
    time.sleep(1.5)
    os._exit(0)
os.wait()
"""


def test_the_table() -> None:
    assert country_table(FIGURES) == TABLE


@pytest.mark.parametrize(
    ("whole", "met"),
    [
        (WHOLE, [True, True, True]),
        (replace(WHOLE, usage=replace(WHOLE.usage, wall=30.1)), [False, True, True]),
        (replace(WHOLE, together_mb=1001), [True, False, True]),
        (replace(WHOLE, least_cpu=48.1), [True, True, False]),
    ],
)
def test_marks(whole: CountryStep, met: list[bool]) -> None:
    assert [mark.met for mark in replace(FIGURES, whole=whole).marks()] == met


@pytest.mark.skipif(not (PROC / "self" / "smaps_rollup").is_file(), reason="this system does not tell what is shared")
def test_what_processes_share_is_counted_once() -> None:
    with watched() as watch:
        run([sys.executable, "-c", HALF_SHARED])
    assert 150 < watch.most_mb < 200


def test_a_portal_with_errors_is_not_measured(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text("site_name: nothing\n", encoding="utf-8")
    assert main(tmp_path, tmp_path / "site") == 1
