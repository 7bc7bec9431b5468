"""How large a site may be. What is larger arrives late or never, so it is not published here either.

GitHub Pages takes 1 GB and ten minutes of deployment ("GitHub Pages limits"); a site of ours is to stay far from both.
"""

from collections.abc import Iterator

from site_builder.host import HOST_FILE
from site_builder.problems import Place, Problem

MOST_BYTES = 650_000_000
MOST_FILES = 60_000
TOO_MUCH = frozenset({"site-too-large", "files-too-many"})
"""The codes of what keeps a site from being published here, whatever its files say."""
WARNED_AT = 0.97
"""The share of a limit at which there is still time to think."""


def beyond_limits(size: int, files: int) -> Iterator[Problem]:
    """What to say of a site of ``size`` bytes: nothing, a warning in time, an error for one that is too large."""
    if size > MOST_BYTES * WARNED_AT:
        values = {"megabytes": round(size / 1e6), "most": round(MOST_BYTES / 1e6), "share": 100 * size // MOST_BYTES}
        yield Problem("site-too-large" if size > MOST_BYTES else "site-large", Place(HOST_FILE), values)
    if files > MOST_FILES * WARNED_AT:
        counted = {"files": files, "most": MOST_FILES, "share": 100 * files // MOST_FILES}
        yield Problem("files-too-many" if files > MOST_FILES else "files-many", Place(HOST_FILE), counted)
