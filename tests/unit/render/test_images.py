"""Every image of a page says the width and the height that its file has: nothing moves when it comes."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from PIL import Image
from selectolax.lexbor import LexborHTMLParser

from tests.conftest import SITE_URLS, PortalFolder

_SVG_SIZE = re.compile(r'<svg [^>]*width="(\d+)" height="(\d+)"')


def size_of(file: Path) -> tuple[int, int]:
    if file.suffix == ".svg":
        found = _SVG_SIZE.match(file.read_text(encoding="utf-8"))
        assert found is not None, file
        return int(found[1]), int(found[2])
    with Image.open(file) as image:
        return image.size


def images(site: Path, base: str) -> Iterator[tuple[str, tuple[int, int], tuple[int, int]]]:
    """Path, size that the page says, size of the file; without the mark, placeholders and codes to scan."""
    for page in sorted(site.rglob("*.html")):
        for node in LexborHTMLParser(page.read_text(encoding="utf-8")).css("img:not(.mark, .under, .code)"):
            written = node.attributes
            path = unquote(urlsplit(written["src"] or "").path).removeprefix(base)
            yield path, (int(written["width"] or 0), int(written["height"] or 0)), size_of(site / path)


@pytest.mark.parametrize(("name", "kinds"), [("districts", {".svg", ".png"}), ("minimal", set())])
def test_images_say_their_size(name: str, kinds: set[str], small_site: Callable[[str], PortalFolder]) -> None:
    found = list(images(small_site(name).site, urlsplit(SITE_URLS[name]).path))
    assert {path: said for path, said, _ in found} == {path: size for path, _, size in found}
    assert {Path(path).suffix for path, _, _ in found} == kinds
