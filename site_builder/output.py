"""Outputs are values: a path below the site's root, and bytes. One module writes them to disk."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Output:
    """A file of the site. ``path`` is relative, with ``/``."""

    path: str
    data: bytes
