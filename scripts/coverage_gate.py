"""Fail when the tests reach less of the core than promised: lines and branches are counted apart.

python -m coverage json -q -o coverage.json && python scripts/coverage_gate.py coverage.json
"""

import json
import sys
from collections.abc import Mapping
from pathlib import Path

LEAST = {"lines": 95.0, "branches": 90.0}
"""Percentages of site_builder; see CONTRIBUTING.md."""


def reached(totals: Mapping[str, float]) -> dict[str, float]:
    """Percentages from the totals of coverage.py's JSON report."""
    return {
        "lines": 100 * totals["covered_lines"] / totals["num_statements"],
        "branches": 100 * totals["covered_branches"] / totals["num_branches"],
    }


def main(path: str) -> int:
    """Print both figures. Exit code 1 when one is below its mark."""
    totals = json.loads(Path(path).read_text(encoding="utf-8"))["totals"]
    figures = reached(totals)
    for name, percent in figures.items():
        sys.stdout.write(f"coverage of {name}: {percent:.1f} % (at least {LEAST[name]:.0f} %)\n")
    return int(any(percent < LEAST[name] for name, percent in figures.items()))


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1]))
