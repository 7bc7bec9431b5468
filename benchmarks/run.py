"""`make bench`: how long a build takes, how much memory, and whether a page costs the same in a large portal.

Results go to benchmarks/results/<date>.json and into the table of docs/performance.md. Every build is a new process,
started as an editor starts it; "fresh" is an empty folder, "reused" the tree of the build before the last one. Sizes
are compared in memory, where nothing but the build itself takes time.
"""

import argparse
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import asdict
from functools import partial
from pathlib import Path

from benchmarks.edits import after_edits, copied, new_telephone, new_words
from benchmarks.figures import Figures, Paper, Step
from benchmarks.machine import circumstances, say
from benchmarks.measure import Usage, middle, run, size_of
from benchmarks.portals import count, smaller
from benchmarks.table import table, with_table

ROOT = Path(__file__).resolve().parent.parent
RESULTS = ROOT / "benchmarks" / "results"
PAGE = ROOT / "docs" / "performance.md"
PRINTED = Path(".portail") / "paper"
"""Where a portal keeps what it printed."""
WORKED_OUT = tuple(Path(".portail") / name for name in ("host", "parts", "search", "templates"))
"""Where it keeps the host's answer, what it worked out, the index of the search, and templates compiled."""
TENTH, HALF = 446, 2231


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, write, print. Exit code 1 when a mark is not met."""
    options = _parser().parse_args(arguments)
    options.folder.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory(prefix="bench-", dir=options.folder) as folder,
        tempfile.TemporaryDirectory(prefix="bench-", dir=options.memory) as memory,
    ):
        figures = measure(Path(folder), Path(memory), options.runs)
    _write(figures)
    sys.stdout.write(f"{table(figures)}\n")
    return 0 if all(mark.met for mark in figures.marks()) else 1


def measure(folder: Path, memory: Path, runs: int) -> Figures:
    """The region below ``folder``; then, below ``memory``, rounds of every size: what disturbs one disturbs all."""
    load = os.getloadavg()[0]
    portals = {root: smaller(ROOT, root, size) for root, size in ((folder / "tenth", TENTH), (folder / "half", HALF))}
    portals[ROOT] = count(ROOT)
    _fresh(folder / "tenth", folder / "warm")
    whole = folder / "whole"
    fresh = middle([_fresh(ROOT, whole) for _ in range(runs)])
    reused = _reused(whole, runs)
    unchanged = middle([_build(ROOT, whole / "site", anew=False) for _ in range(runs)])
    size = size_of(whole / "site")
    paper = _paper(whole)
    contact, block = _edited(copied(ROOT, folder / "edited"), whole / "edited", runs)
    rounds = [{root: _fresh(root, memory / f"out-{number}") for root, number in portals.items()} for _ in range(runs)]
    return Figures(
        **circumstances(load),
        runs=runs,
        size=size,
        fresh=fresh,
        reused=reused,
        memory=middle([usages[ROOT] for usages in rounds]),
        unchanged=unchanged,
        contact=contact,
        block=block,
        steps=[
            Step(
                territories=number,
                pages=size_of(memory / f"out-{number}" / "site").pages,
                usage=middle([usages[root] for usages in rounds]),
                least_cpu=min(usages[root].cpu for usages in rounds),
            )
            for root, number in portals.items()
        ],
        paper=paper,
    )


def _fresh(root: Path, out: Path) -> Usage:
    """A build into a folder that does not exist yet."""
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir()
    os.sync()  # the disk is done with the tree before
    return _build(root, out / "site")


def _reused(out: Path, runs: int) -> Usage:
    """The median of ``runs`` builds over a staged tree; the first build here leaves one behind, unmeasured."""
    _build(ROOT, out / "site")
    return middle([_build(ROOT, out / "site") for _ in range(runs)])


def _edited(root: Path, out: Path, runs: int) -> tuple[Usage, Usage]:
    """After edits of one contact, then of one text of all guides; both trees and all that is kept are there."""
    out.mkdir()

    def build() -> Usage:
        return _build(root, out / "site", anew=False)

    build()
    new_telephone(root, 0)
    build()
    contact = after_edits(partial(new_telephone, root), build, runs)
    return contact, after_edits(partial(new_words, root), build, runs)


def _paper(out: Path) -> Paper:
    """Two builds with the printed guides over the tree that is there: what was printed before is forgotten once."""
    shutil.rmtree(ROOT / PRINTED, ignore_errors=True)
    cold, warm = (_build(ROOT, out / "site", paper=True) for _ in range(2))
    sizes = [file.stat().st_size for file in (out / "site").rglob("*.pdf")]
    return Paper(files=len(sizes), largest=max(sizes), cold=cold, warm=warm)


def _build(root: Path, site: Path, *, paper: bool = False, anew: bool = True) -> Usage:
    """``anew``: nothing that a former build worked out serves, and there is something to do."""
    say(f"{root.name} → {site.parent.name}")
    command = [sys.executable, "-m", "site_builder.cli", "build", "--root", str(root), "--output", str(site)]
    if anew:
        for folder in WORKED_OUT:
            shutil.rmtree(root / folder, ignore_errors=True)
        command += ["--counts", str(site.parent / "counts.json")]  # builds what has not changed too
    usage = run(command if paper else [*command, "--no-paper"])
    say(f": {usage.wall:.1f} s, {usage.cpu:.1f} s of processor, {usage.peak_mb:.0f} MB\n")
    return usage


def _write(figures: Figures) -> None:
    RESULTS.mkdir(exist_ok=True)
    text = json.dumps(asdict(figures), indent=2, ensure_ascii=False, default=str)
    (RESULTS / f"{figures.date}.json").write_text(f"{text}\n", encoding="utf-8")
    PAGE.write_text(with_table(PAGE.read_text(encoding="utf-8"), figures), encoding="utf-8")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--runs", type=int, default=3, help="builds of each kind (default: 3)")
    parser.add_argument("--folder", type=Path, default=ROOT / ".portail", help="where to build (default: .portail)")
    memory = Path("/dev/shm")  # noqa: S108 - only measured, then removed
    parser.add_argument(
        "--memory",
        type=Path,
        default=memory if memory.is_dir() else ROOT / ".portail",
        help="a folder in memory, 1 GB free (default: /dev/shm where it exists)",
    )
    return parser


if __name__ == "__main__":
    raise SystemExit(main())
