"""Outputs are values: a path below the site's root, and bytes. One module writes them to disk."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Output:
    """A file of the site. ``path`` is relative, with ``/``."""

    path: str
    data: bytes

    @property
    def is_page(self) -> bool:
        """Whether a reader opens it in a browser; maps, pictures and feeds are not pages."""
        return self.path.endswith(".html")


STAGING = ".portail"
"""The folder for what is being made and for what is kept between builds: beside the site, and in the portal's own."""
SITE_MARK = Output(".portail-site", b"A site made by portail: the next build may replace this whole folder.\n")
"""Every site of ours holds this file; a folder without it is somebody's. ``.nojekyll`` would prove nothing."""
