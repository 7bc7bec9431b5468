"""What a build took, in numbers that are the same on any machine: in all, and by output."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from site_builder.publish.tree import WrittenFiles
from site_builder.tally import PAGES, TEXTS, Tally


@dataclass(frozen=True, slots=True, kw_only=True)
class OutputCost:
    """The files of one output: those of the site, and those that had to be written because they were not there."""

    files: int
    bytes: int
    new: int
    new_bytes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Costs:
    """``pages``: rendered ones; ``templates``: times that one ran, those of pages and of shells included;

    ``texts``: Markdown texts converted; ``linked``, ``left``: files taken from the live site, or that stood in the idle
    tree; ``removed``: files of the site before that this one does not have. ``outputs``: each under its name, pages
    as ``pages/<kind>``.
    """

    pages: int
    templates: int
    texts: int
    linked: int
    left: int
    removed: int
    outputs: Mapping[str, OutputCost]


def costs(tally: Tally, written: WrittenFiles, outputs: Iterable[tuple[str, str]], removed: int) -> Costs:
    """What was done, and what was written; ``outputs``: each file's path, and the name of the output it belongs to."""
    ran = {name: times for name, times in tally.items() if name != TEXTS}
    return Costs(
        pages=pages_of(tally),
        templates=sum(ran.values()),
        texts=tally[TEXTS],
        linked=written.linked,
        left=written.left,
        removed=removed,
        outputs=_by_output(written, outputs),
    )


def pages_of(tally: Tally) -> int:
    """Pages rendered."""
    return sum(times for name, times in tally.items() if name.startswith(PAGES))


def _by_output(written: WrittenFiles, outputs: Iterable[tuple[str, str]]) -> Mapping[str, OutputCost]:
    files, size, new, new_size = (Counter[str]() for _ in range(4))
    created = frozenset(written.created)
    for path, name in outputs:
        record = written.manifest[path]
        files[name] += 1
        size[name] += record.size
        if path in created:
            new[name] += 1
            new_size[name] += record.size
    return {
        name: OutputCost(files=files[name], bytes=size[name], new=new[name], new_bytes=new_size[name])
        for name in sorted(files)
    }
