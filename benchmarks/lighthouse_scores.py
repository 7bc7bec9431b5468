"""Lighthouse, as on a telephone: the median of several runs of a page."""

import json
import subprocess
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
TIMINGS = ("first-contentful-paint", "largest-contentful-paint", "total-blocking-time")
FLAGS = "--headless=new --no-sandbox --disable-gpu --disable-dev-shm-usage"


@dataclass(frozen=True, slots=True, kw_only=True)
class Scores:
    """Of 100, by category; milliseconds, as Lighthouse simulates a slow telephone; layout shift."""

    page: str
    version: str
    runs: int
    scores: dict[str, int]
    timings: dict[str, float]
    shift: float
    missed: tuple[str, ...]
    """What some run did not find perfect, outside of performance."""


def measure(command: Path, browser: str, page: str, url: str, runs: int) -> Scores:
    """``command`` is Lighthouse's own, ``browser`` a whole Chromium. Raises CalledProcessError."""
    reports = [_run(command, browser, url) for _ in range(runs)]
    return Scores(
        page=page,
        version=reports[0]["lighthouseVersion"],
        runs=runs,
        scores={name: _middle(reports, name) for name in CATEGORIES},
        timings={name: median(report["audits"][name]["numericValue"] for report in reports) for name in TIMINGS},
        shift=max(report["audits"]["cumulative-layout-shift"]["numericValue"] for report in reports),
        missed=tuple(sorted({name for report in reports for name in _missed(report)})),
    )


def _middle(reports: Sequence[dict], category: str) -> int:  # type: ignore[type-arg]
    scores: list[float] = [report["categories"][category]["score"] for report in reports]
    return round(100 * median(scores))


def _missed(report: dict) -> list[str]:  # type: ignore[type-arg]
    weighed = [it for name in CATEGORIES[1:] for it in report["categories"][name]["auditRefs"] if it["weight"] > 0]
    scores = {it["id"]: report["audits"][it["id"]]["score"] for it in weighed}
    return [name for name, score in scores.items() if score is not None and score < 1]


def _run(command: Path, browser: str, url: str) -> dict:  # type: ignore[type-arg]
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "report.json"
        arguments = [f"--chrome-flags={FLAGS}", "--output=json", f"--output-path={out}", "--quiet"]
        only = f"--only-categories={','.join(CATEGORIES)}"
        environ = {"CHROME_PATH": browser, "PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": folder, "CI": "true"}
        subprocess.run(["node", str(command), url, *arguments, only], check=True, env=environ, capture_output=True)
        report: dict = json.loads(out.read_text(encoding="utf-8"))  # type: ignore[type-arg]
    return report
