"""What each output of the region's portal costs: the second table of docs/performance.md, which `make bench` rewrites.

Counted, not timed, with one process: the same on any machine.
"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from benchmarks.table import between

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "performance.md"
MARKS = ("<!-- make bench: outputs -->", "<!-- /make bench: outputs -->")


def main() -> int:
    """Count a build of everything but paper, and write the table."""
    with tempfile.TemporaryDirectory() as folder:
        counts = Path(folder) / "counts.json"
        program = (sys.executable, "-m", "site_builder.cli", "build", "--no-paper", "--jobs", "1")
        subprocess.run((*program, "--output", f"{folder}/site", "--counts", counts), cwd=ROOT, check=True)
        text = "\n".join(outputs_table(json.loads(counts.read_text(encoding="utf-8"))))
    PAGE.write_text(between(PAGE.read_text(encoding="utf-8"), MARKS, text), encoding="utf-8")
    return 0


def outputs_table(counts: Mapping[str, Any]) -> Iterator[str]:
    """Markdown: what was done in all, then the outputs, the largest first."""
    yield (
        f"{counts['pages']:,} pages rendered, templates run {counts['templates']:,} times, "
        f"{counts['texts']:,} Markdown texts converted."
    )
    yield ""
    yield "| output | files | kB | kB each |"
    yield "|---|---:|---:|---:|"
    for name, cost in sorted(counts["outputs"].items(), key=lambda item: -item[1]["bytes"]):
        kilobytes = cost["bytes"] / 1000
        yield f"| {name} | {cost['files']:,} | {kilobytes:,.0f} | {kilobytes / cost['files']:,.1f} |"


if __name__ == "__main__":
    sys.exit(main())
