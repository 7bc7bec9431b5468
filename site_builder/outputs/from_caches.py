"""What was made in an earlier build or before the pages: printed files and pictures, from where they are kept."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from site_builder.output import Output


def kept_outputs(sources: Iterable[tuple[str, Path]]) -> Iterator[Output]:
    """Each file at its path in the site, one in memory at a time."""
    for path, source in sources:
        yield Output(path, source.read_bytes())
