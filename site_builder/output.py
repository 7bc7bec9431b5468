"""Outputs are values: a path below the site's root, and bytes. One module writes them to disk."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Output:
    """A file of the site. ``path`` is relative, with ``/``."""

    path: str
    data: bytes

    @property
    def is_page(self) -> bool:
        """Whether a reader opens it in a browser; maps, pictures and feeds are not pages."""
        return self.path.endswith(".html")


Make = Callable[[int, int], Iterator[Output]]
"""``make(share, shares)``: the outputs of one share; together the shares make each output once."""
MakeAll = Callable[[Make, Path, int], object]
"""``make_all(make, folder, most)``: at most so many shares, written below the folder, each by a process of its own
where that is possible. A stage is given it, and so knows nothing of processes and of progress."""
STAGING = ".portail"
"""The folder for what is being made and for what is kept between builds: beside the site, and in the portal's own."""
SITE_MARK = Output(".portail-site", b"A site made by portail: the next build may replace this whole folder.\n")
"""Every site of ours holds this file; a folder without it is somebody's. ``.nojekyll`` would prove nothing."""
