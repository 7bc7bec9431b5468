"""``python -m benchmarks.checking [TIMES]``: how long an editor of the region waits for ``portail check``.

Each check is a new process, started as an editor starts it. "Cold": nothing that a former check or build worked out is
there; "warm": nothing has changed since the last check.
"""

import shutil
import sys
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from benchmarks.edits import BLOCK, after_edits, copied, new_words
from benchmarks.measure import Usage, middle, run
from benchmarks.run import ROOT, WORKED_OUT

TIMES = 5


def main(arguments: list[str]) -> None:
    """Print one row of docs/performance.md for each check, the medians of so many."""
    times = int(arguments[0]) if arguments else TIMES
    with tempfile.TemporaryDirectory(prefix="bench-", dir=ROOT / ".portail") as folder:
        for name, usage in _measured(copied(ROOT, Path(folder) / "region"), times):
            sys.stdout.write(f"| {name} | {usage.wall:.2f} s | {usage.cpu:.2f} s | {usage.peak_mb:.0f} MB |\n")


def _measured(root: Path, times: int) -> Iterator[tuple[str, Usage]]:
    yield "the whole region, cold", middle([_check(root, anew=True) for _ in range(times)])
    yield "the whole region, warm", middle([_check(root) for _ in range(times)])
    one = partial(_check, root, BLOCK)
    yield "one file after an edit of it", after_edits(partial(new_words, root), one, times)


def _check(root: Path, *files: Path, anew: bool = False) -> Usage:
    for folder in WORKED_OUT if anew else ():
        shutil.rmtree(root / folder, ignore_errors=True)
    return run([sys.executable, "-m", "site_builder.cli", "check", "--root", str(root), *map(str, files)])


if __name__ == "__main__":
    main(sys.argv[1:])
