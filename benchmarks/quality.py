"""The last part of `make quality`: what readers meet, measured; writes benchmarks/results/ and docs/quality.md.

The page kinds are those of the cut demonstration, which the browser tests look at too; the heaviest guides, the first
search and Lighthouse are of the whole region, as it was built into site/. How busy the machine is changes Lighthouse's
times, and no other figure.
"""

import argparse
import json
import os
import platform
import shutil
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from pathlib import Path

from playwright.sync_api import sync_playwright

from benchmarks import reading, whole_region
from benchmarks.lighthouse_scores import Scores, measure
from benchmarks.quality_page import QualityFigures, page
from benchmarks.static_host import hosted
from tests.browser.conftest import Served, running
from tests.browser.demonstration import cut_demonstration
from tests.browser.nu import messages_of_pages
from tests.browser.portal_pages import SITE_URL
from tests.conftest import TODAY, PortalFolder
from tests.quality.conftest import BuiltSite

ROOT = Path(__file__).resolve().parent.parent
RESULTS = ROOT / "benchmarks" / "results"
PAGE = ROOT / "docs" / "quality.md"
WHOLE_BROWSERS = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
"""Lighthouse needs a browser with its window."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, write, print. Exit code 1 when a mark is not met, or was not measured."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--lighthouse", default="", help="Lighthouse's command; without it, it is not measured")
    parser.add_argument("--nu", default="", help="the Nu validator; without it, pages are not validated")
    parser.add_argument("--site", type=Path, default=ROOT / "site", help="the whole region, built")
    parser.add_argument("--browser", default=_whole_browser(), help="a whole Chromium, for Lighthouse")
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args(arguments)
    load = os.getloadavg()[0]
    with tempfile.TemporaryDirectory(prefix="quality-") as folder:
        figures = _figures(Path(folder), options, load)
    RESULTS.mkdir(exist_ok=True)
    text = json.dumps(asdict(figures), indent=2, ensure_ascii=False)
    (RESULTS / f"quality-{figures.date}.json").write_text(f"{text}\n", encoding="utf-8")
    PAGE.write_text(page(figures), encoding="utf-8")
    sys.stdout.write("".join(f"{mark.state}: {mark}\n" for mark in figures.marks()))
    return 0 if all(mark.met for mark in figures.marks()) else 1


def _figures(folder: Path, options: argparse.Namespace, load: float) -> QualityFigures:
    cut_demonstration(folder / "portal")
    portal = PortalFolder(folder / "portal")
    checked = portal.check(TODAY)
    assert checked.planned
    portal.build(site_url=SITE_URL)
    with sync_playwright() as playwright, running(portal.site) as origin:
        browser = playwright.chromium.launch(executable_path=os.environ["PORTAIL_BROWSER"], args=["--no-sandbox"])
        served = Served(portal.site, checked.planned.site, origin)
        figures = QualityFigures(
            date=date.today().isoformat(),  # noqa: DTZ011 - the day on the maintainer's calendar
            cores=os.cpu_count() or 1,
            python=platform.python_version(),
            system=f"{platform.system()} {platform.release()}",
            browser=browser.version,
            load=load,
            pages=tuple(reading.pages(browser, served)),
            states=tuple(reading.states(browser, served)),
            first_search=reading.first_search(browser, served),
            region_pages=tuple(whole_region.first_views(browser, options.site)),
            region_search=whole_region.first_search(browser, options.site),
            valid=_validated(Path(options.nu), portal.site) if options.nu else None,
            lighthouse=tuple(_lighthouse(options)) if options.lighthouse and options.browser else (),
        )
        browser.close()
    return figures


def _validated(validator: Path, site: Path) -> tuple[int, int]:
    """How many pages, and what the Nu validator says of them."""
    files = sorted(site.rglob("*.html"))
    return len(files), len(messages_of_pages(validator, files))


def _lighthouse(options: argparse.Namespace) -> list[Scores]:
    base = BuiltSite(options.site).base
    with hosted(options.site, base) as origin:
        return [
            measure(Path(options.lighthouse), options.browser, name, f"{origin}{base}{path}", options.runs)
            for name, path in whole_region.LOOKED_AT.items()
        ]


def _whole_browser() -> str:
    """The first that is installed; nothing where there is none."""
    return next(filter(None, map(shutil.which, WHOLE_BROWSERS)), "")


if __name__ == "__main__":
    sys.exit(main())
