"""Counts of a build, added up by output."""

from collections import Counter

from site_builder.costs import Costs, OutputCost, costs
from site_builder.publish.manifest import FileRecord
from site_builder.publish.tree import How, WrittenFile, WrittenFiles
from site_builder.tally import TEXTS


def written(path: str, size: int, how: How) -> WrittenFile:
    record = FileRecord(fingerprint="", size=size, modified=0, inode=0)
    return WrittenFile(path, record, how)


def test_what_was_done_and_what_was_written_are_added_up() -> None:
    tally = Counter({"main.html": 2, "pages/guide.html": 3, "pages/home.html": 1, "fragments/step.html": 7, TEXTS: 5})
    files = WrittenFiles.of(
        [
            written("dax/index.html", 40, How.NEW),
            written("pau/index.html", 50, How.LINKED),
            written("sitemap.xml", 6, How.NEW),
            written("sw.js", 7, How.LEFT),
        ]
    )
    outputs = {"dax/index.html": "pages/guide", "pau/index.html": "pages/guide", "sitemap.xml": "sitemaps"}
    assert costs(tally, files, {**outputs, "sw.js": "worker"}.items(), removed=2) == Costs(
        pages=4,
        templates=13,
        texts=5,
        linked=1,
        left=1,
        removed=2,
        outputs={
            "pages/guide": OutputCost(files=2, bytes=90, new=1, new_bytes=40),
            "sitemaps": OutputCost(files=1, bytes=6, new=1, new_bytes=6),
            "worker": OutputCost(files=1, bytes=7, new=0, new_bytes=0),
        },
    )
