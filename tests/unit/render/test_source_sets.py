"""Pictures on pages: what cards crop, what entry pages say of an image, what stands in a text."""

import json
import re
from collections.abc import Callable

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from site_builder.model.image import Focus
from site_builder.pictures.picture import Picture, Size
from site_builder.render.links import Links
from site_builder.render.prose import Typesetter
from site_builder.render.source_sets import SourceSets, fallback_address, source_sets
from site_builder.render.targets import Target
from site_builder.render.views.pictures import focus_step
from tests.conftest import PortalFolder
from tests.photographs import file_of, landscape, quarters

PICTURE = Picture(
    key="0123456789ab", own="jpg", fallback="jpg", sizes=((360, 180), (700, 350)), placeholder="", weights={}
)
LINKS = Links("https://a.example/r/")


@pytest.mark.parametrize(
    ("x", "y", "size", "step"),
    [
        (0.5, 0.5, (900, 900), None),
        (0.5, 0.0, (900, 900), 0),
        (0.5, 0.34, (900, 900), 0),
        (0.5, 0.4, (900, 900), 1),
        (0.5, 0.6, (900, 900), 3),
        (0.5, 1.0, (900, 900), 4),
        (0.1, 0.4, (900, 900), 1),  # a square loses nothing of its width
        (0.0, 0.5, (1800, 900), 0),
        (1.0, 0.5, (1800, 900), 4),
        (0.5, 0.0, (1800, 900), None),
        (0.0, 0.0, (900, 600), None),
        (0.5, 0.2, (600, 1800), 0),
        (0.5, 0.3, (600, 1800), 1),
    ],
)
def test_what_a_card_keeps_of_a_picture(x: float, y: float, size: Size, step: int | None) -> None:
    assert focus_step(Focus(x=x, y=y), size) == step
    assert focus_step(None, size) is None


@pytest.mark.parametrize(
    ("changes", "webp", "fallback"),
    [
        (
            {},
            "a%20b.01234567-360.webp 360w, a%20b.01234567-700.webp 700w",
            "a%20b.01234567-360.jpg 360w, a%20b.jpg 700w",
        ),
        (
            {"own": "png"},
            "a%20b.01234567-360.webp 360w, a%20b.01234567-700.webp 700w",
            "a%20b.01234567-360.jpg 360w, a%20b.01234567-700.jpg 700w",
        ),
        (
            {"own": "webp", "fallback": "png"},
            "a%20b.01234567-360.webp 360w, a%20b.webp 700w",
            "a%20b.01234567-360.png 360w, a%20b.01234567-700.png 700w",
        ),
    ],
)
def test_addresses_of_a_picture(changes: dict[str, str], webp: str, fallback: str) -> None:
    picture = PICTURE.model_copy(update=changes)
    path = f"media/a b.{picture.own}"
    meant = (sources.replace("a%20b", "/r/media/a%20b") for sources in (webp, fallback))
    assert source_sets(picture, path, LINKS) == SourceSets(*meant)
    assert fallback_address(picture, path, LINKS) == f"/r/media/{fallback.rpartition(', ')[2].removesuffix(' 700w')}"


@pytest.mark.parametrize(
    ("written", "width", "sizes"),
    [
        ("![Le lac](lac.jpg)", 1600, "(min-width: 608px) 608px, 100vw"),
        ("![Le lac](lac.jpg)", 400, "400px"),
        ('<img alt="Le lac" src="lac.jpg" width="320">', 1600, "320px"),
        ('<img alt="Le lac" src="lac.jpg" width="50%">', 1600, "(min-width: 608px) 608px, 100vw"),
    ],
)
def test_a_picture_in_a_text(written: str, width: int, sizes: str) -> None:
    target = Target("/lac.jpg", size=(width, width // 2), sources=SourceSets("/lac-360.webp 360w", "/lac-360.jpg 360w"))
    html = Typesetter(str).body(written, lambda _: target)
    source, image = LexborHTMLParser(html).css("p > picture > *")
    assert source.attributes == {"type": "image/webp", "srcset": "/lac-360.webp 360w", "sizes": sizes}
    shown = {name: value for name, value in image.attributes.items() if name not in {"width", "height"}}
    assert shown == {
        "src": "/lac.jpg",
        "srcset": "/lac-360.jpg 360w",
        "sizes": sizes,
        "alt": "Le lac",
        "loading": "lazy",
        "decoding": "async",
    }


TREE = """media/lac.yml
    alt: {fr: Le lac}
    credit: Jeanne Dupont
    licence: CC BY 4.0
    focus: {y: 0.1}
media/plan.yml
    alt: {fr: Le plan, en: The plan}
    credit: Jeanne Dupont
    licence: CC BY 4.0
content/assets/lac.md
    ---
    id: lac
    title: Le lac
    summary: Un lac.
    angle: natural-heritage
    territory: bourg
    image: media/lac.jpg
    ---
    Un lac. ![Le plan du lac](../../media/plan.png)
content/assets/lac.en.md
    ---
    title: The lake
    summary: A lake.
    ---
    A lake.
content/assets/mont.md
    ---
    id: mont
    title: Le mont
    angle: natural-heritage
    ---
    Un mont.
"""


def image_in(html: str, css: str) -> LexborNode:
    found = LexborHTMLParser(html).css_first(css)
    assert found is not None
    return found


def test_pages_and_cards_show_an_image(portal: Callable[..., PortalFolder]) -> None:
    pictures = {
        "media/lac.jpg": file_of(landscape((900, 1200)), "JPEG"),
        "media/plan.png": file_of(quarters((500, 400)), "PNG"),
    }
    folder = portal(TREE, binary=pictures)
    assert not folder.build().failed
    entry, card = folder.html("en/assets/lac"), folder.html("en/assets")
    shown = image_in(entry, "figure > .picture > picture > img").attributes
    assert (shown["alt"], shown["lang"], shown["width"], shown["height"]) == ("Le lac", "fr", "900", "1200")
    assert (shown["fetchpriority"], "loading" in shown) == ("high", False)
    placeholder = image_in(entry, "figure > .picture > img.under").attributes
    assert (str(placeholder["src"])[:23], placeholder["alt"]) == ("data:image/webp;base64,", "")
    assert image_in(entry, "figure > figcaption").text() == "Image: Jeanne Dupont (CC BY 4.0)"
    assert image_in(card, "li.card > .picture").attributes["class"] == "picture focus-0"
    cropped = image_in(card, "li.card > .picture > picture > img").attributes
    assert (cropped["alt"], cropped["loading"], cropped["decoding"], "lang" in cropped) == ("", "lazy", "async", False)
    assert len(LexborHTMLParser(card).css("li.card > .picture")) == 1
    plan = image_in(folder.html("atouts/lac"), ".body > p > picture > img").attributes
    assert (plan["alt"], plan["src"]) == ("Le plan du lac", "/media/plan.png")
    assert "style=" not in entry + card
    addresses = re.findall(r"/(media/[^ ,\"]+)", entry + card + folder.html("atouts/lac"))
    assert {address for address in addresses if not (folder.site / address).is_file()} == set()
    data = json.loads(image_in(entry, 'script[type="application/ld+json"]').text())
    subject = next(each for each in data["@graph"] if "image" in each)
    assert subject["image"] == {
        "@type": "ImageObject",
        "contentUrl": "https://portail.example/media/lac.jpg",
        "creditText": "Jeanne Dupont",
    }
