"""How much the host publishes: beyond that a site would never arrive, so it is not published here either."""

from collections.abc import Iterator

from site_builder.host import HOST_FILE
from site_builder.problems import Place, Problem

MOST_BYTES = 1_000_000_000
"""Of a published site, on GitHub Pages ("GitHub Pages limits": 1 GB)."""
WARNED_AT = 0.65
"""The share of a limit at which there is still time to think."""


def beyond_limits(size: int) -> Iterator[Problem]:
    """What to say of a site of ``size`` bytes: nothing, a warning in time, an error for one that the host refuses."""
    if size > MOST_BYTES * WARNED_AT:
        values = {
            "megabytes": round(size / 1e6),
            "most": round(MOST_BYTES / 1e6),
            "share": int(100 * size / MOST_BYTES),
        }
        yield Problem("site-too-large" if size > MOST_BYTES else "site-large", Place(HOST_FILE), values)
