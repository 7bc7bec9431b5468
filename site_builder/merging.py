"""Shards that several machines have made, published as the one site that they are."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from site_builder.output import SITE_MARK, Output
from site_builder.outputs.from_caches import kept_outputs
from site_builder.problems import Problem, has_errors
from site_builder.processes import available_cores, make_all
from site_builder.progress import UNWATCHED, Progress
from site_builder.publish.limits import beyond_limits
from site_builder.publish.shards import found_in, refuse_altered, refuse_other_than_one_site
from site_builder.publish.stage import staged_tree
from site_builder.publish.tree import NOTHING, WrittenFiles

_SHARES_EACH = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeOrder:
    """The shards in ``folders``, to be published in ``destination`` as the site of the portal in ``root``."""

    root: Path
    folders: Sequence[Path]
    destination: Path
    jobs: int | None = None
    progress: Progress = UNWATCHED


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """What merging did. Problems are those of the site as a whole: of the portal, each shard has told its own."""

    problems: tuple[Problem, ...]
    pages: int
    written: WrittenFiles = NOTHING

    @property
    def failed(self) -> bool:
        """Whether the site was not published."""
        return has_errors(self.problems)


def merge_shards(order: MergeOrder) -> Merged:
    """Publish what the shards hold, through a staged tree as a build does.

    Raises PublishingStopped when they are not all the shards of one site, or not as they were made, and for whatever
    stops a build: what is published stays.
    """
    with staged_tree(order.root, order.destination) as tree:
        shards = sorted(map(found_in, order.folders), key=lambda shard: shard.record.part.number)
        refuse_other_than_one_site(shards)
        files = [source for shard in shards for source in shard.sources()]
        pages = sum(shard.record.pages for shard in shards)

        def make(share: int, shares: int) -> Iterator[Output]:
            return chain(kept_outputs(files[share::shares]), (SITE_MARK,) if share == 0 else ())

        order.progress.begin("pages", pages)
        found = tree.begin()
        jobs = order.jobs or available_cores()
        written = make_all(make, tree.writer, jobs, order.progress.advance, shares_each=_SHARES_EACH)
        refuse_altered(shards, written.manifest)
        tree.settle({SITE_MARK.path, *(path for path, _ in files)}, written, found)
        problems = tuple(beyond_limits(written.bytes, len(written.manifest)))
        if not has_errors(problems):
            problems = (*problems, *tree.publish(written.manifest))
    return Merged(problems=problems, pages=pages, written=written)
