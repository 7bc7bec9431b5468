"""What the first view of a page may cost: bytes as GitHub Pages sends them (gzip), requests, movement."""

GUIDE_BYTES = 75_000
"""HTML, style, script, typefaces and drawings, without pictures."""
HOME_BYTES = 100_000
"""The same with pictures."""
PAGE_BYTES = 100_000
"""Of any other page, without pictures."""
SCRIPT_BYTES = 15_000
"""Before the reader has done anything."""
FIRST_SEARCH_BYTES = 220_000
"""All that the first search asks for, from the press of the button to the results."""
LAYOUT_SHIFT = 0
REQUESTS = 10
"""The page, two style sheets, the script, two typefaces, the icon, a map; a module and a drawing of its own."""
REQUESTS_WITH_CARDS = 24
"""Where cards have drawings: those of the first screen, and the next ones that the browser fetches ahead."""


def most_bytes(key: str) -> int:
    """Of the first view of a page without its pictures; ``key`` as in the plan."""
    return GUIDE_BYTES if key.startswith("guide:") else PAGE_BYTES


def most_requests(key: str) -> int:
    """Of the first view of a page."""
    return REQUESTS_WITH_CARDS if key == "home" or "-list" in key else REQUESTS
