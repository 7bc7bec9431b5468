"""What builds cost is what benchmarks/budget.yml says, no more and no less."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from benchmarks.budget import CHANGE_ON_PURPOSE, EDITS, FILE, budget, differences, measure, write

GUIDES = {"files": 2, "bytes": 1500}


def build(**counts: Any) -> Mapping[str, Mapping[str, Any]]:
    """A budget of one build."""
    return {"nothing": {"pages": 175, "removed": 0, "outputs": {"pages/guide": GUIDES}, **counts}}


def test_builds_cost_what_the_budget_says(tmp_path: Path) -> None:
    allowed = budget()
    assert [*allowed] == [*EDITS]
    told = [*differences(allowed, measure(tmp_path / "portal"))]
    assert told == [], CHANGE_ON_PURPOSE


@pytest.mark.parametrize(
    ("measured", "told"),
    [
        (build(), []),
        (build(pages=1176), ["nothing: pages: 1,176, 1,001 over the budget of 175"]),
        (build(pages=4), ["nothing: pages: 4, 171 under the budget of 175"]),
        (
            build(outputs={"pages/guide": {**GUIDES, "bytes": 1501}, "search": {"files": 3}}),
            [
                "nothing: pages/guide: bytes: 1,501, 1 over the budget of 1,500",
                "nothing: search: files: 3, 3 over the budget of 0",
            ],
        ),
        (
            build(outputs={}),
            [
                "nothing: pages/guide: files: 0, 2 under the budget of 2",
                "nothing: pages/guide: bytes: 0, 1,500 under the budget of 1,500",
            ],
        ),
    ],
    ids=["as allowed", "over", "under", "by output", "an output less"],
)
def test_what_is_not_as_allowed_is_said(measured: Mapping[str, Mapping[str, Any]], told: list[str]) -> None:
    assert [*differences(build(), measured)] == told


def test_the_file_is_as_the_program_writes_it(tmp_path: Path) -> None:
    write(budget(), tmp_path / "budget.yml")
    assert (tmp_path / "budget.yml").read_text(encoding="utf-8") == FILE.read_text(encoding="utf-8")
