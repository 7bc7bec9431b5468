"""`make bench-country`: an invented country (`country.py`), and one of the region's size, built in memory.

What is built is everything but paper: pages, maps, open data, feeds and the index of the search, with all checks.
Results go to benchmarks/results/<date>-country.json and into the table of docs/performance.md.
"""

import argparse
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from benchmarks.country import COMMUNES, country
from benchmarks.country_figures import CountryFigures, CountryStep, country_table
from benchmarks.machine import circumstances, say
from benchmarks.measure import Usage, middle, run, size_of
from benchmarks.memory import watched
from benchmarks.portals import REFERENCE, count, rows
from benchmarks.table import between

ROOT = Path(__file__).resolve().parent.parent
RESULTS = ROOT / "benchmarks" / "results"
PAGE = ROOT / "docs" / "performance.md"
BEGIN, END = "<!-- make bench-country -->", "<!-- /make bench-country -->"


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, write, print. Exit code 1 when a mark is not met."""
    options = _parser().parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="country-", dir=options.memory) as memory:
        figures = measure(Path(memory), options.runs, options.communes)
    results = json.dumps(asdict(figures), indent=2, ensure_ascii=False)
    (RESULTS / f"{figures.date}-country.json").write_text(f"{results}\n", encoding="utf-8")
    page = PAGE.read_text(encoding="utf-8")
    PAGE.write_text(between(page, (BEGIN, END), country_table(figures)), encoding="utf-8")
    sys.stdout.write(f"{country_table(figures)}\n")
    return 0 if all(mark.met for mark in figures.marks()) else 1


def measure(memory: Path, runs: int, communes: int) -> CountryFigures:
    """Both countries below ``memory``, then what it takes to build them."""
    load = os.getloadavg()[0]
    region, whole = (
        _step(memory / f"{size}", size, runs) for size in (len(rows(ROOT / REFERENCE, "communes.csv")), communes)
    )
    return CountryFigures(
        **circumstances(load),
        runs=runs,
        region=region,
        whole=whole,
    )


def _step(folder: Path, communes: int, runs: int) -> CountryStep:
    root, site = folder / "portal", folder / "site"
    say(f"{communes:,} communes are invented\n")
    country(ROOT, root, communes)
    builds = [_built(root, site) for _ in range(runs)]
    size = size_of(site)
    shutil.rmtree(site)
    return CountryStep(
        communes=communes,
        territories=count(root),
        pages=size.pages,
        files=size.files,
        bytes=size.bytes,
        usage=middle([usage for usage, _ in builds]),
        least_cpu=min(usage.cpu for usage, _ in builds),
        together_mb=max(together for _, together in builds),
    )


def _built(root: Path, site: Path) -> tuple[Usage, float]:
    """A build into a folder that does not exist, nothing being kept of the one before; megabytes of all processes."""
    shutil.rmtree(site, ignore_errors=True)
    shutil.rmtree(root / ".portail", ignore_errors=True)
    with watched() as watch:
        usage = run([sys.executable, "-m", "benchmarks.in_place", str(root), str(site)], folder=ROOT)
    say(f"{usage.wall:.1f} s, {usage.cpu:.1f} s of processor, {watch.most_mb:,.0f} MB together\n")
    return usage, watch.most_mb


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="make bench-country", description=__doc__)
    parser.add_argument("--runs", type=int, default=3, help="builds of each size (default: 3)")
    parser.add_argument("--communes", type=int, default=COMMUNES, help=f"of the country (default: {COMMUNES})")
    memory = Path("/dev/shm")  # noqa: S108 - only measured, then removed
    parser.add_argument("--memory", type=Path, default=memory, help="a folder in memory, 4 GB free (default: /dev/shm)")
    return parser


if __name__ == "__main__":
    raise SystemExit(main())
