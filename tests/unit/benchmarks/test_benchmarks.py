"""The benchmarks measure what they say: processes with their children, portals that build, marks that bite."""

import sys
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from benchmarks.edits import BLOCK, TOWN_HALLS, after_edits, copied, new_telephone, new_words
from benchmarks.figures import Figures, Paper, Step
from benchmarks.measure import CommandFailed, Size, Usage, middle, run, size_of
from benchmarks.portals import count, smaller
from benchmarks.table import BEGIN, END, table, with_table
from site_builder.problems import has_errors
from site_builder.reading import check_portal

ROOT = Path(__file__).resolve().parents[3]
LARGE_CHILD = "import subprocess, sys; subprocess.run([sys.executable, '-c', 'b = bytearray(80_000_000)'], check=True)"


def usage(wall: float, cpu: float, peak_mb: float) -> Usage:
    return Usage(wall=wall, user=cpu, sys=0.0, peak_mb=peak_mb)


def test_a_command_is_measured_with_the_processes_it_starts() -> None:
    assert run([sys.executable, "-c", LARGE_CHILD]).peak_mb > 80


def test_a_command_that_fails_says_why() -> None:
    with pytest.raises(CommandFailed, match=r"exit code 3\nno portal here"):
        run([sys.executable, "-c", "print('no portal here'); raise SystemExit(3)"])


def test_the_middle_of_each_figure() -> None:
    assert middle([usage(1, 9, 5), usage(3, 7, 4), usage(2, 8, 6)]) == usage(2, 8, 5)


def test_the_size_of_a_tree(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "index.html").write_bytes(b"12345")
    (tmp_path / "robots.txt").write_bytes(b"12")
    assert size_of(tmp_path) == Size(pages=1, files=2, bytes=7)


def test_a_smaller_portal_is_a_portal(tmp_path: Path) -> None:
    territories = smaller(ROOT, tmp_path, 446)
    checked = check_portal(tmp_path)
    assert not has_errors(checked.problems)
    assert checked.planned is not None
    assert 440 <= territories <= 446
    assert len(checked.planned.portal.territories) == territories == count(tmp_path)


STEPS = (
    Step(territories=446, pages=1000, usage=usage(1.5, 11.0, 80), least_cpu=2.0),
    Step(territories=2231, pages=5000, usage=usage(3.5, 11.0, 90), least_cpu=6.0),
    Step(territories=4462, pages=9000, usage=usage(5.5, 11.0, 100), least_cpu=10.0),
)
PAPER = Paper(files=338, largest=399_000, cold=usage(25.5, 48.0, 340), warm=usage(6.5, 9.0, 150))
FIGURES = Figures(
    date="2026-11-21",
    cores=2,
    processor="a processor",
    python="3.11.7",
    system="Linux 6",
    load=0.5,
    runs=3,
    size=Size(pages=9000, files=9200, bytes=330_000_000),
    fresh=usage(5.5, 10.0, 100),
    reused=usage(4.5, 9.0, 120),
    memory=usage(4.0, 9.5, 110),
    unchanged=usage(0.3, 0.3, 40),
    contact=usage(0.8, 1.2, 90),
    block=usage(4.0, 8.0, 110),
    steps=STEPS,
    paper=PAPER,
)
TABLE = """\
2026-11-21, 2 cores (a processor), Python 3.11.7, Linux 6, load 0.5 before the first build. Median of 3 runs.

The whole region: 9,000 pages, 9,200 files, 330 MB.

| build | wall | user | sys | largest process |
|---|---:|---:|---:|---:|
| into a fresh tree on disk | 5.5 s | 10.0 s | 0.0 s | 100 MB |
| into a reused tree on disk | 4.5 s | 9.0 s | 0.0 s | 120 MB |
| into a fresh tree in memory | 4.0 s | 9.5 s | 0.0 s | 110 MB |
| on disk, where nothing has changed | 0.3 s | 0.3 s | 0.0 s | 40 MB |
| on disk, after an edit of one contact | 0.8 s | 1.2 s | 0.0 s | 90 MB |
| on disk, after an edit of a text that all guides show | 4.0 s | 8.0 s | 0.0 s | 110 MB |
| reused, with 338 printed guides, none of them kept | 25.5 s | 48.0 s | 0.0 s | 340 MB |
| reused, with 338 printed guides, all of them kept | 6.5 s | 9.0 s | 0.0 s | 150 MB |

| territories, in memory | pages | wall | user + sys, least | each added page |
|---:|---:|---:|---:|---:|
| 446 | 1,000 | 1.5 s | 2.0 s |  |
| 2,231 | 5,000 | 3.5 s | 6.0 s | 1.00 ms |
| 4,462 | 9,000 | 5.5 s | 10.0 s | 1.00 ms |

- met: the whole region into a fresh tree in at most 10 s (5.5 s)
- met: into a reused tree in at most 6 s (4.5 s)
- met: in memory in at most 6 s (4.0 s)
- met: where nothing has changed in at most 0.5 s (0.3 s)
- met: after an edit of one contact in at most 0.9 s (0.8 s)
- met: after an edit of a text of all guides no slower than with nothing kept (4.0 s against 4.5 s)
- met: no process over 300 MB (120 MB)
- met: 338 printed guides in at most 30 s (21.0 s more than a build without them)
- met: none of them over 400,000 bytes (399,000 bytes)
- met: pages added to 446 territories cost no more each than the first ones (1.00 ms against 2.00 ms)
- met: nor those of the second half more than those of the first, within 20% (1.00 ms against 1.00 ms)"""


def test_the_table() -> None:
    assert table(FIGURES) == TABLE


def test_the_table_takes_the_place_of_the_last_one() -> None:
    page = f"Before\n{BEGIN}\nold\n{END}\nafter\n"
    assert with_table(page, FIGURES) == f"Before\n{BEGIN}\n{TABLE}\n{END}\nafter\n"


def test_a_page_without_the_two_marks() -> None:
    with pytest.raises(ValueError, match="no <!-- make bench -->"):
        with_table("nothing", FIGURES)


def test_the_edits_that_are_measured(tmp_path: Path) -> None:
    root = copied(ROOT, tmp_path)
    before = {path: (root / path).read_text(encoding="utf-8").splitlines() for path in (TOWN_HALLS, BLOCK)}
    usages = iter([usage(3, 3, 3), usage(1, 1, 1), usage(2, 2, 2)])
    assert after_edits(partial(new_telephone, root), lambda: next(usages), 3) == usage(2, 2, 2)
    new_words(root, 1)
    after = {path: (root / path).read_text(encoding="utf-8").splitlines() for path in (TOWN_HALLS, BLOCK)}
    lines = zip(before[TOWN_HALLS], after[TOWN_HALLS], strict=True)
    assert [number for number, (old, new) in enumerate(lines) if old != new] == [1]
    assert "05 00 00 00 03" in after[TOWN_HALLS][1]
    assert after[BLOCK] == [*before[BLOCK], "", "Encore une phrase, la 1e."]


@pytest.mark.parametrize(
    ("figures", "missed"),
    [
        (FIGURES, []),
        (replace(FIGURES, fresh=usage(10.1, 10, 100)), [0]),
        (replace(FIGURES, reused=usage(6.1, 9, 301)), [1, 6]),
        (replace(FIGURES, memory=usage(6.1, 9, 100)), [2]),
        (replace(FIGURES, unchanged=usage(0.6, 0.3, 40)), [3]),
        (replace(FIGURES, contact=usage(1.0, 1.2, 90)), [4]),
        (replace(FIGURES, block=usage(4.6, 8, 110)), [5]),
        (replace(FIGURES, paper=replace(PAPER, cold=usage(34.6, 90, 100))), [7]),
        (replace(FIGURES, paper=replace(PAPER, largest=400_001)), [8]),
        (replace(FIGURES, steps=(*STEPS[:2], replace(STEPS[2], least_cpu=10.7))), []),
        (replace(FIGURES, steps=(*STEPS[:2], replace(STEPS[2], least_cpu=10.9))), [10]),
        (replace(FIGURES, steps=(*STEPS[:2], replace(STEPS[2], least_cpu=18.1))), [9, 10]),
    ],
)
def test_marks(figures: Figures, missed: list[int]) -> None:
    assert [at for at, mark in enumerate(figures.marks()) if not mark.met] == missed
