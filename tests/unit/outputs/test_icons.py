"""The icon as pictures: its size, its corners, and a drawing that no launcher cuts."""

from io import BytesIO
from math import hypot

import pytest
from PIL import Image

from site_builder.geo.maps import OutlineDrawing
from site_builder.outputs.icons import ICONS, IconDesign, icon_png

TALL = OutlineDrawing(view_box="0 0 400 1000", path="M0 0l400 0 0 1000-400 0zM100 20l30-20 10 40z")
DESIGN = IconDesign(ground="#0F4C5C", ink="#FBF8F2", outline=TALL, letters="NA")
GROUND, INK = (15, 76, 92), (251, 248, 242)


def drawn(name: str, design: IconDesign = DESIGN) -> Image.Image:
    return Image.open(BytesIO(icon_png(design, ICONS[name])))


@pytest.mark.parametrize(
    ("name", "size", "mode"),
    [("icon-192", 192, "RGBA"), ("icon-512", 512, "RGBA"), ("icon-maskable", 512, "RGB"), ("icon-touch", 180, "RGB")],
)
def test_size_and_corners(name: str, size: int, mode: str) -> None:
    image = drawn(name)
    assert (image.format, image.size, image.mode) == ("PNG", (size, size), mode)
    assert image.convert("RGB").getpixel((size // 2, size // 2)) == INK
    assert image.convert("RGB").getpixel((size // 2, 2)) == GROUND
    corner = image.convert("RGBA").getpixel((0, 0))
    assert corner == ((0, 0, 0, 0) if mode == "RGBA" else (*GROUND, 255))


def test_the_drawing_takes_three_quarters_of_the_side() -> None:
    box = drawn("icon-512").convert("L").point(lambda value: 255 if value > 150 else 0).getbbox()
    assert box
    assert abs((box[3] - box[1]) - 384) <= 6
    assert abs((box[2] - box[0]) - 384 * 0.4) <= 6


def test_a_launcher_that_cuts_a_circle_cuts_nothing_of_the_drawing() -> None:
    """W3C, Web App Manifest, "Icon masks and safe zone": a circle of 40 % of the side."""
    image = drawn("icon-maskable").convert("L")
    far = max(
        hypot(x + 0.5 - 256, y + 0.5 - 256)
        for x in range(512)
        for y in range(512)
        if image.getpixel((x, y)) > 100  # type: ignore[operator]  # of one channel
    )
    assert 0.36 * 512 <= far <= 0.4 * 512


def test_initials_where_there_is_no_outline() -> None:
    colours = drawn("icon-192", IconDesign(ground="#0F4C5C", ink="#FBF8F2", outline=None, letters="É")).convert("RGB")
    assert {GROUND, INK} <= {colour for _, colour in colours.getcolors(100_000) or []}


def test_the_same_design_gives_the_same_bytes() -> None:
    assert icon_png(DESIGN, ICONS["icon-touch"]) == icon_png(DESIGN, ICONS["icon-touch"])
