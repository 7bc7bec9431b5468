"""What the first view of a page asks for, weighs and moves, read while it loads in a browser that has nothing yet."""

import gzip
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Page, Request

from tests.region.page_reading import page_file

TEXTS = {".html", ".css", ".js", ".json", ".geojson", ".svg", ".webmanifest", ".xml", ".txt", ".ics"}
"""What GitHub Pages compresses."""
PARTS = {
    ".html": "html",
    ".css": "style",
    ".js": "script",
    ".mjs": "script",
    ".wasm": "script",
    ".woff2": "typefaces",
    ".svg": "drawings",
    ".webp": "pictures",
    ".avif": "pictures",
    ".jpg": "pictures",
    ".jpeg": "pictures",
    ".png": "pictures",
}
WATCH = """
window.moved = [];
new PerformanceObserver((list) => {
  for (const { value, hadRecentInput, sources } of list.getEntries())
    if (!hadRecentInput) moved.push([value, sources.map(({ node }) => node?.outerHTML?.slice(0, 80) ?? "")]);
}).observe({ type: "layout-shift", buffered: true });
"""
SETTLED = """async () => {
  const frame = () => new Promise(requestAnimationFrame), seen = ({ top, bottom }) => bottom > 0 && top < innerHeight;
  await document.fonts.ready;
  await Promise.all([...document.images].filter((image) => seen(image.getBoundingClientRect()))
    .map((image) => image.decode().catch(() => {})));
  await frame();
  await frame();
  return moved;
}"""


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstView:
    """Files in the order in which they were asked for, with their bytes; what moved, and by how much."""

    asked: Mapping[str, int]
    moved: tuple[tuple[float, tuple[str, ...]], ...]

    @property
    def shift(self) -> float:
        """Cumulative layout shift, all of it in one window: never less than Chrome's own figure."""
        return sum(value for value, _ in self.moved)

    @property
    def parts(self) -> Counter[str]:
        """Bytes of each part; what is of none of them is ``other``."""
        parts: Counter[str] = Counter()
        for address, size in self.asked.items():
            parts[part_of(address)] += size
        return parts

    @property
    def size(self) -> int:
        """Everything, in bytes."""
        return sum(self.asked.values())

    @property
    def size_without_pictures(self) -> int:
        """Everything but photographs, in bytes."""
        return self.size - self.parts["pictures"]


def first_view(page: Page, url: str, site: Path, base: str) -> FirstView:
    """Open ``url`` in ``page``, new in a new context, and wait until nothing of its first screen is missing.

    ``site`` holds the files that are served below ``base``. Raises AssertionError when the page does not answer.
    """
    asked: dict[str, int] = {}

    def count(request: Request) -> None:
        address = urlsplit(request.url)
        if address.scheme.startswith("http"):
            path = unquote(address.path).removeprefix(base)
            asked[path] = sent(site / page_file(path))

    page.on("request", count)
    page.add_init_script(WATCH)
    answer = page.goto(url, wait_until="load")
    assert answer is not None
    assert answer.ok, url
    moved = page.evaluate(SETTLED)
    page.remove_listener("request", count)
    return FirstView(asked=asked, moved=tuple((value, tuple(nodes)) for value, nodes in moved))


def part_of(address: str) -> str:
    """Which part of a page a file is; an address without a name is a page."""
    return PARTS.get(Path(address).suffix, "other") if address and not address.endswith("/") else "html"


@cache
def sent(file: Path) -> int:
    """Bytes of the body as a static host sends it."""
    data = file.read_bytes()
    return len(gzip.compress(data, 9, mtime=0)) if file.suffix in TEXTS else len(data)
