"""Outputs are values: a path below the site's root, and bytes. One module writes them to disk."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Output:
    """A file of the site. ``path`` is relative, with ``/``.

    ``asked``: by name, what it was made from, beside what it shares with all others of its kind (`standing.py`); None
    where nobody noted it.
    """

    path: str
    data: bytes
    asked: tuple[str, ...] | None = None

    @property
    def is_page(self) -> bool:
        """Whether a reader opens it in a browser; maps, pictures and feeds are not pages."""
        return self.path.endswith(".html")


@dataclass(frozen=True, slots=True)
class Kept:
    """A file that stays as it is in the site that is published now: its bytes are not at hand, their fingerprint is.

    ``fingerprint``: as `fingerprint` in `incremental/inputs.py` writes it.
    """

    path: str
    fingerprint: str
    asked: tuple[str, ...] | None = None

    @property
    def is_page(self) -> bool:
        """As of an output."""
        return self.path.endswith(".html")


Made = Output | Kept
"""A file of the site, as bytes or as what stands there already."""
Make = Callable[[int, int], Iterator[Made]]
"""``make(share, shares)``: the files of one share; together the shares make each file once."""
MakeAll = Callable[[Make, Path, int], object]
"""``make_all(make, folder, most)``: at most so many shares, written below the folder, each by a process of its own
where that is possible. A stage is given it, and so knows nothing of processes and of progress."""
STAGING = ".portail"
"""The folder for what is being made and for what is kept between builds: beside the site, and in the portal's own."""
SITE_MARK = Output(".portail-site", b"A site made by portail: the next build may replace this whole folder.\n")
"""Every site of ours holds this file; a folder without it is somebody's. ``.nojekyll`` would prove nothing."""
