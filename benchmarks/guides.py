"""The region's welcome guides and nothing else, through the portal's own pipeline: compared with other generators.

``python -m benchmarks.guides --output DIR``: everything that the guides need is done and counted, as `portail build`
does it, the portal's checks included; no other page, no picture, map, search or feed is made.
"""

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path

from site_builder.cli.host import host_theme
from site_builder.collector import collector_paused
from site_builder.incremental.recollection import Recollection
from site_builder.order import BuildOrder
from site_builder.output import Output
from site_builder.pictures.stage import NO_PICTURES
from site_builder.pipeline import SHARES_EACH
from site_builder.plan.pages import GUIDE, PagePlan
from site_builder.problems import has_errors
from site_builder.processes import available_cores, beside, make_all
from site_builder.progress import UNWATCHED
from site_builder.publish.tree import TreeWriter
from site_builder.reading import read_portal, run_checks
from site_builder.render.stage import Press
from site_builder.steps import setting_of

ROOT = Path(__file__).resolve().parent.parent


class PortalHasErrors(Exception):
    """`portail check` says which."""


def order(root: Path, destination: Path, jobs: int) -> BuildOrder:
    """What `portail build` would be asked for."""
    return BuildOrder(root=root, theme=host_theme(root), destination=destination, jobs=jobs)


def guides_of(pages: Iterable[PagePlan]) -> Iterator[PagePlan]:
    """The welcome guides among ``pages``."""
    return (page for page in pages if page.kind == GUIDE)


@collector_paused()
def guide_press(asked: BuildOrder) -> Press:
    """The press of a portal that has been checked. Raises PortalHasErrors."""
    past = Recollection(asked.root, None)
    read = read_portal(asked.root, None, UNWATCHED, past)
    with beside(partial(run_checks, read), asked.processes) as checks:
        press = setting_of(past, read.planned, NO_PICTURES, asked).press if read.planned else None
        if press is None or has_errors([*read.problems, *checks.result().problems]):
            raise PortalHasErrors(f"{asked.root} has errors: portail check --root {asked.root}")
    return press


@collector_paused()
def make_guides(asked: BuildOrder, *, only_press: bool = False) -> int:
    """Write every guide of the portal into the destination, or do all that comes before that. Returns how many."""
    press = guide_press(asked)

    def make(share: int, shares: int) -> Iterator[Output]:
        return press.pages(guides_of(press.scene.site.share(share, shares)))

    if only_press:
        return 0
    writer = TreeWriter(asked.destination)
    return make_all(make, writer, asked.processes, lambda _: None, shares_each=SHARES_EACH).files


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--root", type=Path, default=ROOT, help="the portal (default: the region)")
    parser.add_argument("--output", type=Path, default=Path("guides"))
    parser.add_argument("--jobs", type=int, default=available_cores())
    parser.add_argument("--only-press", action="store_true", help="all that is done before the first page")
    options = parser.parse_args(arguments)
    made = make_guides(order(options.root, options.output, options.jobs), only_press=options.only_press)
    sys.stdout.write(f"{made}\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
