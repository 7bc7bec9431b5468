"""`make bench-others`: the region's guides built by this project and by other generators, in paired rounds.

Results go to benchmarks/results/others-<date>.json, into docs/performance.md and its chart. In each round everyone
builds the same guides once, each into a fresh tree, once the disk is done with the tree before (`sync`); ratios are of
builds of one round. Nothing is dropped from the system's cache.
"""

import argparse
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict
from multiprocessing import get_context
from pathlib import Path

from benchmarks.guides import ROOT, make_guides, order
from benchmarks.machine import circumstances, say
from benchmarks.measure import Usage, middle, run
from benchmarks.others.chart import chart
from benchmarks.others.eleventy import ELEVENTY
from benchmarks.others.figures import OURS, Comparison, Paired, Sameness
from benchmarks.others.generator import Command, Generator, NotHere
from benchmarks.others.hugo import HUGO
from benchmarks.others.material import MATERIAL
from benchmarks.others.page_set import page_set
from benchmarks.others.same_pages import WHOLE, compare, page_paths
from benchmarks.others.table import comparison_table, with_comparison
from benchmarks.portals import count, smaller

RESULTS = ROOT / "benchmarks" / "results"
PAGE = ROOT / "docs" / "performance.md"
CHART = ROOT / "docs" / "pictures" / "generators.svg"
GENERATORS = (HUGO, ELEVENTY, MATERIAL)
READ = 500
"""Pages of each that are compared."""
GUIDES = "guides"
"""Ours, in the folder where the sites of others are made."""
IN_MEMORY, ON_DISK = "in memory", "on disk"


class Workshop:
    """The guides of one portal: ours, and the sites that others build from the same page set."""

    def __init__(self, root: Path, folder: Path) -> None:
        self.root, self.folder, self.guides = root, folder, folder / GUIDES
        self.territories = count(root)

    @property
    def pages(self) -> int:
        return len(page_paths(self.guides))

    def set_up(self, generators: Sequence[Generator]) -> None:
        """Make the guides, and the sites of ``generators``, in a process of its own.

        What this one holds would count as the memory of each that it starts (Linux keeps the most across ``exec``).
        """
        say(f"{self.folder.name}: the guides, and what {', '.join(each.title for each in generators)} build from\n")
        with ProcessPoolExecutor(1, get_context("spawn")) as other:
            other.submit(_set_up, self.root, self.folder, [each.name for each in generators]).result()

    def command(self, generator: Generator, output: Path) -> Command:
        return generator.command(generator.installed(), self._site(generator), output)

    def ours(self, output: Path, *more: str) -> Command:
        words = (sys.executable, "-m", "benchmarks.guides", "--root", str(self.root), "--output", str(output), *more)
        return Command(words=words, folder=ROOT)

    def reading(self, generator: Generator) -> Command:
        """What makes it read everything and build nothing."""
        assert generator.reading is not None
        return generator.reading(generator.installed(), self._site(generator))

    def rounds(self, generators: Sequence[Generator], output: Path, place: str, number: int) -> Paired:
        """``number`` rounds of ours and of ``generators`` below the folder ``output``."""
        rounds = []
        for _ in range(number):
            each = {OURS: _built(self.ours(output / OURS), output / OURS)}
            for generator in generators:
                each[generator.name] = _built(self.command(generator, output / generator.name), output / generator.name)
            rounds.append(each)
        return Paired(place=place, territories=self.territories, pages=self.pages, rounds=rounds)

    def sameness(self, generator: Generator, output: Path) -> Sameness:
        """What is on the pages that it built below ``output``, against ours."""
        parts = ("main", generator.part) if generator.part else (WHOLE, WHOLE)
        found = compare(self.guides, output / generator.name, size=READ, parts=parts)
        return Sameness(
            generator=generator.name, pages=found.pages, bytes=found.bytes, differences=found.differences[:READ]
        )

    def _site(self, generator: Generator) -> Path:
        return self.folder / generator.name


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, write, print. Exit code 1 when a mark is not met, or a generator could not be measured."""
    options = _parser().parse_args(arguments)
    options.folder.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory(prefix="bench-", dir=options.folder) as folder,
        tempfile.TemporaryDirectory(prefix="bench-", dir=options.memory) as memory,
    ):
        comparison = measure(Path(folder), Path(memory), options)
    if not options.dry:
        _write(comparison)
    sys.stdout.write(f"{comparison_table(comparison)}\n")
    return 0 if all(mark.met for mark in comparison.marks()) else 1


def measure(folder: Path, memory: Path, options: argparse.Namespace) -> Comparison:
    """Hugo and Eleventy in memory and on disk; Material, which takes minutes, in memory, at every size."""
    load = os.getloadavg()[0]
    present, missing = _present([each for each in GENERATORS if each.name in options.only])
    whole = Workshop(_portal(options.territories, folder), folder / "whole")
    whole.set_up(present)
    quick = [each for each in present if each is not MATERIAL]
    paired: list[Paired] = []
    same: list[Sameness] = []
    for place, output in ((IN_MEMORY, memory), (ON_DISK, folder / "out")):
        if quick:
            paired.append(whole.rounds(quick, output, place, options.runs))
    same += (whole.sameness(each, memory) for each in quick)
    if MATERIAL in present:
        paired += _sizes(folder, memory, options.sizes, options.size_runs)
        paired.append(whole.rounds([MATERIAL], memory, IN_MEMORY, options.material_runs))
        same.append(whole.sameness(MATERIAL, memory))
    before = {OURS: middle([_run(whole.ours(memory, "--only-press")) for _ in range(options.runs)])}
    if HUGO in present:
        before[HUGO.name] = middle([_run(whole.reading(HUGO)) for _ in range(options.runs)])
    return Comparison(
        **circumstances(load),
        titles={OURS: "this project", **{each.name: each.title for each in GENERATORS}},
        versions={each.name: each.version(each.installed()) for each in present},
        before=before,
        same=same,
        paired=paired,
        missing=missing,
    )


def _set_up(root: Path, folder: Path, names: Sequence[str]) -> None:
    guides = folder / GUIDES
    make_guides(order(root, guides, jobs=1))
    sets = page_set(root)
    for generator in GENERATORS:
        if generator.name in names:
            generator.set_up(sets, guides, folder / generator.name)


def _sizes(folder: Path, memory: Path, sizes: Sequence[int], rounds: int) -> Sequence[Paired]:
    """Material with smaller portals: what a page costs it in a larger one."""
    found = []
    for size in sizes:
        workshop = Workshop(_portal(size, folder), folder / f"portal-{size}-guides")
        workshop.set_up([MATERIAL])
        found.append(workshop.rounds([MATERIAL], memory, IN_MEMORY, rounds))
    return found


def _portal(territories: int, folder: Path) -> Path:
    """The region, or a smaller portal of about so many territories."""
    if not territories:
        return ROOT
    root = folder / f"portal-{territories}"
    if not root.exists():
        smaller(ROOT, root, territories)
    return root


def _present(generators: Sequence[Generator]) -> tuple[list[Generator], list[str]]:
    """Those that can be had here, and why others cannot."""
    present, missing = [], []
    for generator in generators:
        say(f"{generator.title}: installed\n")
        try:
            generator.installed()
            present.append(generator)
        except NotHere as error:
            missing.append(f"{generator.title}: {error}")
    return present, missing


def _built(command: Command, output: Path) -> Usage:
    """A build into a folder that does not exist yet; the tree of the round before is gone."""
    shutil.rmtree(output, ignore_errors=True)
    output.parent.mkdir(parents=True, exist_ok=True)
    os.sync()  # the disk is done with the tree before
    say(f"{output.parent.name}/{output.name}")
    return _run(command)


def _run(command: Command) -> Usage:
    usage = run(command.words, command.whole_environ, command.folder)
    say(f": {usage.wall:.1f} s, {usage.cpu:.1f} s of processor, {usage.peak_mb:.0f} MB\n")
    return usage


def _write(comparison: Comparison) -> None:
    text = json.dumps(asdict(comparison), indent=2, ensure_ascii=False)
    (RESULTS / f"others-{comparison.date}.json").write_text(f"{text}\n", encoding="utf-8")
    PAGE.write_text(with_comparison(PAGE.read_text(encoding="utf-8"), comparison), encoding="utf-8")
    CHART.write_text(chart(comparison), encoding="utf-8")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="make bench-others", description=__doc__)
    memory = Path("/dev/shm")  # noqa: S108 - only measured, then removed
    place = ROOT / ".portail"
    parser.add_argument("--runs", type=int, default=5, help="rounds with Hugo and Eleventy (default: 5)")
    parser.add_argument("--material-runs", type=int, default=5, help="rounds with Material, whole (default: 5)")
    parser.add_argument("--sizes", type=int, nargs="*", default=[446, 2231], help="territories, for Material alone")
    parser.add_argument("--size-runs", type=int, default=1, help="rounds with each of these (default: 1)")
    parser.add_argument("--only", nargs="*", default=[each.name for each in GENERATORS], help="generators to measure")
    parser.add_argument("--territories", type=int, default=0, help="a smaller portal, to try this out")
    parser.add_argument("--dry", action="store_true", help="print, write no file of the project")
    parser.add_argument("--folder", type=Path, default=place, help="where to build (default: .portail)")
    parser.add_argument("--memory", type=Path, default=memory if memory.is_dir() else place, help="3 GB in memory")
    return parser


if __name__ == "__main__":
    raise SystemExit(main())
