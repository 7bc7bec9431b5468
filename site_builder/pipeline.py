"""The whole flow on one screen.

load → validate → resolve → check → plan → pictures → render → paper → outputs → publish

The style sheet, scripts and icon (`outputs/assets.py`) are made before render: pages name them after their contents.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from site_builder.collector import collector_paused
from site_builder.incremental.inputs import inputs_of, order_fingerprint
from site_builder.incremental.recollection import Recollection
from site_builder.order import BuildOrder, Built
from site_builder.paper.printed import NOTHING_PRINTED, Printed
from site_builder.paths import refuse_same_path
from site_builder.plan.stage import Planned
from site_builder.problems import Problem, has_errors
from site_builder.problems.report import sorted_problems
from site_builder.processes import Counts, beside, make_all
from site_builder.publish.limits import beyond_limits
from site_builder.publish.made import Made, note
from site_builder.publish.pieces import note_pieces
from site_builder.publish.shards import refuse_whole_site
from site_builder.publish.stage import Tree, staged_tree, tree_in_place
from site_builder.publish.survey import Survey
from site_builder.publish.tree import NotKept, TreeWriter, WrittenFiles
from site_builder.reading import Checking
from site_builder.render.stage import Press
from site_builder.site_contents import SiteContents, files_of_output
from site_builder.steps import (
    Index,
    contents_of,
    kept_files,
    make_pictures_of,
    pages_standing,
    pieces,
    print_guides,
    printed_in,
    read_and_checked,
    search_files,
    searching,
    setting_of,
    shard_record,
    standing_of,
    whole_site_files,
    write_index,
)

PAGES_EACH = 50
"""Pages, in all languages, for which another process is worth its start."""
SHARES_EACH = 64
"""Shares of the site for each process: the last one to end keeps the others waiting for a 64th of its work at most."""


def build_site(order: BuildOrder) -> Built:
    """Build the portal into the order's destination, in place. Errors: nothing is written.

    Whoever calls it keeps other builds away: the host's hook, by `sole_builder_in_place`.
    """
    tree = tree_in_place(order.destination)
    return _build(order, tree, tree.begin)


def publish_site(order: BuildOrder) -> Built:
    """Build into a staged tree, verify it, then exchange it with the destination: readers never see half a site.

    Raises PublishingRefused before anything is read when a folder in the way is not ours, or another build runs;
    PublishingStopped when the disk is full, or does not let us write, and for a shard where a whole site stands.
    """
    if order.shard:
        refuse_whole_site(order.destination)
    with staged_tree(order.root, order.destination) as tree:
        order.progress.rest()
        with beside(tree.begin, order.processes) as begun:
            built = _build(order, tree, begun.result)
        told = sorted_problems([*built.problems, *order.known, *beyond_limits(built.bytes, built.files)])
        built = replace(built, problems=tuple(told))
        if not built.failed:
            left = tree.publish(built.written.manifest)
            built = replace(built, problems=(*built.problems, *left))
            if not left:
                _note(order, built)
    return built


def _note(order: BuildOrder, built: Built) -> None:
    """What was published, for the next build; nothing where a file changed meanwhile."""
    if order.remembered is None or built.day is None or inputs_of(order.root) != order.remembered:
        return
    if built.pieces:
        note_pieces(built.pieces, order.destination)
    if order.today:  # another day than the one on which the next build may find nothing to do
        return
    made = Made(
        made_from=order_fingerprint(order.remembered, paper=order.paper, served=order.theme.served, shard=order.shard),
        day=built.day.isoformat(),
        time_zone=built.time_zone,
        pages=built.pages,
        files=built.files,
        bytes=built.bytes,
        problems=built.problems,
    )
    note(made, order.destination)


@collector_paused()
def _build(order: BuildOrder, tree: Tree, begun: Callable[[], Survey]) -> Built:
    """``begun``: waits for a tree that may be written into."""
    with read_and_checked(order, Recollection(order.root, order.remembered)) as checking:
        planned = checking.read.planned
        if planned is None or has_errors(checking.known):
            return Built(problems=checking.problems())
        try:
            return _make(planned, checking, order, tree, begun)
        except Exception:
            if has_errors(checking.problems()):  # begun before they were known, it cannot be made of such a portal
                return Built(problems=checking.problems())
            raise


def _make(planned: Planned, checking: Checking, order: BuildOrder, tree: Tree, begun: Callable[[], Survey]) -> Built:
    """The site of a plan. No portal with errors is written."""
    pictures = make_pictures_of(planned, checking.problems, order)
    if has_errors(pictures.problems):  # paper takes a minute
        return Built(problems=tuple(sorted_problems([*checking.problems(), *pictures.problems])))
    setting = setting_of(checking.read.past, planned, pictures, order)
    scene, stands = setting.scene, standing_of(setting, order, tree.former)
    order.progress.rest()
    with (
        beside(partial(whole_site_files, setting, stands, order), order.processes) as whole,
        beside(partial(search_files, scene, stands, order), searching(stands, order)) as search,
    ):
        press = setting.press
        printed, problems = _printed(press, (*checking.problems(), *pictures.problems), order)
        if has_errors(problems):
            return Built(problems=problems)
        order.progress.rest()
        with beside(checking.keep, order.processes) as keeping:
            press = printed_in(press, printed)
            stands = pages_standing(stands, press)
            small = setting.style.by_output | whole.result()
            contents = contents_of(press, kept_files(scene, printed, pictures, order), small, order.part, stands)
            others = tuple(contents.all_files())
            refuse_same_path((file.path, file.of) for file in others)
            found = begun()
            indexing = partial(write_index, search, others, tree.writer)
            try:
                written, index = _written(contents, indexing, order, tree.writer, found)
            except NotKept:  # somebody has taken a file out of the site: all of them are made
                written, index = _written(replace(contents, standing={}), indexing, order, tree.writer, found)
            keeping.result()
    written += index.written
    record = shard_record(order, planned, contents, index, written)
    written += tree.writer.write_all(record)
    files = [*(contents.files() if order.shard else others), *index.files, *files_of_output(record, "shard")]
    tree.settle({file.path for file in files}, written, found)
    return Built(
        problems=tuple(sorted_problems([*problems, *index.problems])),
        pages=len(contents.pages),
        written=written,
        day=planned.today,
        time_zone=planned.portal.settings.time_zone,
        tally=scene.tally,
        planned=files,
        removed=len(tree.former.manifest.keys() - written.manifest.keys()) if tree.former else 0,
        pieces=pieces(stands, files, written),
    )


def _written(
    contents: SiteContents, index: Callable[[], Index], order: BuildOrder, writer: TreeWriter, found: Survey
) -> tuple[WrittenFiles, Index]:
    """The files of the site, apart from the search's, and these."""
    kept, remaining = contents.divided()
    processes = min(order.processes, 1 + len(remaining.pages) // PAGES_EACH)
    with beside(index, processes) as indexing:
        order.progress.begin("pages", len(contents.pages))
        written = writer.keep_all(kept, found.whole)
        order.progress.advance(sum(file.is_page for file in kept))
        advance, counts = order.progress.advance, Counts(tally=contents.press.scene.tally)
        written += make_all(remaining.share, writer, processes, advance, counts, SHARES_EACH)
        return written, indexing.result()


def _printed(press: Press, problems: Sequence[Problem], order: BuildOrder) -> tuple[Printed, tuple[Problem, ...]]:
    """What is printed, and the problems with those of printing; nothing where there are errors."""
    printed = print_guides(press, order) if not has_errors(problems) else NOTHING_PRINTED
    return printed, tuple(sorted_problems([*problems, *printed.problems]))
