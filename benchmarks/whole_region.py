"""The portal as it was built into site/, all its territories: the heaviest guides, some pages, a first search."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser
from selectolax.lexbor import LexborHTMLParser

from benchmarks.reading import PageFigures, searched, weighed
from benchmarks.static_host import hosted
from tests.browser.first_view import sent
from tests.quality.conftest import BuiltSite

HOMES = {"fr": "", "en": "en/"}
LOOKED_AT = {
    "home": "",
    "home, English": "en/",
    "guide": "bienvenue/dax/",
    "guide, English": "en/welcome/dax/",
    "asset": "atouts/dune-du-pilat/",
    "asset, English": "en/assets/pilat-dune/",
    "Carnet": "carnet/",
    "Carnet, English": "en/inspiration-notebook/",
}
"""What Lighthouse looks at."""
PORTRAITS = {
    "portrait of the region": "bienvenue/nouvelle-aquitaine/portrait/",
    "portrait of the region, English": "en/welcome/nouvelle-aquitaine/portrait/",
}


def first_views(browser: Browser, site: Path) -> Iterator[PageFigures]:
    """First views of home, a guide, an asset, the Carnet, a portrait, and the heaviest guide of each language."""
    heaviest = {f"guide, the heaviest: {path}": path for path in heaviest_guides(site).values()}
    base = BuiltSite(site).base
    with hosted(site, base) as origin:
        for name, path in {**LOOKED_AT, **PORTRAITS, **heaviest}.items():
            lang = "en" if path.startswith("en/") else "fr"
            yield weighed(browser, name.removesuffix(", English"), lang, f"{origin}{base}{path}", site, base)


def first_search(browser: Browser, site: Path) -> dict[str, int]:
    """By language: bytes, compressed, of all that the first search asks for, begun on the home page."""
    base = BuiltSite(site).base
    with hosted(site, base) as origin:
        return {
            lang: searched(browser, f"{origin}{base}{path}", site, f"{origin}{base}") for lang, path in HOMES.items()
        }


def heaviest_guides(site: Path) -> Mapping[str, str]:
    """By language: the address of the guide that weighs most with its drawings, compressed."""
    base = BuiltSite(site).base
    heaviest: dict[str, tuple[int, str]] = {}
    for file in site.rglob("index.html"):
        dom = LexborHTMLParser(file.read_bytes())
        if dom.css_matches("body.kind-guide"):
            lang = str(dom.css("html")[0].attributes["lang"])
            weight = sent(file) + sum(sent(drawing) for drawing in _drawings(dom, site, base))
            found = (weight, file.relative_to(site).as_posix().removesuffix("index.html"))
            heaviest[lang] = max(heaviest.get(lang, found), found)
    return {lang: address for lang, (_, address) in heaviest.items()}


def _drawings(dom: LexborHTMLParser, site: Path, base: str) -> Iterator[Path]:
    for image in dom.css("img[src$='.svg']"):
        drawing = site / urlsplit(str(image.attributes["src"])).path.removeprefix(base)
        if drawing.is_file():
            yield drawing
