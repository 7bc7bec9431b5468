"""The gate on coverage counts lines and branches apart."""

import json
from pathlib import Path

import pytest

from scripts.coverage_gate import main


@pytest.mark.parametrize(
    ("lines", "branches", "code"),
    [(95, 90, 0), (100, 100, 0), (94, 100, 1), (100, 89, 1)],
    ids=["at both marks", "all", "too few lines", "too few branches"],
)
def test_gate(tmp_path: Path, capsys: pytest.CaptureFixture[str], lines: int, branches: int, code: int) -> None:
    report = tmp_path / "coverage.json"
    totals = {"covered_lines": lines, "num_statements": 100, "covered_branches": branches, "num_branches": 100}
    report.write_text(json.dumps({"totals": totals}), encoding="utf-8")
    assert main(str(report)) == code
    assert capsys.readouterr().out == (
        f"coverage of lines: {lines:.1f} % (at least 95 %)\ncoverage of branches: {branches:.1f} % (at least 90 %)\n"
    )
