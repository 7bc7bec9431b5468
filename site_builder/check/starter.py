"""What `portail init` wrote as an example, and nobody has replaced."""

from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path, PurePosixPath

from site_builder.check.sight import Sight
from site_builder.problems import Place, Problem

EXAMPLES = (
    "content/*/example-*.md",
    "content/pages/about*.md",
    "content/pages/accessibility*.md",
    "content/pages/legal*.md",
    "data/portal.yml",
    "data/territories/territories.yml",
)
"""Files of the starter that say of themselves that they are to be replaced. A portal may well keep the others."""


def left_examples(sight: Sight, starter: Path) -> Iterator[Problem]:
    """Examples that are, byte for byte, those of the folder ``starter``, and that readers would see."""
    root = sight.records.sources.root
    if root.resolve() == starter.resolve():
        return
    for path in sorted(_shown(sight)):
        if any(fnmatchcase(path, example) for example in EXAMPLES) and _same(root / path, starter / path):
            of_data = PurePosixPath(path).parts[0] == "data"
            yield Problem("starter-data-left", Place(path)) if of_data else Problem("starter-left", Place(path))


def _shown(sight: Sight) -> Iterator[str]:
    yield from (path for entry in sight.entries if entry.published for path in entry.paths.values())
    yield from (path for path in sight.told if path.startswith("data/"))


def _same(file: Path, example: Path) -> bool:
    return example.is_file() and file.is_file() and file.read_bytes() == example.read_bytes()
