"""The portal's icon as pictures, for the home screens of telephones: what the SVG icon shows (`outputs/assets.py`).

Sizes and the safe zone are those of the Web App Manifest specification (`purpose: maskable`), and Apple's.
"""

from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from math import hypot

from PIL import Image, ImageDraw, ImageFont

from site_builder.geo.maps import OutlineDrawing
from site_builder.geo.paths import rings_of

Pixel = tuple[float, float]
_FINE = 1024
"""The least number of pixels on a side that are drawn, then averaged: lines without steps."""
_SAFE = 0.37
"""A launcher may cut a maskable icon to a circle of 0.4 of its side: the drawing stays inside this radius."""
_DRAWN = 0.375
"""Half of what the drawing takes of the side elsewhere, as in the SVG icon."""
_CORNER = 6 / 64
_JOIN = 3 / 1000
"""Half the width of the line that closes the slivers between outlines, in shares of the drawing's larger side."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IconDesign:
    """What is drawn, and in which colours; ``letters`` where the portal has no outline."""

    ground: str
    ink: str
    outline: OutlineDrawing | None
    letters: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IconShape:
    """``rounded``: corners as the SVG icon has them; the device cuts the others. ``maskable``: inside the safe zone."""

    size: int
    rounded: bool = False
    maskable: bool = False


ICONS = {
    "icon-192": IconShape(size=192, rounded=True),
    "icon-512": IconShape(size=512, rounded=True),
    "icon-maskable": IconShape(size=512, maskable=True),
    "icon-touch": IconShape(size=180),
}


@lru_cache(maxsize=2 * len(ICONS))
def icon_png(design: IconDesign, shape: IconShape) -> bytes:
    """The icon as a PNG file; the same design gives the same bytes."""
    side = shape.size * -(-_FINE // shape.size)
    image = Image.new("RGBA", (side, side))
    draw = ImageDraw.Draw(image)
    draw.rounded_rectangle((0, 0, side - 1, side - 1), side * _CORNER if shape.rounded else 0, fill=design.ground)
    if design.outline is None:
        font = ImageFont.load_default(side * (0.36 if shape.maskable else 0.47))
        draw.text((side / 2, side / 2), design.letters, fill=design.ink, font=font, anchor="mm")
    else:
        rings, width = _placed(design.outline, side, maskable=shape.maskable)
        for ring in rings:
            draw.polygon(ring, fill=design.ink)
            draw.line([*ring, ring[0], ring[1]], fill=design.ink, width=width, joint="curve")
    small = image.resize((shape.size, shape.size), Image.Resampling.BOX)
    file = BytesIO()
    (small if shape.rounded else small.convert("RGB")).save(file, "PNG", optimize=True)
    return file.getvalue()


def _placed(outline: OutlineDrawing, side: int, *, maskable: bool) -> tuple[list[list[Pixel]], int]:
    """The rings in the middle of the icon, and the width of their line."""
    rings = list(rings_of(outline.path))
    width, height = (float(number) for number in outline.view_box.split()[2:])
    x, y = width / 2, height / 2
    far = max(hypot(px - x, py - y) for ring in rings for px, py in ring) if maskable else max(x, y)
    scale = side * (_SAFE if maskable else _DRAWN) / far
    placed = [[(side / 2 + (px - x) * scale, side / 2 + (py - y) * scale) for px, py in ring] for ring in rings]
    return placed, max(1, round(2 * _JOIN * max(width, height) * scale))
